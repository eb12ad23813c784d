"""Clauses without a reporting verb that report all the same: by a noun, a view, a lead-in."""

from __future__ import annotations

import re

from minutesparse.attribute.verbs import Act

_VIEW_OF = re.compile(r"\bwas\s+the\s+(?:view|opinion|belief|hope|understanding)\s+of\s+", re.I)
_IN_VIEW = re.compile(
    r"(?:In|It\s+(?:was|is)(?:\s+also)?)\s+(?P<who>(?:the\s+)?[A-Z][\w .'’-]{1,50}?)['’]s?\s+"
    r"(?:own\s+|personal\s+)?(?:view|opinion|belief|hope|understanding|experience)\b"
)
_HELD = re.compile(
    r"(?P<who>(?:The\s+)?[A-Z][\w .'’-]{1,60}?)['’]s?\s+"
    r"(?:(?:own|personal|main|only|further|second|other)\s+)*"
    r"(?:(?P<noun>view|opinion|belief|hope|understanding|feeling|concern|preference|suggestion|worry|point|advice|"
    r"answer|response|reply|question|query)\s+was\s+"
    r"(?:that|how|whether|why|what|when|who|if|on|about|regarding|concerning)\b|"
    r"(?P<asked>question|query|enquiry|comment|concern)\s+(?:had\s+)?(?:related\s+to|concerned|centred\s+on)\b|"
    r"(?P<told>answer|response|reply)\s+was\s+"
    r"(?!given|sent|read|circulated|received|awaited|expected|published|tabled|to\b))"
)
_HELD_ACTS: dict[str, Act] = {
    "question": "ask", "query": "ask", "enquiry": "ask", "advice": "state", "answer": "answer",
    "response": "answer", "reply": "answer",
}  # fmt: skip
_BROUGHT_BY = re.compile(
    r"(?:Consideration\s+was\s+given\s+to|There\s+(?:was|were|had\s+been)\s+(?:submitted|circulated|tabled)|"
    r"(?:Submitted|Presented|Circulated|Tabled)\b)(?:[^.;]|\bNo\.){0,90}?\b(?:by|from)\s+"
)
_REPORT = r"(?:report|paper|briefing|update|presentation|overview)"
_BEFORE_AUTHOR: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"An?\s+(?:[a-z-]+\s+){{0,3}}{_REPORT}\s+(?:was|were)\s+"
        r"(?:considered|received|heard|noted|discussed)\s+(?:from|by)\s+"
    ),
    re.compile(
        r"(?:By\s+means\s+of|With\s+the\s+aid\s+of|Through|Via|Further\s+to)\s+(?:an?|the)\s+(?:[a-z-]+\s+){0,3}"
        rf"{_REPORT}s?(?:\s+and\s+(?:an?\s+)?{_REPORT})?\s+(?:by|from|of)\s+"
    ),
    re.compile(
        r"(?:Considered|Consideration\s+was\s+(?:(?:then|also|next)\s+)*given\s+to)\s+an?\s+"
        rf"(?:[a-z-]+\s+){{0,3}}{_REPORT}s?\s+(?:by|from|of)\s+"
    ),
    re.compile(
        r"(?:Laid\s+)?[Bb]efore\s+(?:the\s+)?(?:[A-Z][\w-]+\s+){1,4}(?:was|were|lay)\s+(?:an?|the)\s+"
        rf"(?:[a-z-]+\s+){{0,3}}{_REPORT}s?\s+(?:by|from|of)\s+"
    ),
    re.compile(
        rf"[A-Z][^.;]{{3,160}}?\b(?:had\s+before\s+(?:it|them)|gave\s+consideration\s+to)\s+(?:an?|the)\s+"
        rf"(?:[a-z-]+\s+){{0,3}}{_REPORT}s?\s+(?:by|from|of)\s+"
    ),
    re.compile(
        r"(?:Members|Councillors|The\s+[A-Z][\w-]+)\s+(?:was|were)\s+(?:then\s+)?"
        r"(?:shown|(?:taken|walked|talked|guided|led)\s+through)\s[^.;]{3,90}?\bby\s+"
    ),
)
"""What stands before whoever brings a report: "The Board had before it a report from"."""
_REPORT_OF = re.compile(
    r"(?:An?|The)\s+(?:[a-z-]+\s+){0,3}(?:report|paper|briefing|update)\s+(?:by|from|of)\s+(?P<who>(?:the\s+)?[A-Z])"
    r"[^.]{3,160}?\b(?:was|were|had\s+been|having\s+been)\s+(?:then\s+)?(?:considered|submitted|presented|tabled|discussed|received|circulated)\b"
)
_REPORT_TELLS = re.compile(
    r"(?:An?|The)\s+(?:[a-z-]+\s+){0,3}(?:report|paper|briefing|update|presentation)\s+(?:by|from)\s+"
    r"(?P<who>(?:the\s+)?[A-Z])[^.,;]{2,60}?\s(?:highlighted|outlined|covered|showed|included|set\s+out|summarised)\b"
)
_OWN_REPORT_TELLS = re.compile(
    r"(?P<who>(?:The\s+)?[A-Z][\w .'’-]{1,60}?)['’]s?\s+(?:[a-z-]+\s+){0,2}"
    r"(?:report|update|paper|statement)\s+(?:\([^()]{2,40}\)\s+)?(?:also\s+)?"
    r"(?:said|stated|showed|noted|explained|highlighted|covered|included|mentioned|"
    r"outlined|advised|gave|told|set\s+out|drew)\b"
)
_OPENS_POINTS = re.compile(
    r"(?:In|During|Having|Following|On|Upon|After|When|Arising|Responding|Replying|Answering)\s|"
    r"(?:(?:The\s+)?(?:[Kk]ey|[Mm]ain)\s+)?(?:[Pp]oints|[Cc]omments|[Qq]uestions|[Ii]ssues)\b.{0,30}\bby\s"
)
_VOICED = re.compile(
    r"(?:(?:Some|Much|General|Great|Real|Serious|Strong)\s+)?(?:[Cc]oncerns?|[Dd]isappointment|[Ff]rustration|[Ss]urprise|[Rr]egret)\s+"
    r"(?:that|at|over|about|with|regarding|as\s+to|around|was\s+(?:raised|expressed|voiced))\b"
)
_THERE_WAS_ASKED = re.compile(
    r"There\s+(?:was|were|had\s+been|followed)\s+(?:(?:also|then|a|an|one|some|several|further|two|three|other)\s+)*"
    r"(?:questions?|quer(?:y|ies)|enquir(?:y|ies))\s+(?:about|on|as\s+to|regarding|over|concerning|whether|how|why)\b"
)
_REPLY_WAS = re.compile(
    r"(?:and\s+)?the\s+(?:(?:explanation|answer|reply|response|advice|reason)\s+(?:given\s+|received\s+|to\s+this\s+)?"
    r"(?:was|being)\s+that|(?:answer|reply|response)\s+to\s+which\s+(?:was|being))\b",
    re.I,
)
_IMPERSONAL: tuple[tuple[re.Pattern[str], Act, str], ...] = (
    (_VOICED, "comment", "concern"),
    (_THERE_WAS_ASKED, "ask", "question"),
    (_REPLY_WAS, "answer", "answer"),
)
_CONSULTED = re.compile(
    r"\b(?P<who>(?:the\s+)?(?:[A-Z][\w.-]*\s+){0,5}[A-Z][\w.-]*)['’]s?\s+(?:own\s+)?(?:views?|opinion|thoughts|position|advice)\b"
)
_POINTS_BY = re.compile(
    r"(?:The\s+)?(?:(?:[Kk]ey|[Mm]ain|[Pp]rincipal|[Ff]ollowing)\s+)*(?:[Pp]oints|[Cc]omments|[Ii]ssues|[Rr]epresentations|[Ss]ubmissions)\s+"
    r"(?:(?:were|was)\s+)?(?:raised|made|put\s+forward|highlighted|presented)\s+by\s+(?P<who>(?:the\s+)?[A-Z])"
)
_GUEST = re.compile(
    r"(?:The\s+)?[A-Z][^.;:]{2,60}?\s(?:received|welcomed|heard\s+from)\s+(?P<who>(?:the\s+)?[A-Z])"
    r"[^.;:]{3,200}?\bwho\s+(?:(?:then|also|both|jointly)\s+)?"
    r"(?:gave|provided|delivered|made|presented|introduced|updated|briefed)\b"
)
_BRINGING = re.compile(
    r"(?:(?:In|On|While|Whilst|When)\s+)?(?:[Pp]resenting|[Ii]ntroducing|[Oo]utlining|[Ss]ummarising)\b|"
    r"(?:By\s+way\s+of|As)\s+(?:an?\s+)?(?:introduction|background|update)\b|"
    r"As\s+part\s+of\s+(?:his|her|their|the)\s+(?:\w+\s+){0,2}(?:presentation|introduction|report|update)\b"
)
_LONGEST_OPENING = 160
TELLING = frozenset(
    """view opinion belief hope understanding experience feeling concern preference suggestion
    worry point advice answer response reply question query consideration submitted presented
    circulated tabled report paper briefing update points comments issues representations
    submissions concerns disappointment frustration surprise regret questions queries enquiry
    enquiries explanation reason presentation overview shown through presenting introducing
    outlining summarising statement""".split()
)
"""Words of which a clause has one in which a noun tells who says or brings what."""
_WHO_ASKED = re.compile(r"\b(?:from|of|to|with)\s+$")
_OPENS_NAME = re.compile(r"(?<=\s)(?:the\s+)?[A-Z]")


