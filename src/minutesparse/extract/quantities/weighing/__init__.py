"""Weighs every word around a figure: whether it belongs to the figure's subject.

The rules give a subject whole or miss it whole. Their subject is one thing that is known of a word;
others are where it stands, what lies between it and the figure, and what part it plays. What each
weighs is learned from marked minutes (``training``), and the words that weigh enough are the
subject.
"""

from minutesparse.extract.quantities.weighing.namers import (
    Namer,
    RuleNamer,
    WeighingNamer,
    shipped_namer,
)

__all__ = ["Namer", "RuleNamer", "WeighingNamer", "shipped_namer"]
