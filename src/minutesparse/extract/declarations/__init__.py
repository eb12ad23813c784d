"""Declarations of interest: one record a member, with kind, item and withdrawal."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from minutesparse.extract.attendance.names import NameReader
from minutesparse.extract.attendance.words import AttendanceWords, attendance_words
from minutesparse.extract.declarations.declarers import (
    Declarer,
    clauses,
    named_after,
    named_before,
    opening_names,
    without_relative,
)
from minutesparse.extract.declarations.tables import Row, read_table
from minutesparse.extract.declarations.words import DeclarationWords, Interest, declaration_words
from minutesparse.extract.findings import DeclarationFinding
from minutesparse.lexicons import Lexicon
from minutesparse.naming import MentionReader, tokenise
from minutesparse.text import Block, ItemLayout, Sentence

__all__ = ["find_declarations", "interest_kind"]

_TITLE = re.compile(r"\b(?:declar|disclos|interests?\b|conflicts?\b)", re.I)
_ITEM = re.compile(
    r"\b(?:agenda\s+)?(?:items?|minutes?|motions?|questions?|clauses?|applications?|reports?)\s+(?:no\.?\s*|number\s+|nos\.?\s*|#|\()?"
    r"(?P<number>\d(?:[\w/-]|\.(?=\w)|\(\w{1,4}\))*|[A-Z]{1,3}[\w/.-]*\d[\w/.-]*)|\b(?P<reference>\d{1,4}/\d[\w/.-]*)\b",
    re.I,
)
_ITEM_LABEL = re.compile(
    r"(?:(?:agenda\s+)?item|minute|application|planning\s+application)\s*(?:no\.?\s*)?[\w/.()]{1,20}\s*[:–-]\s*",
    re.I,
)
_REFERENCE = re.compile(r"\d{1,4}/\d{1,4}\s+(?=[A-Z])")
_INTEREST = re.compile(
    r"(?:an?\s+)?(?:(?:personal|pecuniary|prejudicial|disclosable|non-\w+|and|or)\s+){1,4}interests?\b",
    re.I,
)
_NAMED_BEHIND = re.compile(r" (?:Councillor|Cllr|Cr|Mr|Mrs|Ms|Miss|Dr)\.? [A-Z]")
_ITEM_START = re.compile(r"(?:agenda\s+)?items?\s+(?:no\.?\s*)?\d", re.I)
_SELF = re.compile(
    r"\b(?:he|she|they|his|her|their|him|them|himself|herself|themselves|as\s+an?)\b", re.I
)
_PRONOUN = re.compile(r"(?:he|she|they|this|both|all)\b", re.I)
_HE_OR_SHE = re.compile(r"(?:he|she)\s*(?:also\s*|then\s*)?", re.I)
_LISTED_MARK = re.compile(
    r"\s*(?:[:|]|[–-]|\s{3,}|,\s+(?=(?:an?\s+)?(?:item|minute|personal|pecuniary|disclosable|"
    r"prejudicial|interest)\b|(?:an?\s+)?non-)|"
    r"\s+(?=(?:in\s+(?:relation\s+to|respect\s+of|regard\s+to|(?:agenda\s+)?item|minute)|"
    r"with\s+(?:regard|respect)\s+to|regarding|whose|as\s+(?:an?|the|his|her|their|he|she)|because|being|"
    r"(?:by|in)\s+virtue\s+of|by\s+reason\s+of|due\s+to|ditto|"
    r"minute\s+(?:no\.?\s*)?[\w/]+)\s)|"
    r"\s+(?=(?:\d{1,4}/)?\d{1,4}\s+(?:\([^()]{1,12}\)\s+)?(?:personal|prejudicial|pecuniary|disclosable|non-))|"
    r"\()\s*",
    re.I,
)
_LETTERED = re.compile(
    r"(?P<who>[A-Z]{2,4}(?:(?:,\s|\sand\s|\s&\s)[A-Z]{2,4}){0,8})\s+"
    r"(?:in\s+(?:relation\s+to|respect\s+of|regard\s+to|(?:agenda\s+)?item|minute|planning|the(?=\s[A-Z]))|"
    r"with\s+(?:regard|respect)\s+to|regarding)\s"
)
_LETTERS = re.compile(r"[A-Z]{2,4}")
_LEAD = re.compile(
    r"\bdeclar\w+\b.*\binterests?\b.*:\W*$|\binterests?\b.*\bdeclar\w+\b.*:\W*$|"
    r"\bdeclarations?\b.*\b(?:made|received|recorded|noted)\b.*:\W*$",
    re.I | re.S,
)
_DASH = re.compile(r"\s+[–-]\s+(?=\S{2})")
_SURNAME = re.compile(r"(?P<who>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)\s+[–-]\s+(?=\S)")
_NO_BAR = re.compile(
    r"\bw(?:ish(?:ed|es)?|ould\s+like)\s+to\s+(?:also\s+)?(?:declare|disclose)\b|\bno\.\s*(?=\d)",
    re.I,
)  # words that hold a barring word and bar nothing ("Item No. 5")
_FINITE = re.compile(r"\b(?:was|were|been|is|are)\b", re.I)
_NONE = re.compile(r"\W*(?:none|nil|no\b|n/a|not\b)", re.I)
_SHORTEST = 4
_RECUSED = re.compile(r"(?P<and>\band\s+)?\brecused\s+(?:him|her|them)sel(?:f|ves)\b", re.I)


def find_declarations(item: ItemLayout, lexicon: Lexicon) -> list[DeclarationFinding]:
    """Return the declarations made in an item; joint ones give one record a member."""
    titled = item.title is not None and _TITLE.search(item.title) is not None
    finder = _Finder(lexicon, titled)
    blocks = [block for block in item.blocks if block.zone in ("minutes", "decision")]
    rows = read_table(blocks, attendance_words(lexicon)) if titled else []
    tabled = {id(block) for row in rows for block in row.blocks}
    for row in rows:
        finder.row(row)
    for block in blocks:
        if id(block) not in tabled:
            finder.block(block)
    return sorted(finder.found, key=lambda found: found.start)


def interest_kind(text: str, words: DeclarationWords) -> Interest:
    """Return the kind of interest that words name."""
    for kind, pattern in words.kinds:
        if pattern.search(text):
            return kind
    return "other"


class _Finder:
    """Reads the blocks of one item and keeps the declarations found so far."""

    def __init__(self, lexicon: Lexicon, titled: bool) -> None:
        self._lexicon = lexicon
        self._words = declaration_words(lexicon)
        self._names = attendance_words(lexicon)
        self._titled = titled
        self._above: Block | None = None
        self._led = False
        self._several = False
        self._last: Sentence | None = None
        self.found: list[DeclarationFinding] = []

    def block(self, block: Block) -> None:
        """Take the declarations of a paragraph, bullet or row."""
        before = len(self.found)
        self._last = None
        self._several = self._titled and sum(map(bool, map(self._dashed, block.sentences))) > 1
        for sentence in block.sentences:
            if self._titled or not self._words.cues.isdisjoint(sentence.words):
                for clause in clauses(sentence, self._words.declares, self._names):
                    self._sentence(clause, before)
            else:
                self._more(sentence, before)
            self._last = sentence
        if len(self.found) == before and (self._titled or self._led):
            self._listed(block)
        if len(self.found) == before and self._titled:
            self._under_name(block)
        leads = ":" in block.text and _LEAD.search(block.text) is not None
        self._led = leads or (self._led and len(self.found) > before)
        self._above = block
        if block.kind == "bullet":
            self._spread(block, before)

    # ------------------------------------------------------------ sentences

    def _sentence(self, sentence: Sentence, before: int) -> None:
        """Take a sentence: a declaration, or more about the one before it."""
        for reading in _READINGS:
            declarers, rule = reading(self, sentence)
            if declarers and self._goes_on(sentence, declarers, before):
                return
            if declarers:
                start = sentence.start + (len(sentence.text) - len(sentence.text.lstrip("([")))
                self._add(start, sentence.end, sentence.text, declarers, rule)
                return
        names = self._dashed(sentence) if self._several or len(self.found) > before else []
        if names and self._titled:
            self._add(sentence.start, sentence.end, sentence.text, names, "declaration.listed")
        else:
            self._more(sentence, before)

    def _dashed(self, sentence: Sentence) -> list[Declarer]:
        """Read "Ann Orr – is a member of the club": a name, a dash, the interest."""
        names, end = opening_names(sentence.text, 0, sentence.start, self._names)
        mark = _DASH.match(sentence.text, end) if names else None
        return names if mark and not _NONE.match(sentence.text, mark.end()) else []

    def _more(self, sentence: Sentence, before: int) -> None:
        """Take what a sentence without a declaration says of the one before it."""
        if len(self.found) > before and _PRONOUN.match(sentence.text):
            self._withdrawn(sentence.text)

    def _goes_on(self, sentence: Sentence, declarers: Sequence[Declarer], before: int) -> bool:
        """Tell whether a sentence says more about a declaration of the same block."""
        if len(self.found) == before or self._words.declares.search(sentence.text):
            return False
        last = self.found[-1]
        same = {_surname(one.name) for one in declarers} == {_surname(last.name)}
        if same:
            self._withdrawn(sentence.text)
        return same

    def _withdrawn(self, text: str) -> None:
        if self._words.leaving.search(text):
            self.found[-1] = replace(self.found[-1], withdrew=True)

    def declared(self, sentence: Sentence) -> tuple[list[Declarer], str]:
        """Read "Cllr Orme declared a personal interest in item 5"."""
        text = sentence.text
        found = self._words.declares.search(text) or self._words.declares_that.search(text)
        if found is None or self._barred(text, found):
            return [], ""
        declarers = named_before(sentence, found.start(), self._names, self._lexicon)
        return declarers or self._pointed_at(text[: found.start()]), "declaration.sentence"

    def _pointed_at(self, words: str) -> list[Declarer]:
        """Return whom "She" before the verb means: who the sentence before is about."""
        if _HE_OR_SHE.fullmatch(words) is None or self._last is None:
            return []
        text = self._last.text
        mention = MentionReader(text, tokenise(text), self._lexicon).read(0)
        named = mention is not None and mention.type in ("person", "role") and not mention.plural
        return [Declarer(mention.label)] if mention is not None and named else []

    def declared_by(self, sentence: Sentence) -> tuple[list[Declarer], str]:
        """Read "A personal interest was declared by Cllr Orme"."""
        found = self._words.passive.search(sentence.text)
        if found is None or self._barred(sentence.text, found):
            return [], ""
        declarers = named_after(sentence, found.end(), self._names, self._lexicon)
        if _FINITE.search(found[0]) is None:  # a heading: "Interests declared by the Chair"
            declarers = [one for one in declarers if one.person]
        return declarers, "declaration.passive"

    def held(self, sentence: Sentence) -> tuple[list[Declarer], str]:
        """Read "Cllr Orme had a personal interest in item 5", "notified the Board of an interest".

        The interest itself is told of, so that an office may hold it; only in such an item.
        """
        text = sentence.text
        found = self._words.holds.search(text) if self._titled else None
        if found is None or self._barred(text, found):
            return [], ""
        return named_before(sentence, found.start(), self._names, self._lexicon), "declaration.held"

    def told(self, sentence: Sentence) -> tuple[list[Declarer], str]:
        """Read "Cllr Orme advised that her daughter was a foster carer" in such an item."""
        text = sentence.text
        found = self._words.tells.search(text) if self._titled else None
        if found is None or self._barred(text, found) or not _SELF.search(text, found.end()):
            return [], ""
        if self._words.other_matters.search(text) or self._words.advising.search(
            text[: found.end()]
        ):
            return [], ""
        declarers = named_before(sentence, found.start(), self._names, self._lexicon)
        return [one for one in declarers if one.person], "declaration.told"

    def recused(self, sentence: Sentence) -> tuple[list[Declarer], str]:
        """Read "Cllr Orme rents a unit from the applicant and recused himself", in any item."""
        found = _RECUSED.search(sentence.text)
        if found is None or self._barred(sentence.text, found):
            return [], ""
        names = named_before(sentence, found.start(), self._names, self._lexicon)
        if names or not found["and"]:
            return names, "declaration.recused"
        mention = MentionReader(sentence.text, tokenise(sentence.text), self._lexicon).read(0)
        named = mention is not None and mention.type == "person" and not mention.plural
        return [Declarer(mention.label)] if mention and named else [], "declaration.recused"

    def _barred(self, text: str, found: re.Match[str]) -> bool:
        """Tell whether a sentence declares nothing, or mentions what was declared earlier."""
        said = _NO_BAR.sub("", without_relative(text[: found.start()]) + found[0])
        if self._words.barring.search(said):
            return True
        return self._words.earlier.search(text[: found.start()]) is not None

    # ------------------------------------------------------------ lists and rows

    def _listed(self, block: Block) -> None:
        """Read "Name - Interest", "Item 5: Name, member of the club" and rows of a table."""
        text = block.text
        reference = _REFERENCE.match(text)
        first = start = reference.end() if reference else 0
        kind = _INTEREST.match(text, start)
        if kind is not None and not (self._titled and _NAMED_BEHIND.match(text, kind.end())):
            return
        start = kind.end() + 1 if kind else start
        for label in (self._words.kind_label, _ITEM_LABEL):
            found = label.match(text, start)
            start = found.end() if found else start
        names, end = opening_names(text, start, block.start, self._names)
        surname = _SURNAME.match(text) if self._led and not names else None
        if surname is not None:
            names, end = [Declarer(surname["who"])], surname.end("who")
        mark = _LISTED_MARK.match(text, end) if names else None
        rest = text[mark.end() :] if mark else ""
        lettered = _LETTERED.match(text)
        if lettered is not None:
            letters = [Declarer(letters) for letters in _LETTERS.findall(lettered["who"])]
            self._add(block.start, block.end, text, letters, "declaration.listed")
            return
        other = not self._led and self._words.other_matters.search(rest) is not None
        if not names or other or _NONE.match(rest):
            return
        if start > first or (
            mark and len(rest) >= _SHORTEST and not _only_office(rest, self._names)
        ):
            self._add(block.start, block.end, text[first:], names, "declaration.listed")

    def _under_name(self, block: Block) -> None:
        """Read "Item 4 as a tenant of the Homes", where a line above it is a name alone."""
        label = _ITEM_START.match(block.text) or _INTEREST.match(block.text)
        if label is None or self._above is None or _NONE.match(self._above.text):
            return
        above = self._above
        names, end = opening_names(above.text, 0, above.start, self._names)
        if names and not above.text[end:].strip(" :–-."):
            self._add(block.start, block.end, block.text, names, "declaration.under_name")

    def row(self, row: Row) -> None:
        """Take a row of a table whose cells stand each on a line of its own."""
        first, last = row.blocks[0], row.blocks[-1]
        text = " ".join(block.text for block in row.blocks)
        self._add(first.start, last.end, text, row.declarers, "declaration.row")

    # ------------------------------------------------------------ records

    def _add(
        self, start: int, end: int, text: str, declarers: Sequence[Declarer], rule: str
    ) -> None:
        item = _ITEM.search(text)
        number = (item["number"] or item["reference"]).rstrip(".") if item else None
        withdrew = self._words.leaving.search(text) is not None
        kind = interest_kind(text, self._words)
        self.found += [
            DeclarationFinding(start, end, declarer.name, kind, number, withdrew, rule)
            for declarer in declarers
        ]

    def _spread(self, block: Block, before: int) -> None:
        """A bullet with one declaration is the declaration, whatever it goes on to say."""
        made = self.found[before:]
        if len({(one.start, one.end) for one in made}) == 1:
            self.found[before:] = [replace(one, start=block.start, end=block.end) for one in made]


_READINGS: tuple[Callable[[_Finder, Sentence], tuple[list[Declarer], str]], ...] = (
    _Finder.declared,
    _Finder.declared_by,
    _Finder.held,
    _Finder.told,
    _Finder.recused,
)


def _only_office(rest: str, names: AttendanceWords) -> bool:
    """Tell whether a bracket after a name gives the office and no interest."""
    tokens = tokenise(rest.rstrip(") ."))
    return NameReader(tokens, names).is_office(0) and not _ITEM.search(rest) and rest.endswith(")")


def _surname(name: str) -> str:
    return name.rsplit(None, 1)[-1].lower()
