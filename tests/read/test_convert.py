import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from tests.read.wordfile import definition, docx, level, listed, paragraph, use

from minutesparse.errors import LimitExceededError, UnreadableFileError, UnsupportedFormatError
from minutesparse.read import Limits, read_bytes

RTF = rb"{\rtf1\ansi Minutes of the meeting\par Apologies\par}"


def stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program of the name of LibreOffice first on the path."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_without_libreoffice_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnsupportedFormatError, match="apt install libreoffice-writer") as caught:
        read_bytes(RTF, name="march.rtf")
    assert caught.value.exit_code == 4


def test_what_libreoffice_makes_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "made.docx").write_bytes(docx(paragraph("Minutes")))
    script = f'mkdir -p "$7" && cp "{tmp_path}/made.docx" "$7/document.docx"'
    stand_in(tmp_path, script, monkeypatch)
    source = read_bytes(RTF, name="march.rtf")
    assert (source.text, source.media_type) == ("Minutes\n", "application/rtf")


def test_a_file_libreoffice_cannot_read_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, "echo source file could not be loaded", monkeypatch)
    with pytest.raises(UnreadableFileError, match="could not be loaded"):
        read_bytes(RTF)


def test_a_conversion_that_hangs_is_stopped_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, "sleep 60 & wait", monkeypatch)
    start = time.perf_counter()
    with pytest.raises(LimitExceededError, match="convert_seconds"):
        read_bytes(RTF, limits=Limits(convert_seconds=0.3))
    assert time.perf_counter() - start < 10


installed = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


@installed
def test_libreoffice_reads_rtf() -> None:
    assert read_bytes(RTF).text == "Minutes of the meeting\n\nApologies\n"


@installed
@pytest.mark.parametrize("suffix", ["odt", "doc"])
def test_libreoffice_keeps_words_and_numbers(tmp_path: Path, suffix: str) -> None:
    numbering = definition(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"))
    body = paragraph("MINUTES") + listed("Apologies") + listed("to note", 1, 1)
    given = tmp_path / "march.docx"
    given.write_bytes(docx(body, numbering=numbering + use(1, 0)))
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={profile}", "--headless"),
            *("--convert-to", suffix, "--outdir", str(tmp_path), str(given)),
        ],
        check=True,
        capture_output=True,
    )
    source = read_bytes((tmp_path / f"march.{suffix}").read_bytes())
    assert source.text.split() == ["MINUTES", "1.", "Apologies", "(a)", "to", "note"]
