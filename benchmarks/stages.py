"""Where the time of parsing goes: the share of each stage, over the texts of ``corpus/``.

    python benchmarks/stages.py

Every stage is a function that ``minutesparse.pipeline`` calls; its processor time is taken around
the call. What is left is the pipeline's own.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

from minutesparse import pipeline

ROOT = Path(__file__).resolve().parent.parent
RUNS = 3
STAGES = {
    "normalise": ("normalise",),
    "segment": ("lay_out",),
    "attendance": ("find_attendance", "attendance_claims"),
    "decisions, motions, votes": ("find_decisions",),
    "declarations, documents": ("find_declarations", "find_documents"),
    "actions": ("owner_marks", "find_instructions", "find_promises", "clause_actions", "merged"),
    "attribute": ("attribute", "find_aliases"),
    "figures": ("find_quantities", "setting_of"),
    "heading of the page": ("find_meeting",),
    "assembly": ("assemble",),
}


def timed(function: Callable[..., Any], stage: str, spent: Counter[str]) -> Callable[..., Any]:
    """Return a function that adds the processor time of each call to its stage's."""

    def run(*args: Any, **named: Any) -> Any:
        start = process_time()
        try:
            return function(*args, **named)
        finally:
            spent[stage] += process_time() - start  # type: ignore[assignment] # - seconds

    return run


def main() -> int:
    """Print the table; return the exit code."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus").glob("*.txt"))]
    for text in texts:
        pipeline.parse(text)
    spent: Counter[str] = Counter()
    for stage, names in STAGES.items():
        for name in names:
            setattr(pipeline, name, timed(getattr(pipeline, name), stage, spent))
    start = process_time()
    for _ in range(RUNS):
        for text in texts:
            pipeline.parse(text)
    whole = process_time() - start
    for stage in STAGES:
        print(f"{stage:<28}{spent[stage] / whole:>7.1%}")
    print(f"{'the pipeline itself':<28}{1 - sum(spent.values()) / whole:>7.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
