"""Subjects that only look like speakers, and speakers that lack a reporting verb."""

from __future__ import annotations

import re

from minutesparse.attribute.drafts import State, same_speaker
from minutesparse.attribute.frame import Frame
from minutesparse.attribute.parties import Parties
from minutesparse.naming import Mention

_NO_INITIALS = frozenset(
    {
        "NB",
        "PS",
        "RE",
        "TO",
        "NO",
        "OK",
        "AOB",
        "FYI",
        "TBC",
        "TBA",
        "CC",
        "BCC",
        "FOR",
        "AYE",
        "AYES",
        "NOES",
        "NAYS",
        "NAY",
    }
)


_SUM = re.compile(r"\s*[:–—-]+\s*[£$€][\d,.]++\s?+(?:k|m|bn|million|pa)?+(?!\s*[a-z]{2})")


_NOTE = re.compile(r"\s*[–-]\s*[a-z][^.?!;:]{0,40}\.?$")
_DOES = re.compile(r"\s+(?:has|had|will|would)\s+[a-z]")
_IS = re.compile(r"\s+(?:did|was|could|is)\s+(?:not\s+)?[a-z]")
_HAD_DONE = re.compile(
    r"\s+(?:had|has|have)\s+(?:(?:also|both|all|recently|already|previously|since|now|then|just|subsequently)\s+)*"
    r"(?!no\b|not\b|an?\b|the\b|been\s+(?:able|pleased|happy|concerned|told|asked)\b|any\b|some\b|concerns?\b)[a-z]"
)
_CANNOT = re.compile(
    r"\s+(?:did\s+not\s+(?:have|know)|(?:were|was)\s+(?:not\s+(?:aware|able|sure)|unable|unaware)|"
    r"could\s+not\s+(?:say|confirm|comment)|had\s+no\s+(?:figures?|data|information))\b"
)
_DEEDS = frozenset({None, "propose", "undertake", "comment"})
_TELLS = frozenset({"ask", "answer"})
_THE = re.compile(r"\bthe\s+$", re.I)
_LONGEST_CAPITALS = 5
_LONGEST_INITIALS = 3


def _bare(mention: Mention) -> str:
    return mention.label.lower().removeprefix("the ")


