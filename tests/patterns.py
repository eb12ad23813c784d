"""Every pattern that the package compiles, and the strings that are worst for it.

Run as ``python -m tests.patterns`` it prints the patterns as JSON: all modules are imported and some
minutes are read, since many patterns are made of the words of a lexicon.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from re import _constants as code
from re import _parser as parser
from typing import Any

from tests.places import CORPUS, ROOT, SOURCE

Pattern = tuple[str, int]
Tree = Sequence[tuple[Any, Any]]
MISFITS = ("\x00", "!", "\n", "\nx", " x")
"""Ends after which a pattern that wants more has to give up."""


def collected() -> list[Pattern]:
    """Return every pattern of the package with its flags, in a stable order."""
    finished = subprocess.run(
        [sys.executable, "-m", "tests.patterns"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return [(pattern, flags) for pattern, flags in json.loads(finished.stdout)]


def _compiled() -> list[Pattern]:
    """Import and parse everything with an eye on what is compiled."""
    seen: set[Pattern] = set()
    compile_ = re._compile  # type: ignore[attr-defined] # all ways into the module lead through it

    def noted(pattern: Any, flags: int) -> Any:
        made = compile_(pattern, flags)
        if isinstance(pattern, str) and _ours(sys._getframe(2).f_code.co_filename):
            seen.add((made.pattern, made.flags))
        return made

    re._compile = noted  # type: ignore[attr-defined] # as above
    import minutesparse  # noqa: PLC0415 - compiles, and must be watched

    for module in pkgutil.walk_packages(minutesparse.__path__, "minutesparse."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for path in sorted(CORPUS.glob("*.txt")):
        minutesparse.parse(path.read_text(encoding="utf-8"))
    return sorted(seen)


def _ours(file: str) -> bool:
    return file.startswith(str(SOURCE))


def worst_strings(pattern: Pattern) -> Iterator[Callable[[int], str]]:
    """Yield makers of strings of about a length: each repeat of a pattern in turn, overfed."""
    tree = parser.parse(*pattern)
    for before, pump in _pumps(list(tree), ""):
        for end in MISFITS:
            yield lambda size, *, a=before, b=pump, c=end: a + b * (size // len(b)) + c


def _pumps(tree: Tree, before: str) -> Iterator[tuple[str, str]]:
    """Yield what a pattern takes up to a repeat, and one round of that repeat."""
    for operation, value in tree:
        match operation:
            case code.MAX_REPEAT | code.MIN_REPEAT | code.POSSESSIVE_REPEAT:
                least, most, inner = value
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
            return example(value[2]) * max(value[0], min(value[1], 1))
        case _:
            return ""


def _member(members: Sequence[tuple[Any, Any]]) -> str:
    """Return a character of a set: a common one if it can be."""
    source = re.compile(_set_source(members))
    common = "a A0 1.-,\n(•x;:|'\u00a0"
    return next(filter(source.match, (*common, *map(chr, range(0x3000)))), "")


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
