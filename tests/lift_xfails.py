"""Takes ``!xfail`` off the cases that have come right: ``python -m tests.lift_xfails``."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.casefiles import Case

TESTS = Path(__file__).parent
_PASSED, _MARK = "[XPASS(strict)]", "!xfail "


class Passing:
    """A pytest plugin that notes the expected failures that pass."""

    def __init__(self) -> None:
        self.cases: dict[str, Case] = {}
        self.right: list[Case] = []

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Remember each test's case."""
        for item in items:
            values = getattr(getattr(item, "callspec", None), "params", {})
            if isinstance(values.get("case"), Case):
                self.cases[item.nodeid] = values["case"]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test that should have failed and has not."""
        passed = report.failed and str(report.longrepr).startswith(_PASSED)
        if passed and report.nodeid in self.cases:
            self.right.append(self.cases[report.nodeid])


def main() -> int:
    """Run the case tests and rewrite the files of those that have come right."""
    passing = Passing()
    folders = [str(TESTS / name) for name in ("attribute", "extract", "naming", "segment")]
    pytest.main(["-q", "--no-header", "--tb=no", "-p", "no:warnings", *folders], [passing])
    starts: dict[Path, set[int]] = defaultdict(set)
    for case in passing.right:
        starts[case.path].add(case.line)
    for path, lines in starts.items():
        path.write_text("".join(_lifted(path, lines)), encoding="utf-8")
    sys.stdout.write(f"{len(passing.right)} cases have come right.\n")
    return 0


def _lifted(path: Path, starts: set[int]) -> Iterator[str]:
    """Yield a file's lines without the first mark after each of the lines given."""
    lifting = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(keepends=True), 1):
        lifting = lifting or number in starts
        if lifting and line.startswith(_MARK):
            lifting = False
        else:
            yield line


if __name__ == "__main__":
    sys.exit(main())