class Subjects:
    """Settles a frame's subject by what is known of the speakers.

    Args:
        state: What the fold remembers.
        parties: What is known of the speakers.
    """

    def __init__(self, state: State, parties: Parties) -> None:
        self._state = state
        self._parties = parties

    def settled(self, frame: Frame, fresh: bool, announces: bool) -> Frame:
        """Drop what only looks like a speaker; take a known name that lacks a verb."""
        frame = self._signed(frame)
        mention = frame.mention
        if mention is not None and mention.label.lower().startswith("no "):
            frame, mention = frame._replace(mention=None, voice="none"), None
        if mention is not None and not self._is_somebody(frame, mention):
            return frame._replace(mention=None, act=None, voice="none")
        if mention is not None and not announces and self._is_told_of(frame, mention, fresh):
            return frame._replace(act=None, lemma="", mention=None, voice="none", leading=mention)
        silent = mention is not None and frame.act is None and not announces
        if silent and mention is not None and self._is_weak(frame, mention, fresh):
            return frame._replace(mention=None, voice="none", leading=mention)
        if mention is not None and not mention.titled:
            frame = self._parties.trimmed(frame)
        leading = frame.leading
        if mention is not None or leading is None or leading.type != "person":
            return frame
        if fresh and not frame.only_names and self._parties.has_spoken(leading):
            return frame._replace(mention=leading, voice="active")
        return frame

    def _signed(self, frame: Frame) -> Frame:
        """Take initials in brackets behind a clause for its speaker, if the page knows them."""
        tail = frame.tail
        if tail is None or tail.titled or not tail.label.isupper():
            return frame
        if not self._parties.known_initials(tail, reporting=False):
            return frame._replace(tail=None)
        unsaid = frame.mention is None and frame.act is None
        return frame._replace(mention=tail, voice="active") if unsaid else frame

    def _is_told_of(self, frame: Frame, mention: Mention, fresh: bool) -> bool:
        """Tell whether a speech goes on with what somebody else had done ("Mr B had written")."""
        last, lead = self._state.last, self._state.lead
        listed = lead is not None and same_speaker(lead.speaker, last.speaker if last else None)
        if (
            (fresh and not listed)
            or last is None
            or last.speaker is None
            or last.rule == "presentation.deed"
        ):
            return False
        if last.kind not in ("presentation", "comment", "answer") or frame.act not in _DEEDS:
            return False
        if mention.type == "pronoun" or frame.labelled or frame.replying or frame.interrogative:
            return False
        debates = last.kind == "comment" and mention.type == "person"
        if debates and self._parties.is_member(mention):
            return False
        told = _HAD_DONE.match(frame.text, mention.end - frame.start) is not None
        return told and not same_speaker(last.speaker, mention)

    def _is_weak(self, frame: Frame, mention: Mention, fresh: bool) -> bool:
        """Tell whether a subject without a reporting verb is more likely spoken of."""
        rest = frame.text[mention.end - frame.start :]
        following = rest.split()[:1]
        if mention.type == "group":
            promises = following and (following[0] in ("will", "would") or _CANNOT.match(rest))
            asked = self._state.open is not None
            waits = asked and self._parties.may_answer(mention) and " " not in _bare(mention)
            return not (promises and waits)
        if mention.type == "pronoun":
            last = self._state.last
            said = last is not None and last.kind == "presentation" and last.speaker is not None
            return not (fresh and said and mention.label.lower() in ("he", "she"))
        if mention.type == "person":
            return self.is_unknown(mention)
        if self._state.announced and self._state.floor is not None and not frame.labelled:
            return True
        acts = following and following[0] in ("will", "would")
        last = self._state.last
        waits = last is not None and last is self._state.open and last.kind == "question"
        if not (fresh or acts or waits):
            return True
        if self._parties.has_spoken(mention):
            return False
        third = following and following[0] in ("had", "has", "have") and len(frame.text.split()) > 5
        return not fresh or bool(third and not self._parties.is_executive(mention))

    def is_unknown(self, mention: Mention) -> bool:
        """Tell whether capital words without a title are nobody whom the page knows."""
        bare = mention.type == "person" and mention.title is None and " " in mention.label
        return bare and not self._parties.is_known(mention)

    def _has_label(self, frame: Frame, mention: Mention) -> bool:
        """Tell whether words before a dash or colon are a speaker and not a topic or a payee."""
        rest = frame.text[mention.end - frame.start :]
        last = self._state.last
        waits = last is not None and last is self._state.open and last.kind == "question"
        if _SUM.match(rest) or (not waits and mention.type == "role" and _NOTE.match(rest)):
            return False
        if mention.type == "group" and mention.label.isupper() and " " in mention.label:
            return False
        bare = mention.type == "person" and not mention.titled and " " in mention.label
        return not bare or self._parties.is_known(mention)

    def _is_somebody(self, frame: Frame, mention: Mention) -> bool:
        """Tell whether bare capitals stand for a person here and not for a body."""
        if frame.labelled and not self._has_label(frame, mention):
            return False
        letters = mention.label.replace(".", "")
        if letters.istitle():
            return True  # "Bev", "Gus": a first name, however short
        longest = _LONGEST_CAPITALS if mention.label.isupper() else _LONGEST_INITIALS
        if mention.name != mention.label or len(letters) > longest:
            return True
        if frame.labelled and re.match(r"\s*:", frame.text[mention.end - frame.start :]):
            return mention.label not in _NO_INITIALS and self._parties.may_label(mention)
        if re.match(r"\s*(?:have|are|were)\b", frame.text[mention.end - frame.start :]):
            return False
        if frame.act in _TELLS and not _THE.search(frame.text[: mention.start - frame.start]):
            return True  # "KPMG replied that": whoever it is, it replies
        does = _DOES.match(frame.text, mention.end - frame.start) is not None
        listed = self._parties.attends(mention.label)
        does = does or (listed and bool(_IS.match(frame.text, mention.end - frame.start)))
        dotted = frame.labelled and "." in mention.label  # "D.M. – It will open"
        reports = frame.act is not None or does or dotted
        return self._parties.known_initials(mention, reporting=reports)
