"""The parts of a word-processor file: a zip archive of XML, neither of them trusted."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field

from lxml import etree

from minutesparse.errors import UnreadableFileError, UnsupportedFormatError
from minutesparse.read.limits import Limits, within

_LONGEST_ENTRY = 1_000  # bytes of the zip directory that one part takes, and more than it takes
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    etree.LxmlError,
)
_DOCTYPE = re.compile(
    rb"<\s*!\s*(?:DOCTYPE|ENTITY)|"
    + b"|".join(re.escape("<!DOCTYPE".encode(name)) for name in ("utf-16-le", "utf-16-be")),
    re.I,
)


@dataclass(slots=True)
class Package:
    """A word-processor file: its parts by name, unpacked when asked for.

    Attributes:
        archive: The zip archive.
        where: The file's name for messages.
        limits: What to refuse.
    """

    archive: zipfile.ZipFile
    where: str
    limits: Limits
    unpacked: int = field(default=0)

    def part(self, name: str) -> etree._Element | None:
        """Return the root element of a part, None where there is no such part.

        Raises:
            UnreadableFileError: The part is damaged, declares entities, or needs a password.
            LimitExceededError: The parts are larger than the limits allow, once unpacked.
        """
        try:
            entry = self.archive.getinfo(name)
        except KeyError:
            return None
        content = self._unpacked(entry)
        if _DOCTYPE.search(content):
            raise UnreadableFileError(
                f"{self.where}: the part {name} declares a document type, which no word "
                "processor writes. The file is not read, since such declarations can be an attack."
            )
        try:
            return etree.fromstring(content, _parser())
        except (etree.LxmlError, ValueError) as error:
            raise self._damaged(f"the part {name} is not well-formed XML: {error}") from error

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Return what a part refers to, as ``{id: (kind, name of the part)}``.

        The kind is the last word of the relationship's type: ``header``, ``numbering``. Targets
        outside the file are left out.
        """
        folder, file = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        related: dict[str, tuple[str, str]] = {}
        for relation in root if root is not None else ():
            kind = posixpath.basename(relation.get("Type", ""))
            if relation.get("TargetMode") != "External":
                target = posixpath.join("/", folder, relation.get("Target", ""))
                related[relation.get("Id", "")] = (kind, posixpath.normpath(target).lstrip("/"))
        return related

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        allowed = self.limits.max_unpacked_bytes - self.unpacked
        try:
            with self.archive.open(entry) as file:
                content = file.read(allowed + 1)
        except RuntimeError as error:
            raise UnreadableFileError(
                f"{self.where}: protected by a password. Open it in a word processor and save it "
                "without."
            ) from error
        except _DAMAGE as error:
            raise self._damaged(f"the part {entry.filename} cannot be unpacked: {error}") from error
        self.unpacked += len(content)
        within(
            self.limits,
            "max_unpacked_bytes",
            self.unpacked,
            f"{self.where}: bytes of the parts once unpacked",
        )
        return content

    def _damaged(self, reason: str) -> UnreadableFileError:
        return UnreadableFileError(
            f"{self.where}: damaged: {reason}. Download it again, or open it in a word processor, "
            "which may repair it, and save it anew."
        )


def open_package(content: bytes, *, where: str, limits: Limits) -> Package:
    """Open a word-processor file.

    Args:
        content: The bytes of the file.
        where: The file's name for messages.
        limits: What to refuse.

    Raises:
        UnreadableFileError: The archive is damaged.
        LimitExceededError: It has more parts than the limits allow.
    """
    directory = _directory_bytes(content)
    within(limits, "max_parts", directory // _LONGEST_ENTRY, f"{where}: parts, at the least")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _DAMAGE as error:
        raise UnreadableFileError(
            f"{where}: damaged: {error}. The end of the file may be missing; download it again."
        ) from error
    within(limits, "max_parts", len(archive.filelist), f"{where}: parts")
    return Package(archive, where, limits)


def main_part(package: Package) -> str:
    """Return the name of the part that holds the document's text.

    Raises:
        UnsupportedFormatError: There is none: the archive is no Word document.
    """
    for kind, name in package.related("").values():
        if kind == "officeDocument":
            return name
    if "word/document.xml" in package.archive.NameToInfo:
        return "word/document.xml"
    raise UnsupportedFormatError(
        f"{package.where}: a zip archive without a Word document in it. Save it as .docx again."
    )


def _directory_bytes(content: bytes) -> int:
    """Return the size of the zip directory as the file gives it, before it is read."""
    end = content.rfind(b"PK\x05\x06", max(0, len(content) - 66_000))
    declared = int.from_bytes(content[end + 12 : end + 16], "little") if end >= 0 else 0
    return min(declared, len(content))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
