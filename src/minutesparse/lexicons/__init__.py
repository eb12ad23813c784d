"""The words that the rules know, as reviewed YAML files in this folder.

A file is a mapping of sections; a section is a list of phrases, or a mapping of names to lists of
phrases. Each file's header says where its words come from and what is left out on purpose.
A council's own habits are an overlay: a file of the same form whose phrases are added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from minutesparse.errors import LexiconError

_Tree = dict[str, "_Tree"]
Section = tuple[str, ...] | Mapping[str, tuple[str, ...]]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Every lexicon file, by name and section; compared by identity, so rules can cache on it."""

    files: Mapping[str, Mapping[str, Section]]

    def phrases(self, file: str, section: str) -> tuple[str, ...]:
        """Return a section that is a list of phrases."""
        found = self.files[file][section]
        if not isinstance(found, tuple):
            raise LexiconError(f"{file}.yaml: section '{section}' is a table, not a list.")
        return found

    def table(self, file: str, section: str) -> Mapping[str, tuple[str, ...]]:
        """Return a section that maps names to lists of phrases."""
        found = self.files[file][section]
        if isinstance(found, tuple):
            raise LexiconError(f"{file}.yaml: section '{section}' is a list, not a table.")
        return found

    def overlaid(self, path: Path) -> Lexicon:
        """Return a lexicon with the phrases of an overlay file added.

        Args:
            path: A YAML file that maps lexicon names to sections of the lexicons' own form.

        Raises:
            LexiconError: The file is not readable YAML, or names a file or section that does
                not exist.
        """
        merged = {name: dict(sections) for name, sections in self.files.items()}
        for name, sections in _read(path.name, path.read_text(encoding="utf-8")).items():
            if name not in merged or not isinstance(sections, dict):
                raise LexiconError(
                    f"{path.name}: there is no lexicon '{name}'; known: {', '.join(merged)}."
                )
            for section, extra in _sections(path.name, sections).items():
                merged[name][section] = _added(path.name, merged[name].get(section), extra)
        return Lexicon(merged)


@cache
def default_lexicon() -> Lexicon:
    """Return the lexicon that the package ships, read once per process."""
    folder = files(__package__)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    return Lexicon(
        {
            name.removesuffix(".yaml"): _sections(
                name, _read(name, (folder / name).read_text(encoding="utf-8"))
            )
            for name in names
        }
    )


def alternation(phrases: Iterable[str]) -> str:
    r"""Return a pattern that matches any of the phrases, longest first, any white space between.

    What phrases begin with alike stands there once, so that a place is looked at once for all.

    Example:
        >>> alternation(["approve", "approved", "approve and note"])
        'approve(?:\\s+and\\s+note|d)?'
    """
    tree: _Tree = {}
    for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
        branch = tree
        for symbol in _symbols(phrase):
            branch = branch.setdefault(symbol, {})
        branch[""] = {}
    return "|".join(_branches(tree))


def _symbols(phrase: str) -> Iterator[str]:
    """Yield what a pattern for a phrase is made of, one step after another."""
    for place, word in enumerate(phrase.split()):
        if place:
            yield r"\s+"
        yield from map(re.escape, word)


def _branches(tree: _Tree) -> list[str]:
    """Return the patterns of a tree's branches; where a phrase ends the rest may lack."""
    return [symbol + _rest(branch) for symbol, branch in tree.items() if symbol]


def _rest(tree: _Tree) -> str:
    branches = _branches(tree)
    if len(branches) == 1 and "" not in tree:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + "?" * ("" in tree) if branches else ""


def _read(name: str, content: str) -> dict[str, Any]:
    try:
        loaded = yaml.load(content, Loader=_LOADER)  # noqa: S506 - a safe loader either way
    except yaml.YAMLError as error:
        raise LexiconError(f"{name}: not readable as YAML: {error}") from error
    if not isinstance(loaded, dict):
        raise LexiconError(f"{name}: expected a mapping of sections at the top.")
    return loaded


def _sections(name: str, loaded: Mapping[str, Any]) -> dict[str, Section]:
    return {section: _section(f"{name}: {section}", body) for section, body in loaded.items()}


def _section(where: str, body: Any) -> Section:
    if isinstance(body, dict):
        return {str(key): _phrases(f"{where}.{key}", listed) for key, listed in body.items()}
    return _phrases(where, body)


def _phrases(where: str, listed: Any) -> tuple[str, ...]:
    if not isinstance(listed, list) or not all(isinstance(phrase, str) for phrase in listed):
        raise LexiconError(f"{where}: expected a list of phrases, each a string in quotes.")
    return tuple(listed)


def _added(name: str, known: Section | None, extra: Section) -> Section:
    if isinstance(known, tuple) and isinstance(extra, tuple):
        return known + extra
    if isinstance(known, Mapping) and isinstance(extra, Mapping):
        return {key: known.get(key, ()) + extra.get(key, ()) for key in [*known, *extra]}
    raise LexiconError(f"{name}: a section of the overlay has no counterpart of the same form.")
