"""Names of documents that a page lists."""

from __future__ import annotations

import re

from minutesparse.extract.findings import DocumentFinding
from minutesparse.text import Block, ItemLayout

_TAIL = re.compile(
    r"(?:\s*,\s*item\s+[\w./]+\.?)?\s*(?:(?:pdf|word|excel|powerpoint)\s+icon\s+)?(?P<size>(?:PDF|DOCX?|XLSX?|PPTX?|RTF|ZIP|HTML?)\s+\d[\d.,]*\s*[KMG]?B)?\s*$",
    re.I,
)
_ITEM_ONLY = re.compile(r"\s*,\s*item\s+[\w./]+\.?\s*$", re.I)
_RECORDING = re.compile(r"(?:webcast|recording|video)(?:\s+(?:for|of)\s+[\w./]+)?", re.I)
_LINK = re.compile(r"\s*,?\s*(?:opens\s+in\s+new\s+window|View\s+the\s+background).*$", re.I)


def find_documents(item: ItemLayout) -> list[DocumentFinding]:
    """Return the documents listed under an item, names without size and item number."""
    found = []
    for block in item.blocks:
        if block.zone == "documents" and block.kind != "label":
            document = _document(block)
            if document is not None:
                found.append(document)
    return found


def _document(block: Block) -> DocumentFinding | None:
    tail = _TAIL.search(block.text)
    size = tail["size"] if tail else None
    name = block.text[: tail.start()] if tail else block.text
    name = _LINK.sub("", _ITEM_ONLY.sub("", name)).rstrip(" ,")
    if sum(map(str.isalpha, name)) < 3 or _RECORDING.fullmatch(name):
        return None
    start = block.start - block.topic_width  # words before a dash are of the name
    return DocumentFinding(start, block.start + len(name), size, "document.listed")
