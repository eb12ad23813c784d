"""Words of minutes in any order, for tests that nothing raises whatever is written."""

from tests.places import ROOT


def shuffled_words(about: str) -> list[str]:
    """Return the words of a list in ``tests/cases/words``; a bent arrow stands for a line's end."""
    path = ROOT / "tests" / "cases" / "words" / f"{about}.txt"
    return path.read_text(encoding="utf-8").replace("⏎", "\n").split(" ")
