"""Questions that share their subject with another report: "thanked officers and asked"."""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.attribute.reports.model import Report
from minutesparse.attribute.verbs import ReportingVerb, find_verbs, verb_words
from minutesparse.lexicons import Lexicon

_REACH = 150  # tokens from the first verb to one that shares its subject


def coordinated_question(
    lowers: Sequence[str], report: Report, lexicon: Lexicon
) -> ReportingVerb | None:
    """Return an asking verb that shares the subject: "thanked officers and asked"."""
    adverbs = verb_words(lexicon).adverbs
    for verb in find_verbs(lowers[report.verb.after : report.verb.after + _REACH], lexicon):
        before = report.verb.after + verb.first - 1
        if verb.form == "gerund" and verb.act == "ask" and lowers[before] == ",":
            return verb
        if verb.form not in ("past", "present") or verb.act not in ("ask", "procedural"):
            continue
        after = report.verb.after + verb.after
        if verb.lemma == "ask" and after < len(lowers) and lowers[after] == "that":
            continue
        while before > 0 and (
            (lowers[before],) in adverbs or lowers[before] in ("he", "she", "they")
        ):
            before -= 1
        if lowers[before] in ("and", ",", "but", "then") and (
            verb.act == "ask" or "any" in verb.lemma
        ):
            return verb
    return None
