"""Where the tests find things."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "minutesparse"
CORPUS = ROOT / "corpus"

# Further gold files, with the reference scorer beside them, which a checkout may have next to it.
OUTSIDE = Path(os.environ.get("MINUTESPARSE_GOLD", ROOT.parent / "shared" / "gold"))

# Real minutes, likewise.
REAL = ROOT.parent / "shared" / "real"

# The JSON Schemas of the Popolo specification, likewise.
POPOLO = Path(
    os.environ.get("MINUTESPARSE_POPOLO", ROOT.parent / "shared" / "standards" / "popolo")
)

# The test archive holds every second document of the corpus, and those that tests ask for by name.
SHARE = 2
ASKED_FOR = (
    "castlegate",
    "eastmarch",
    "eastmoor",
    "fallowdale",
    "fenmarsh",
    "harlock",
    "kestermere",
    "loxmere",
    "severnside",
    "wallbrook",
    "wyreford",
)


def gold_documents() -> list[Path]:
    """Return every gold file there is, one of each name."""
    found = [*OUTSIDE.glob("dev/*.gold.xml"), *CORPUS.glob("*.gold.xml")]
    return sorted({path.name: path for path in found}.values(), key=lambda path: path.name)


def archived() -> list[Path]:
    """Return the documents of the corpus that the test archive holds."""
    paths = sorted(CORPUS.glob("*.txt"))
    return [
        path
        for number, path in enumerate(paths)
        if not number % SHARE or path.stem.startswith(ASKED_FOR)
    ]
