"""Texts that no clerk would write, and texts that are nearly minutes, for property tests."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

steadily = settings(deadline=None, derandomize=True)
"""Slow, and the same examples each time: what is right does not depend on the day."""

LINE_ENDS = ("\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
DIRECTIONS = ("\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e")
INVISIBLE = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", *DIRECTIONS)
RIGHT_TO_LEFT = ("שלום", "مجلس", "\u2067", "\u2069")
SPACES = (" ", "\t", "\u00a0", "\u2009", "\u202f", "\u3000", "  ", "\u00a0" * 6)
MOJIBAKE = ("â€™", "â€œ", "Â£", "Â\u00a0", "Ã©")
DAMAGE = (*MOJIBAKE, "\x00", "\x1d", "\ufffd", "<AI1>", "FIELD_TITLE")
SURROGATES = ("\ud800", "\udfff", "\udcff")

WORDS = (
    "Councillor Orr", "Cllr. A. J. Hale", "The Chair", "Mrs O'Dell", "the Director of Housing",
    "asked whether", "said that", "replied", "presented the report", "was noted", "In response to",
    "a question from", "it was confirmed that", "RESOLVED", "that the report be noted",
    "£1.2m", "9%-11%", "20 working days", "There were none", "left the meeting at 7.15 pm",
)  # fmt: skip
BULLETS = ("", "• ", "·      ", "o   ", "- ", "(a) ", "1. ", "22.1 ", "206/19 ")
LABELS = (
    "Minutes: ", "Decision:", "Question 1: ", "Response:", "No. | Item |", "|", "---|---|",
    "Agenda item", "Supporting documents:", "1.  APOLOGIES",
    "Meeting: 06/09/2022 - Cabinet (Item 20)",
)  # fmt: skip

_whole = st.sampled_from((*INVISIBLE, *RIGHT_TO_LEFT, *SPACES, *LINE_ENDS))
_odd = st.one_of(_whole, st.sampled_from(DAMAGE))
_character = st.characters(codec="utf-8")
_sound = st.characters(codec="utf-8", exclude_characters="âÂÃÅ")

texts = st.lists(st.one_of(st.text(_character, max_size=8), _odd), max_size=40).map("".join)
"""Any text at all, rich in what goes wrong, without lone surrogates."""

whole_texts = st.lists(st.one_of(st.text(_sound, max_size=8), _whole), max_size=40).map("".join)
"""Any text with odd spaces and line ends, but nothing damaged that could be mended."""

broken_texts = st.lists(st.one_of(texts, st.sampled_from(SURROGATES)), max_size=6).map("".join)
"""Any text at all, with code points that no encoding can carry."""

_sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
_close = st.sampled_from((".", "?", ":", ";", "", ",", " |"))
_mark = st.sampled_from((*BULLETS, *LABELS))
_line = st.builds("{}{}{}".format, _mark, _sentence, _close)
_end = st.sampled_from(LINE_ENDS[:5])

minutes = st.lists(st.one_of(_line, _line, _odd, st.sampled_from(LABELS)), max_size=24).flatmap(
    lambda lines: _end.map(lambda end: end.join(lines))
)
"""Lines that look like minutes in no order that minutes have."""
