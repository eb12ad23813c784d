from __future__ import annotations

import time

import pytest

from minutesparse.extract.quantities import Passage, find_quantities
from minutesparse.lexicons import default_lexicon

LEXICON = default_lexicon()
HOSTILE = {
    "digits": "7",
    "digits apart": "7 ",
    "commas": ",",
    "grouped digits": ",222",
    "ratios": "1 in ",
    "spaces": " ",
    "money": "£1m ",
    "signs": "£",
    "dollars": "$5 ",
    "shares": "5%-",
    "and so on": "5 and ",
    "references": "item 5, ",
    "no sentence end": "of 5 residents which were ",
    "number words": "two hundred and ",
    "one word": "seven-",
    "brackets": "(5) ",
    "from and to": "from 5 to 6 ",
    "questions": "how many were 5 ",
    "matters": "question about 5 bins ",
    "nouns": "bins ",
    "fused": "5a",
    "years": "2022/",
    "dates": "5, ",
    "quotes": "'5",
    "points": "1.",
    "asides": "tax, of 5 ",
    "verbs": "was had been ",
    "ages": "the youngest was 5 ",
    "wholes": "5 of the these ",
    "adverbs": "only just 5 ",
    "years apart": "2022 2023/24 ",
}


def seconds(text: str, context: str) -> float:
    best = 60.0
    for _ in range(2):
        start = time.perf_counter()
        find_quantities(Passage(text, context), LEXICON)
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text_and_no_faster(name: str) -> None:
    unit = HOSTILE[name]
    small, large = (
        seconds(f"5 {unit * (size // len(unit))}", unit * (size // len(unit)))
        for size in (2_000, 16_000)
    )
    assert large < 0.05 + 8 * small * 3, f"{small:.4f} s for 2,000, {large:.4f} s for 16,000"
