"""What Word's own styles say of a paragraph of HTML: whether it is a list item, and how deep."""

from __future__ import annotations

import re

_LEVEL = re.compile(r"mso-list:[^;]*\blevel([1-9])")
_MARGIN = re.compile(r"margin-left:\s*([\d.]{1,8})(pt|cm|in|mm|px)")
_POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "px": 0.75}
_STEP = 36.0  # points that Word indents each level by


def is_word_item(classes: str, style: str) -> bool:
    """Tell whether Word wrote a paragraph as a list item.

    Args:
        classes: The element's ``class``.
        style: The element's ``style``.
    """
    return "MsoList" in classes or "mso-list" in style


def word_depth(style: str) -> int | None:
    """Return the depth of a list item by its level or margin, None where neither is given."""
    level = _LEVEL.search(style)
    if level:
        return int(level[1]) - 1
    margin = _MARGIN.search(style)
    if not margin or margin[1].count(".") > 1 or not margin[1].strip("."):
        return None
    return max(0, round(float(margin[1]) * _POINTS[margin[2]] / _STEP) - 1)
