"""Questions of the corpus with their answers, read by a person, and a search that finds each."""

from __future__ import annotations

from typing import NamedTuple


class Checked(NamedTuple):
    """A query, and words of the question and of the answer that it must bring up first."""

    query: str
    question: str
    answer: str


# None of the words are names or numbers, so that they hold for altered copies as well.
CHECKED = (
    Checked(
        "tenants on notice",
        "How many tenants were on notice for arrears",
        "evictions this year and none last year",
    ),
    Checked(
        "percentage of calls abandoned",
        "asked what percentage of calls were abandoned",
        "said that at the last count this was",
    ),
    Checked(
        "farmers under contract",
        "a question from Mr Fordham about farmers under contract",
        "were signed up and paid",
    ),
    Checked(
        "passengers carried worst",
        "asked how many passengers were carried on the worst of them",
        "per journey on average",
    ),
    Checked(
        "missed bin figures roads",
        "Members queried the missed bin figures. Was it always the same roads?",
        "these were narrow and parked cars were the cause",
    ),
    Checked(
        '"limited assurance" meant',
        "asked what was meant by “limited” assurance",
        "this was where there was at least one essential recommendation",
    ),
    Checked(
        "decarbonisation of the stock",
        "what the decarbonisation of the stock would be likely to cost",
        "replied that the latest estimate was",
    ),
    Checked(
        "salt bin Mill Brow",
        "whether the Council knew that the salt bin at Mill Brow had been empty",
        "said it had been reported to HBC twice",
    ),
    Checked(
        "fall in income for textiles",
        "queried the fall in income for textiles",
        "clarified that the price per tonne had gone from",
    ),
    Checked(
        "leisure centre bus stop",
        "was too much to spend on a leisure centre",
        "said he did not",
    ),
    Checked(
        "café likely to be shut",
        "asked how long the café was likely to be shut",
        "replied that it was hoped to have a tenant in place",
    ),
)