_IN_VIEW_OF = re.compile(r"In\s+the\s+(?:view|opinion)\s+of\s+(?P<who>(?:the\s+)?[A-Z])")


def view_holder(text: str) -> int | None:
    """Return where whoever holds a view stands: "It was the view of X", "In X's opinion"."""
    found = _VIEW_OF.search(text)
    if found is not None:
        return found.end()
    owned = _IN_VIEW.match(text) or _IN_VIEW_OF.match(text)
    return owned.start("who") if owned is not None else None


def holder_of(text: str) -> tuple[int, Act, str] | None:
    """Return who "X's question was whether" begins with: offset, act and noun."""
    found = _HELD.match(text)
    if found is None:
        return None
    noun = found["noun"] or found["asked"] or found["told"]
    return found.start("who"), _HELD_ACTS.get(noun, "comment"), noun


def consulted(text: str) -> int | None:
    """Return where whose view is asked for stands: "asked what the Director's view was"."""
    found = _CONSULTED.search(text)
    return found.start("who") if found is not None else None


def bringer_of(text: str) -> int | None:
    """Return where the author stands: "There was tabled a report by X", "X's report said"."""
    brought = _BROUGHT_BY.match(text)
    if brought is not None:
        return brought.end()
    behind = next((found.end() for one in _BEFORE_AUTHOR if (found := one.match(text))), None)
    tells = _REPORT_OF.match(text) or _REPORT_TELLS.match(text) or _OWN_REPORT_TELLS.match(text)
    report = tells if behind is None else None
    return report.start("who") if report is not None else behind


