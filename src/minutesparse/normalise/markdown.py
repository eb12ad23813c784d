r"""The marks of Markdown, which a page keeps where nobody has rendered it.

Each mark is put out where it stands, so that offsets stay what they are: quotes ("> "), headings
("## "), bold ("**Title**"), escapes ("2\. Planning") and comments ("<!-- -->").
"""

from __future__ import annotations

import re

from minutesparse.text import spaces

_QUOTE = re.compile(r"^ {0,3}(?:> ?)++(?=\S|$)", re.M)
_HEADING = re.compile(r"^ {0,3}#{1,6} +(?=\S)", re.M)
_BOLD = re.compile(r"(?<![*\w])\*\*(?=[^\s*])([^*\n]{1,300}?)(?<=\S)\*\*")
_ESCAPE = re.compile(r"\\([.)(*_\[\]#>+!~$|'\"-])")
_HARD_BREAK = re.compile(r"(?<=\S)\\$", re.M)
_COMMENT = re.compile(r"<!--[^<>]{0,200}?-->")
_FEWEST_QUOTES = 3
_FEWEST = 2


def drop_markdown(text: str) -> str:
    """Put spaces over the marks of Markdown."""
    if "\\" in text:
        text = _HARD_BREAK.sub(" ", _ESCAPE.sub(r"\1 ", text))
    if "<!--" in text:
        text = _COMMENT.sub(lambda comment: spaces(comment[0]), text)
    if ">" in text and len(_QUOTE.findall(text)) >= _FEWEST_QUOTES:
        text = _QUOTE.sub(lambda mark: spaces(mark[0]), text)
    if "# " in text and len(_HEADING.findall(text)) >= _FEWEST:
        text = _HEADING.sub(lambda mark: spaces(mark[0]), text)
    if "**" in text and len(_BOLD.findall(text)) >= _FEWEST:
        text = _BOLD.sub(lambda bold: f"  {bold[1]}  ", text)
    return text
