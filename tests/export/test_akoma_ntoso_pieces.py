"""What becomes of records that lie in each other, beside each other and across each other."""

from lxml import etree
from tests.meetings import MEETING

from minutesparse import Meeting, to_akoma_ntoso
from minutesparse.export.akoma_ntoso.vocabulary import AKN, OURS

Marks = list[tuple[str, str]]

FIELDS: dict[str, dict[str, object]] = {
    "actions": {"task": "write"},
    "resolutions": {"verb": "agreed"},
    "contributions": {"kind": "answer"},
    "statistics": {"kind": "count", "unit": "bin", "value": "12"},
    "attendance": {"name": "Cllr Orr", "status": "present"},
}


def shape(text: str, *marks: tuple[str, str]) -> str:
    """Return the body of a meeting with records at the words that are marked, as nested names."""
    item: dict[str, list[object]] = {kind: [] for kind in FIELDS if kind != "attendance"}
    present: list[object] = []
    for number, (kind, words) in enumerate(marks):
        start = text.index(words)
        place = {"span": {"start": start, "end": start + len(words)}, "rule": "test.hand"}
        if kind == "attendance":
            present.append({**place, **FIELDS[kind]})
        else:
            item[kind].append({**place, **FIELDS[kind], "id": f"{kind}-{number}", "text": words})
    whole = {"span": {"start": 0, "end": len(text)}, "rule": "test.hand"}
    meeting = Meeting.model_validate(
        {
            **MEETING.model_dump(),
            "text": text,
            "span": whole["span"],
            "attendance": present,
            "unparsed": [],
            "items": [{**whole, **item, "id": "i1", "order": 1}],
        }
    )
    document = etree.fromstring(to_akoma_ntoso(meeting).encode())
    [section] = document.iterfind(f".//{{{AKN}}}debateBody/*")
    across = [f"across:{one.get(f'{{{OURS}}}type')}" for one in document.iter(f"{{{OURS}}}record")]
    return " ".join([*map(named, section), *across])


def named(element: etree._Element) -> str:
    name = element.get("name") or etree.QName(element).localname
    inner = [named(one) for one in element if etree.QName(one).localname != "p"]
    inner += [named(each) for one in element.iterfind(f"{{{AKN}}}p") for each in one]
    return f"{name}({' '.join(inner)})" if inner else name


def test_records_that_follow_each_other_are_elements_of_their_own() -> None:
    text = "Agreed. The Clerk will write."
    marks: Marks = [("resolutions", "Agreed."), ("actions", "The Clerk will write.")]
    assert shape(text, *marks) == "resolutions action"


def test_an_action_may_hold_two_decisions() -> None:
    text = "Agreed to buy salt. Agreed to store it. Clerk"
    marks: Marks = [
        ("actions", text),
        ("resolutions", "Agreed to buy salt."),
        ("resolutions", "Agreed to store it."),
    ]
    assert shape(text, *marks) == "action(resolutions resolutions)"


def test_of_two_decisions_across_each_other_in_an_action_one_is_told_of() -> None:
    text = "Agreed to buy salt and to store it. Clerk"
    marks: Marks = [
        ("actions", text),
        ("resolutions", "Agreed to buy salt and"),
        ("resolutions", "and to store it."),
    ]
    assert shape(text, *marks) == "action(resolutions) across:resolution"


def test_a_decision_that_runs_on_beyond_an_action_is_told_of() -> None:
    text = "Clerk to write. Agreed to buy salt."
    marks: Marks = [
        ("actions", "Clerk to write. Agreed"),
        ("resolutions", "Agreed to buy salt."),
    ]
    assert shape(text, *marks) == "action text across:resolution"


def test_an_action_within_an_answer_is_a_part_of_its_words() -> None:
    text = "The Clerk said 12 were missed and she would write."
    marks: Marks = [
        ("contributions", text),
        ("statistics", "12"),
        ("actions", "she would write."),
    ]
    assert shape(text, *marks) == "answer(quantity action)"


def test_of_a_decision_and_an_action_with_the_same_words_the_action_lies_inside() -> None:
    text = "Agreed that the Clerk write."
    marks: Marks = [("actions", text), ("resolutions", text)]
    assert shape(text, *marks) == "resolutions(action)"


def test_words_between_the_names_stay_in_the_roll_call() -> None:
    text = "Cllr Orr; also Cllr Ng. Bins."
    marks: Marks = [("attendance", "Cllr Orr"), ("attendance", "Cllr Ng")]
    assert shape(text, *marks) == "rollCall(text person person) text"


def test_a_speech_ends_a_roll_call() -> None:
    text = "Cllr Orr. The Clerk said 12. Cllr Ng."
    marks: Marks = [
        ("attendance", "Cllr Orr."),
        ("contributions", "The Clerk said 12."),
        ("attendance", "Cllr Ng."),
    ]
    assert shape(text, *marks) == "rollCall(person) answer rollCall(person)"
