from tests.meetings import MEETING

from minutesparse.export.outline import origin, outline


def test_an_outline_tells_who_asked_who_answered_and_what_was_decided() -> None:
    assert [line.shown() for line in outline(MEETING)] == [
        "Meeting  Loxmere Parish Council, 2022-02-01, 19:30",
        "  present  Cllr Orr (Chair)",
        "Item 4  Bins",
        "  question  Cllr Orr: Cllr Orr asked how many bins were missed.",
        "    answer  [The Clerk]: The Clerk said about 12 were.",
        "  motion  moved by Cllr Orr; carried; It was moved by Cllr Orr",
        "  vote  7 for, 0 against",
        "  resolved",
        "    (1)  that it be noted.",
        "  action  Clerk: write to the contractor",
        "  figure  about 12: missed bins",
        "info  front.no_body: no body is named.",
    ]


def test_everything_tells_what_lies_in_no_record_too() -> None:
    *_, last = outline(MEETING, everything=True)
    assert last.shown() == "unparsed heading  LOXMERE PARISH COUNCIL"


def test_words_are_shortened_and_labels_are_not() -> None:
    line = list(outline(MEETING))[3]
    assert line.shown(20) == "  question  Cllr Orr: Cllr Or..."
    assert line.shown(1000) == line.shown()


def test_a_record_is_told_with_its_rule_and_its_words() -> None:
    lines = list(outline(MEETING))
    assert origin(MEETING, lines[4]) == "test.hand 73-102 'The Clerk said about 12 were.'"
    assert origin(MEETING, lines[-1]) is None


def test_the_outline_changes_nothing() -> None:
    before = MEETING.model_dump_json()
    assert list(outline(MEETING)) == list(outline(MEETING))
    assert MEETING.model_dump_json() == before
