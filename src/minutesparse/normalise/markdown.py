r"""The marks of Markdown, which a page keeps where nobody has rendered it.

Each mark is put out where it stands, so that offsets stay what they are: quotes ("> "), headings
("## "), bold ("**Title**"), escapes ("2\. Planning"), comments ("<!-- -->", with the number of the
page that ends above one), rules ("---"), pictures, the targets of links, tags of HTML with what
they hide, and the fields for the site at the head.
"""

from __future__ import annotations

import re

from minutesparse.text import spaces

_QUOTE = re.compile(r"^ {0,3}(?:> ?)++(?=\S|$)", re.M)
_HEADING = re.compile(r"^ {0,3}#{1,6} +(?=\S)", re.M)
_BOLD = re.compile(r"(?<![*\w])\*\*(?=[^\s*])([^*\n]{1,300}?)(?<=\S)\*\*")
_ESCAPE = re.compile(r"\\([.)(*_\[\]#>+!~$|'\"-])")
_HARD_BREAK = re.compile(r"(?<=\S)\\$", re.M)
_PAGE_END = re.compile(
    r"^[ \t]{0,80}(?:-[ \t])?\d{1,4}(?:[ \t]-)?[ \t]{0,80}\n\s{0,9}(?=<!--\s{0,3}Page\b)",
    re.M | re.I,
)
_COMMENT = re.compile(r"<!--[^<>]{0,200}?-->")
_RULE = re.compile(r"^ {0,3}(?:---|\*\*\*|___)[ \t]*$", re.M)
_PICTURE = re.compile(r"!\[[^\]\n]{0,100}\]\([^()\n]{0,300}\)")
_TARGET = re.compile(r"(?<=\])\((?:https?://|/)[^()\s]{1,300}\)")
_HIDDEN = re.compile(
    r"<(span|div|p)\b[^<>\n]{0,200}display:\s{0,2}none[^<>\n]{0,80}>[^<>\n]{0,200}</\1>"
)
_TAG = re.compile(
    r"</?(?:a|b|br|center|div|em|font|h[1-6]|i|p|small|span|strong|su[bp]|u)(?:\s[^<>\n]{0,200})?/?>",
    re.I,
)
_SITE_FIELDS = re.compile(r"\A\s{0,9}---\n(?:(?:[\w-]{1,30}:|[ \t]+\S).{0,300}\n){1,30}---[ \t]*\n")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HEAD = 1500  # characters in which a page that is dated tells its date
_FEWEST_QUOTES = 3
_FEWEST = 2


def drop_markdown(text: str) -> str:
    """Put spaces over the marks of Markdown."""
    if "\\" in text:
        text = _HARD_BREAK.sub(" ", _ESCAPE.sub(r"\1 ", text))
    if "---" in text:
        text = _without_site_fields(text)
    if "<" in text:
        for pattern in (_PAGE_END, _COMMENT, _HIDDEN, _TAG):
            text = pattern.sub(_spaces, text)
    if "](" in text:
        text = _TARGET.sub(_spaces, _PICTURE.sub(_spaces, text))
    if ">" in text and len(_QUOTE.findall(text)) >= _FEWEST_QUOTES:
        text = _QUOTE.sub(_spaces, text)
    if "# " in text and len(_HEADING.findall(text)) >= _FEWEST:
        text = _HEADING.sub(_spaces, text)
    if "**" in text and len(_BOLD.findall(text)) >= _FEWEST:
        text = _BOLD.sub(lambda bold: f"  {bold[1]}  ", text)
    return text


def _without_site_fields(text: str) -> str:
    """Put spaces over rules, and over the fields for the site where the page is dated itself."""
    fields = _SITE_FIELDS.match(text)
    if fields is not None and _YEAR.search(text, fields.end(), fields.end() + _HEAD):
        text = spaces(fields[0]) + text[fields.end() :]
    return _RULE.sub(_spaces, text) if len(_RULE.findall(text)) >= _FEWEST else text


def _spaces(found: re.Match[str]) -> str:
    return spaces(found[0])