def impersonal_act(text: str) -> tuple[Act, str] | None:
    """Return what a noun reports of nobody named: "There was a question about", "Concern at"."""
    return next(((act, lemma) for found, act, lemma in _IMPERSONAL if found.match(text)), None)


def guest_of(text: str) -> int | None:
    """Return where who was welcomed stands: "received Ms A and Mr B, who gave a presentation"."""
    found = _GUEST.match(text)
    return found.start("who") if found is not None else None


def presenters(text: str) -> list[int]:
    """Return where whoever brings a report may stand: "In presenting the report the Director"."""
    opening = _BRINGING.match(text)
    if opening is None:
        return []
    return [found.start() for found in _OPENS_NAME.finditer(text, opening.end(), _LONGEST_OPENING)]


def points_by(text: str) -> int | None:
    """Return where whoever made the points stands: "Key points raised by Mr A were that:"."""
    found = _POINTS_BY.match(text) if text.rstrip(" -–").endswith(":") else None
    return found.start("who") if found is not None else None


def announcers(text: str) -> list[int]:
    """Return where those may stand whose points follow: "In discussing the report, Members:"."""
    if not text.endswith(":") or _OPENS_POINTS.match(text) is None:
        return []
    names = _OPENS_NAME.finditer(text)
    return [found.start() for found in names if not _WHO_ASKED.search(text, 0, found.start())]
