"""A PostgreSQL server for tests, of the programs that the system's package brings."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PLACES = "/usr/lib/postgresql/*/bin"


def programs() -> Path | None:
    """Return the folder of the server's programs, the newest where there are several."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    folders = [path.parent for path in Path("/").glob(f"{PLACES[1:]}/initdb")]
    return max(folders, key=lambda path: float(path.parent.name), default=None)


@contextmanager
def server(home: Path) -> Iterator[str]:
    """Start a server that only this machine's users can reach; yield its address.

    Args:
        home: The folder of the server's programs.
    """
    user = "nobody" if os.geteuid() == 0 else None  # the server refuses to run as root
    # A socket's path must be short, which pytest's own folders are not.
    work = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    try:
        if user:
            os.chown(work, pwd.getpwnam(user).pw_uid, -1)
        setup = ["-U", "tester", "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        _run([str(home / "initdb"), "-D", str(work / "data"), *setup], work, user)
        options = f"-c listen_addresses='' -c fsync=off -k {work}"
        control = [str(home / "pg_ctl"), "-D", str(work / "data"), "-w"]
        _run([*control, "-o", options, "-l", str(work / "log"), "start"], work, user)
        try:
            yield f"postgresql:///postgres?host={work}&user=tester"
        finally:
            _run([*control, "-m", "immediate", "stop"], work, user)
    finally:
        with suppress(OSError):
            shutil.rmtree(work)


def _run(command: list[str], folder: Path, user: str | None) -> None:
    subprocess.run(
        command,
        cwd=folder,
        user=user,
        extra_groups=[] if user else None,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
