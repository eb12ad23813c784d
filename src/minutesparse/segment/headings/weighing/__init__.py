"""Weighs every line of a page: whether an item's heading begins on it.

The rules know ways of printing a page, and take the first that the page answers to for all of it:
where it is printed in no way that they know, they find nothing or the wrong lines throughout. Here
every line has weights, learned from marked minutes (``training``), that tell how likely it is a
heading. Where the likely lines explain a page much better than the rules' lines do, they are its
headings.
"""

from minutesparse.segment.headings.weighing.surveyors import (
    RuleSurveyor,
    Surveyor,
    WeighingSurveyor,
    shipped_surveyor,
)

__all__ = ["RuleSurveyor", "Surveyor", "WeighingSurveyor", "shipped_surveyor"]
