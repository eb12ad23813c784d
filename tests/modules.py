"""The modules of the package, and what they are made of, read once for all tests."""

import ast
from functools import cache
from pathlib import Path

from tests.places import SOURCE

MODULES = sorted(SOURCE.rglob("*.py"))


@cache
def syntax(path: Path) -> ast.Module:
    """Return the syntax tree of a module, which no test may change."""
    return ast.parse(path.read_text(encoding="utf-8"))
