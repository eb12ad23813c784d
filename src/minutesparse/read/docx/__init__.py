"""DOCX: the text of a Word document with the numbers that Word computes for it."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.read.docx.numbering import numbering_of
from minutesparse.read.docx.package import Package, main_part, open_package
from minutesparse.read.docx.story import Story
from minutesparse.read.docx.styles import styles_of
from minutesparse.read.docx.wordml import Element, attribute_of, child, local
from minutesparse.read.limits import Limits
from minutesparse.read.paragraphs import Paragraph, as_furniture, printed
from minutesparse.text import Source


def read_source(content: bytes, *, where: str, limits: Limits) -> Source:
    """Read a Word document.

    Automatic numbers and bullets are printed as Word shows them; tracked changes count as
    accepted; text boxes follow the paragraph that they are anchored in, notes the paragraph that
    refers to them. Headers stand at the start and footers at the end, as furniture.

    Args:
        content: The bytes of the file.
        where: The file's name for messages.
        limits: What to refuse.

    Raises:
        UnreadableFileError: The file is damaged, has a password, or declares XML entities.
        UnsupportedFormatError: There is no Word document in the archive.
        LimitExceededError: Unpacked, it is larger than the limits allow.
    """
    package = open_package(content, where=where, limits=limits)
    with package.archive:
        text, furniture = printed(_paragraphs(package))
    return Source(text=text, furniture=furniture)


def _paragraphs(package: Package) -> Iterator[Paragraph]:
    name = main_part(package)
    root = package.part(name)
    body = child(root, "body")
    if body is None:
        return
    related = package.related(name)
    parts = dict(related.values())
    styles = styles_of(_optional(package, parts.get("styles")))
    numbering = numbering_of(_optional(package, parts.get("numbering")), styles.lists)
    story = Story(numbering, styles, _notes(package, parts))
    yield from _edges(
        package, story, [target for kind, target in related.values() if kind == "header"]
    )
    yield from story.paragraphs(body)
    yield from _edges(
        package, story, [target for kind, target in related.values() if kind == "footer"]
    )


def _optional(package: Package, name: str | None) -> Element | None:
    return package.part(name) if name else None


def _notes(package: Package, parts: dict[str, str]) -> dict[tuple[str, str], Element]:
    """Return the notes by kind and id, without the lines that part them from the text."""
    return {
        (kind, attribute_of(note, "id") or ""): note
        for kind in ("footnotes", "endnotes")
        if (root := _optional(package, parts.get(kind))) is not None
        for note in root
        if local(note) in ("footnote", "endnote") and attribute_of(note, "type") in (None, "normal")
    }


def _edges(package: Package, story: Story, names: list[str]) -> Iterator[Paragraph]:
    """Yield headers or footers as furniture, each text once."""
    seen: set[str] = set()
    for name in dict.fromkeys(names):
        root = _optional(package, name)
        for paragraph in story.paragraphs(root) if root is not None else ():
            if paragraph.text.strip() and paragraph.text not in seen:
                seen.add(paragraph.text)
                yield as_furniture(paragraph)
