"""The same figure over meetings: values in a row, by subject and unit, with who said each.

A figure belongs to the meeting that reports it. What a report only holds a figure against (last
year's, a target, another council's), what is expected, and by how much something changed are no
points of a series. Figures of two units, of two kinds or of two councils are never one series.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from minutesparse.across.figures import Figure, figures, is_earlier, is_level
from minutesparse.across.subjects import Key, Spelling, key_of, subject_words, words_of
from minutesparse.errors import QueryError
from minutesparse.export.opening import opened
from minutesparse.lexicons import Lexicon, default_lexicon

_NEAR = 85.0  # token set ratio from which a subject is worth naming beside the one asked for
_MOST_NEAR = 5
_SUBJECTS = "SELECT DISTINCT meeting, subject FROM statistics WHERE subject IS NOT NULL"
_COUNCILS = "SELECT DISTINCT council FROM meetings WHERE council IS NOT NULL"

Group = tuple[str, str, str, Key]
"""What the figures of one series share: council, kind, unit, and subject."""


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one subject, one unit and one council, in the order of their meetings.

    Attributes:
        subject: What is counted: the name that the lexicon has for it, else the wording that most
            of the points have.
        unit: The unit of all of them.
        kind: What sort of quantity they are.
        council: The authority, where the minutes name it.
        points: The figures; where a meeting gives several, all of them.
    """

    subject: str
    unit: str
    kind: str
    council: str | None
    points: tuple[Figure, ...]

    def meetings(self) -> int:
        """Return the number of meetings that the figures stand in."""
        return len({point.meeting for point in self.points})

    def by_meeting(self) -> tuple[Figure, ...]:
        """Return the first figure of each meeting whose day is known."""
        first: dict[str, Figure] = {}
        for point in self.points:
            if point.date is not None:
                first.setdefault(point.meeting, point)
        return tuple(first.values())


@dataclass(frozen=True, slots=True)
class Found:
    """What came of asking for a subject.

    Attributes:
        series: Its series, the longest first.
        near: Subjects with many of the same words that are not in them, the nearest first.
    """

    series: tuple[Series, ...]
    near: tuple[str, ...]


def find_series(path: str | Path, subject: str, *, lexicon: Lexicon | None = None) -> Found:
    """Return the series of a subject in an archive's database.

    Args:
        path: The database that ``convert --to sqlite`` makes.
        subject: What is counted, in any wording.
        lexicon: The words that the rules know; the package's own by default.

    Raises:
        ArchiveError: There is no such database.
        QueryError: The subject has no word that says what is counted.
    """
    words = lexicon or default_lexicon()
    with closing(opened(Path(path))) as base:
        subjects = _Subjects(base, words)
        wanted = subjects.key(subject)
        if not wanted:
            raise QueryError(f"{subject!r} does not say what is counted. Give a noun.")
        found = figures(base, lambda one: subjects.key(one) == wanted)
        return Found(_series(found, subjects, words), subjects.near(wanted))


def all_series(path: str | Path, *, least: int = 2, lexicon: Lexicon | None = None) -> list[Series]:
    """Return every series of an archive's database, the longest first.

    Args:
        path: The database that ``convert --to sqlite`` makes.
        least: In how many meetings a figure stands at least to be a series.
        lexicon: The words that the rules know; the package's own by default.

    Raises:
        ArchiveError: There is no such database.
    """
    words = lexicon or default_lexicon()
    with closing(opened(Path(path))) as base:
        subjects = _Subjects(base, words)
        found = _series(figures(base, lambda one: bool(subjects.key(one))), subjects, words)
    return [one for one in found if one.meetings() >= least]


class _Subjects:
    """The subjects of an archive, by what is left of them once their wording is gone."""

    def __init__(self, base: sqlite3.Connection, lexicon: Lexicon) -> None:
        self._words = subject_words(lexicon)
        self._written: Counter[str] = Counter()
        uses: defaultdict[str, set[str]] = defaultdict(set)
        for meeting, subject in base.execute(_SUBJECTS):
            self._written[subject] += 1
            for word in words_of(subject):
                uses[word].add(meeting)
        several = {word: len(meetings) for word, meetings in uses.items()}
        self._spelling = Spelling(several, self._words.known)
        self._keys: dict[str, Key] = {}
        self._several = len({_plain(name) for (name,) in base.execute(_COUNCILS)}) > 1

    def group(self, figure: Figure) -> Group:
        """Return what a figure shares with those of its series.

        Minutes that do not name their council are those of the only one there is.
        """
        council = _plain(figure.council) if self._several else ""
        return council, figure.kind, figure.unit, self.key(figure.subject)

    def key(self, subject: str) -> Key:
        """Return what subjects of one meaning share."""
        if subject not in self._keys:
            mended = [self._spelling.mended(word) for word in words_of(subject)]
            self._keys[subject] = key_of(mended, self._words)
        return self._keys[subject]

    def name(self, key: Key) -> str | None:
        """Return the name that the lexicon has for a subject, or None."""
        return key[0] if len(key) == 1 and key[0] in self._words.names else None

    def near(self, key: Key) -> tuple[str, ...]:
        """Return wordings that share many words with a subject, and are another one."""
        others: dict[Key, str] = {}
        for one, _ in self._written.most_common():
            others.setdefault(self.key(one), one)
        others.pop(key, None)
        plain = {one: " ".join(name) for name, one in others.items()}
        hits = process.extract(
            " ".join(key), plain, scorer=fuzz.token_set_ratio, score_cutoff=_NEAR, limit=None
        )
        ranked = sorted(hits, key=lambda hit: (-hit[1], -self._written[hit[2]], hit[2]))
        return tuple(wording for _, _, wording in ranked[:_MOST_NEAR])


def _series(found: Iterable[Figure], subjects: _Subjects, lexicon: Lexicon) -> tuple[Series, ...]:
    """Return the series that figures make, those of most meetings first."""
    groups: defaultdict[Group, list[Figure]] = defaultdict(list)
    for one in found:
        if is_level(one, lexicon):
            groups[subjects.group(one)].append(one)
    made = [
        _made(_of_their_day(group, lexicon), subjects.name(key))
        for (*_, key), group in groups.items()
    ]
    return tuple(sorted(made, key=lambda one: (-one.meetings(), one.subject, one.unit)))


def _of_their_day(group: Sequence[Figure], lexicon: Lexicon) -> list[Figure]:
    """Return figures without those of an earlier time beside one of now, and without repetitions.

    Last year's figure alone is the newest that its meeting knows; beside this year's it is not.
    """
    now = {one.meeting for one in group if not is_earlier(one, lexicon)}
    kept: dict[tuple[object, ...], Figure] = {}
    for one in group:
        if one.meeting not in now or not is_earlier(one, lexicon):
            kept.setdefault((one.meeting, one.value, one.low, one.high), one)
    return list(kept.values())


def _made(points: Sequence[Figure], name: str | None) -> Series:
    wordings = Counter(" ".join(point.subject.split()) for point in points)
    subject = name or max(wordings, key=lambda one: (wordings[one], -len(one), one))
    council = next((point.council for point in points if point.council), None)
    return Series(subject, points[0].unit, points[0].kind, council, tuple(points))


def _plain(name: str | None) -> str:
    return " ".join((name or "").casefold().replace("&", "and").split())
