"""Every pattern that the package compiles, and the strings that are worst for it.

Run as ``python -m tests.patterns`` it prints the patterns as JSON: all modules are imported and
some minutes are read, since many patterns are made of the words of a lexicon.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import Any

from tests.formats.places import MADE
from tests.places import CORPUS, ROOT, SOURCE

# The parser of patterns in the standard library; it has no public name.
code: Any = importlib.import_module("re._constants")
parser: Any = importlib.import_module("re._parser")
Pattern = tuple[str, int]
Tree = Sequence[tuple[Any, Any]]
MISFITS = ("\x00", "!", "\n", "\nx", " x")
"""Ends after which a pattern that wants more has to give up."""
ENDLESS = (
    "a",
    "A",
    "7",
    "A. ",
    "a ",
    "A ",
    "7 ",
    "the ",
    ".",
    ",",
    "-",
    "(",
    '"',
    "a.",
    "1.",
    ", a",
)
"""What a line may be made of from its beginning to its end."""


def collected() -> list[tuple[Pattern, bool]]:
    """Return every pattern of the package, and whether it is only ever tried at one place."""
    finished = subprocess.run(
        [sys.executable, "-m", "tests.patterns"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return [
        ((pattern, flags), anchored) for pattern, flags, anchored in json.loads(finished.stdout)
    ]


class _Watched:
    """A compiled pattern that notes by which of its methods it is used."""

    def __init__(self, made: Any, ways: set[str]) -> None:
        self._made = made
        self._ways = ways

    def __getattr__(self, name: str) -> Any:
        if name not in ("pattern", "flags", "groups", "groupindex"):
            self._ways.add(name)
        return getattr(self._made, name)


def _compiled() -> list[tuple[str, int, bool]]:
    """Import and parse everything with an eye on what is compiled and how it is used."""
    seen: dict[Pattern, set[str]] = {}
    # All ways into the module lead through a function without a public name.
    module: Any = re
    compile_ = module._compile

    def noted(pattern: Any, flags: int) -> Any:
        if isinstance(pattern, _Watched):
            return pattern
        made = compile_(pattern, flags)
        if not isinstance(pattern, str) or not _ours(sys._getframe(2).f_code.co_filename):
            return made
        return _Watched(made, seen.setdefault((made.pattern, made.flags), set()))

    module._compile = noted
    import minutesparse  # noqa: PLC0415 - compiles, and must be watched

    for found in pkgutil.walk_packages(minutesparse.__path__, "minutesparse."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    for path in [*sorted(CORPUS.glob("*.txt")), *sorted(MADE.iterdir())]:
        minutesparse.parse(minutesparse.read_file(path))
    _compile_wordings()
    return sorted(
        (pattern, flags, bool(ways) and ways <= {"match", "fullmatch"})
        for (pattern, flags), ways in seen.items()
    )


def _compile_wordings() -> None:
    """Compile every turn of phrase, also those that no page above has the words of."""
    from minutesparse.lexicons import default_lexicon  # noqa: PLC0415 - must be watched
    from minutesparse.lexicons.wordings import wording  # noqa: PLC0415 - as above

    lexicon = default_lexicon()
    for section in lexicon.files["wordings"]:
        assert wording(lexicon, section).pattern is not None


def _ours(file: str) -> bool:
    return file.startswith(str(SOURCE))


def worst_strings(pattern: Pattern) -> Iterator[Callable[[int], str]]:
    """Yield makers of strings of about a length: each repeat of a pattern in turn, overfed.

    No maker gives longer blanks than normalising leaves.
    """
    pumps = {*_pumps(list(parser.parse(*pattern)), ""), *(("", endless) for endless in ENDLESS)}
    for before, pump in sorted(pumps):
        if pump.strip():
            for end in MISFITS:
                yield partial(_overfed, before, pump, end)


def _overfed(before: str, pump: str, end: str, size: int) -> str:
    return before + pump * (size // len(pump)) + end


def _pumps(tree: Tree, before: str) -> Iterator[tuple[str, str]]:
    """Yield what a pattern takes up to a repeat, and one round of that repeat."""
    for operation, value in tree:
        match operation:
            case code.MAX_REPEAT | code.MIN_REPEAT | code.POSSESSIVE_REPEAT:
                _, most, inner = value
                pump = example(inner)
                if most > 20 and pump:
                    yield before, pump
                yield from _pumps(inner, before)
            case code.SUBPATTERN:
                yield from _pumps(value[-1], before)
            case code.ATOMIC_GROUP:
                yield from _pumps(value, before)
            case code.BRANCH:
                for branch in value[1]:
                    yield from _pumps(branch, before)
            case code.ASSERT | code.ASSERT_NOT:
                yield from _pumps(value[1], before)
            case _:
                pass
        before += example([(operation, value)])


def example(tree: Tree) -> str:
    """Return a string that a pattern takes, looks around left out of account."""
    return "".join(map(_example_of, tree))


def _example_of(part: tuple[Any, Any]) -> str:
    operation, value = part
    match operation:
        case code.LITERAL:
            return chr(value)
        case code.NOT_LITERAL:
            return "a" if value != ord("a") else "b"
        case code.ANY:
            return "a"
        case code.IN:
            return _member(value)
        case code.BRANCH:
            return example(value[1][0])
        case code.SUBPATTERN:
            return example(value[-1])
        case code.ATOMIC_GROUP:
            return example(value)
        case code.MAX_REPEAT | code.MIN_REPEAT | code.POSSESSIVE_REPEAT:
            return example(value[2]) * int(max(value[0], min(value[1], 1)))
        case _:
            return ""


def _member(members: Sequence[tuple[Any, Any]]) -> str:
    """Return a character of a set: a common one if it can be."""
    return _character(_set_source(members))


@cache
def _character(source: str) -> str:
    """Return a character of a set that is written as in a pattern."""
    common = "a A0 1.-,\n(•x;:|'\u00a0"
    return next(filter(re.compile(source).match, (*common, *map(chr, range(0x3000)))), "")


def _set_source(members: Sequence[tuple[Any, Any]]) -> str:
    parts = []
    for operation, value in members:
        match operation:
            case code.NEGATE:
                parts.append("^")
            case code.LITERAL:
                parts.append(re.escape(chr(value)))
            case code.RANGE:
                parts.append(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
            case code.CATEGORY:
                parts.append(_CATEGORIES[value])
    return f"[{''.join(parts)}]"


_CATEGORIES = {
    code.CATEGORY_DIGIT: r"\d",
    code.CATEGORY_NOT_DIGIT: r"\D",
    code.CATEGORY_SPACE: r"\s",
    code.CATEGORY_NOT_SPACE: r"\S",
    code.CATEGORY_WORD: r"\w",
    code.CATEGORY_NOT_WORD: r"\W",
}


if __name__ == "__main__":
    print(json.dumps(_compiled()))
