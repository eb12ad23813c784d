"""DOC, ODT and RTF: made into DOCX by LibreOffice, where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from minutesparse.errors import LimitExceededError, UnreadableFileError, UnsupportedFormatError
from minutesparse.read import docx
from minutesparse.read.limits import Limits, how_to_raise
from minutesparse.read.sniff import Format, sniff
from minutesparse.text import Source

_SUFFIXES = {Format.DOC: ".doc", Format.ODT: ".odt", Format.RTF: ".rtf"}
_PROGRAMS = ("soffice", "libreoffice")
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""  # no macros, no linked files, and a proxy that leads nowhere


def read_source(content: bytes, *, where: str, limits: Limits) -> Source:
    """Read a file of an older or another word processor through LibreOffice.

    LibreOffice runs with a profile of its own in a directory of its own; both are removed.

    Args:
        content: The bytes of the file.
        where: The file's name for messages.
        limits: What to refuse; ``convert_seconds`` bounds the conversion.

    Raises:
        UnsupportedFormatError: LibreOffice is not installed.
        UnreadableFileError: LibreOffice cannot read the file.
        LimitExceededError: The conversion took longer than the limits allow.
    """
    suffix = _SUFFIXES[sniff(content, where)]
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise UnsupportedFormatError(
            f"{where}: a {suffix} file, which is read through LibreOffice, and LibreOffice is not "
            "installed (no soffice on the path). Install it (Debian and Ubuntu: apt install "
            "libreoffice-writer), or save the document as .docx."
        )
    with tempfile.TemporaryDirectory(prefix="minutesparse-") as folder:
        given = Path(folder) / f"document{suffix}"
        given.write_bytes(content)
        converted = _converted(program, given, where, limits)
    return docx.read_source(converted, where=where, limits=limits)


def _converted(program: str, given: Path, where: str, limits: Limits) -> bytes:
    """Return the DOCX that LibreOffice makes of a file, working in the folder of the file."""
    folder = given.parent
    made = folder / "made" / "document.docx"
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    command = [
        *(program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"),
        *("--convert-to", "docx", "--outdir", str(made.parent), str(given)),
    ]
    said = _run(command, folder, where, limits)
    if not made.is_file():
        raise UnreadableFileError(
            f"{where}: LibreOffice cannot read it; it may be damaged. {said[:300]}".rstrip()
        )
    return made.read_bytes()


def _run(command: list[str], folder: Path, where: str, limits: Limits) -> str:
    """Run LibreOffice to its end, and what it started with it; return what it said."""
    process = subprocess.Popen(  # noqa: S603 - no shell, and every word of the command is ours
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(timeout=limits.convert_seconds)
    except subprocess.TimeoutExpired as error:
        raise LimitExceededError(
            f"{where}: LibreOffice took longer than {limits.convert_seconds:g} seconds. "
            f"{how_to_raise('convert_seconds')}"
        ) from error
    finally:
        _stop(process)
    return " ".join(said.decode("utf-8", errors="replace").split())


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End what is left of a process and of the processes that it started."""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.communicate()
