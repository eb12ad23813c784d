"""Shows how far a run has got: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING

from minutesparse.cli.streams import tell
from minutesparse.errors import MissingExtraError
from minutesparse.export.extras import optional

if TYPE_CHECKING:
    from minutesparse.batch import Progress

_EVERY = 10.0  # seconds from line to line


@contextmanager
def shown() -> Iterator[Callable[[Progress], None]]:
    """Give a function that shows progress on standard error while the block runs."""
    if not sys.stderr.isatty():
        yield _lines()
        return
    try:
        bars = optional("rich.progress", "cli")
    except MissingExtraError:
        yield _lines()
        return
    columns = (
        bars.TextColumn("{task.description}"),
        bars.BarColumn(),
        bars.MofNCompleteColumn(),
        bars.TextColumn("{task.fields[rate]}"),
        bars.TimeRemainingColumn(),
        bars.TextColumn("{task.fields[failures]}"),
    )
    console = optional("rich.console", "cli").Console(stderr=True)
    with bars.Progress(*columns, console=console) as bar:
        place = bar.add_task("finding", total=None, rate="", failures="")
        start = monotonic()

        def show(progress: Progress) -> None:
            bar.update(
                place,
                description=progress.stage,
                total=progress.total,
                completed=progress.done,
                rate=f"{_rate(progress, start):.0f} a second",
                failures=f"{progress.failed:,} failed" if progress.failed else "",
            )

        yield show


def _lines() -> Callable[[Progress], None]:
    """Return a function that writes a line when some time has passed since the last."""
    start = last = monotonic()

    def show(progress: Progress) -> None:
        nonlocal last
        if monotonic() - last < _EVERY:
            return
        last = monotonic()
        with suppress(OSError):  # the work goes on where nobody listens any more
            tell(
                f"{progress.stage}: {progress.done:,} of {progress.total:,} files, "
                f"{_rate(progress, start):.0f} a second, {progress.failed:,} failed"
            )

    return show


def _rate(progress: Progress, start: float) -> float:
    """Return the files looked at in a second, over the whole run."""
    return progress.done / max(monotonic() - start, 0.001)
