"""The last motion that is open is found without going through those that are settled."""

from __future__ import annotations

from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from minutesparse.extract.decisions.floor import Floor
from minutesparse.extract.findings import MotionFinding

Kind = Literal["motion", "amendment"]
kinds: st.SearchStrategy[Kind] = st.sampled_from(["motion", "amendment"])
WIDTH = 10


def moved(place: int, kind: Kind) -> MotionFinding:
    return MotionFinding(WIDTH * place, WIDTH * place + 5, kind, None, None, None, "motion.moved")


@given(st.lists(kinds, max_size=12), st.lists(st.tuples(st.integers(0, 11), st.integers(0, 12))))
def test_the_last_open_motion_is_spoken_of(moves: list[Kind], steps: list[tuple[int, int]]) -> None:
    floor, settled = Floor([moved(place, kind) for place, kind in enumerate(moves)]), set()
    for at, asked in steps:
        if at < len(moves):
            floor.settle(at, "carried")
            settled.add(at)
        place = (WIDTH * asked, WIDTH * asked)
        known: tuple[Kind | None, ...] = (None, "motion", "amendment")
        for kind in known:
            open_ = [
                number
                for number, one in enumerate(moves[:asked])
                if number not in settled and kind in (None, one)
            ]
            assert floor.spoken_of(place, kind) == (open_[-1] if open_ else None)


def test_what_is_settled_stays_settled() -> None:
    floor = Floor([moved(0, "motion"), moved(1, "amendment"), moved(2, "amendment")])
    floor.settle(1, "withdrawn")
    floor.settle_amendments_after(0)
    floor.settle_amendments_after(0)
    assert [floor.result(at) for at in range(3)] == [None, "withdrawn", "lost"]
