"""Popolo objects are valid under their schemas, and hold the ids, places and words of records."""

import datetime
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from jsonschema import Draft3Validator
from referencing import Registry
from referencing.jsonschema import DRAFT3
from tests.export.drawn import meetings
from tests.hostile import steadily
from tests.meetings import MEETING
from tests.parsed import every_meeting
from tests.places import POPOLO

from minutesparse import Meeting, parse, to_popolo
from minutesparse.export.facts import Object
from minutesparse.export.rows import meeting_id

EXPECTED = Path(__file__).parent / "standards" / "loxmere.popolo.json"
CLASSES = {
    "persons": "person",
    "organizations": "organization",
    "memberships": "membership",
    "events": "event",
    "motions": "motion",
    "vote_events": "vote_event",
    "speeches": "speech",
}
NESTED = {"attendees": "person", "counts": "count", "votes": "vote", "person": "person"}
OURS = "minutesparse"
with_schemas = pytest.mark.skipif(
    not POPOLO.is_dir(), reason=f"the schemas of Popolo are not in {POPOLO} (MINUTESPARSE_POPOLO)"
)


@cache
def schema(name: str) -> Object:
    found: Object = json.loads((POPOLO / f"{name}.json").read_text(encoding="utf-8"))
    return found


@cache
def validator(name: str) -> Draft3Validator:
    contents = [schema(path.stem) for path in sorted(POPOLO.glob("*.json"))]
    registry = Registry().with_resources(
        (one["id"], DRAFT3.create_resource(one)) for one in contents
    )
    checker = Draft3Validator.FORMAT_CHECKER
    return Draft3Validator(schema(name), registry=registry, format_checker=checker)


def check(meeting: Meeting, made: dict[str, list[Object]]) -> None:
    """Check all that holds for every export."""
    for name, objects in made.items():
        for one in objects:
            assert list(validator(CLASSES[name]).iter_errors(one)) == []
            no_other_properties(CLASSES[name], one)
    references(made)
    places(meeting, made)


def no_other_properties(name: str, one: Object) -> None:
    """Check that an object has no property that its schema does not name, ours apart."""
    assert one.keys() - {OURS} <= schema(name)["properties"].keys()
    for key, inner in NESTED.items():
        for each in one.get(key, []) if key != "person" else filter(None, [one.get(key)]):
            assert list(validator(inner).iter_errors(each)) == []
            no_other_properties(inner, each)


def references(made: dict[str, list[Object]]) -> None:
    """Check that ids are unique, and that each reference leads to one."""
    everything = [one for objects in made.values() for one in objects]
    ids = [one["id"] for one in everything]
    assert len(set(ids)) == len(ids)
    for one in everything:
        inner = [*one.get("votes", []), *one.get("attendees", [])]
        for each in (one, *inner):
            for name, value in each.items():
                assert not name.endswith("_id") or value in ids, (name, value)


def places(meeting: Meeting, made: dict[str, list[Object]]) -> None:
    """Check that the words of an object are those of its place in the source."""
    for one in (*made["speeches"], *made["motions"]):
        place = one[OURS]
        assert one["text"] == meeting.text[place["start"] : place["end"]]
    for one in made["vote_events"]:
        place = one[OURS]
        assert place["text"] == meeting.text[place["start"] : place["end"]]
    assert {ours(one) for one in made["speeches"]} == {
        (one.id, one.span.start, one.span.end) for one in meeting.contributions
    }
    assert {ours(one) for one in made["motions"]} == {
        (one.id, one.span.start, one.span.end)
        for group in (meeting.motions, meeting.resolutions)
        for one in group
    }
    assert {ours(one) for one in made["persons"]} == {
        (one.id, one.span.start, one.span.end) for one in meeting.people
    }


def ours(one: Object) -> tuple[str, int, int]:
    return one[OURS]["id"], one[OURS]["start"], one[OURS]["end"]


@with_schemas
def test_every_object_of_the_corpus_is_valid() -> None:
    for number, meeting in every_meeting():
        check(meeting, to_popolo(meeting, number=number, time_zone=ZoneInfo("Europe/London")))


@with_schemas
@given(meetings())
@steadily
def test_records_anywhere_give_valid_objects(meeting: Meeting) -> None:
    check(meeting, to_popolo(meeting))


def test_a_small_meeting_comes_out_as_written_down() -> None:
    made = json.dumps(to_popolo(MEETING), ensure_ascii=False, indent=2)
    assert f"{made}\n" == EXPECTED.read_text(encoding="utf-8")


def test_it_survives_json() -> None:
    for number, meeting in every_meeting():
        made = to_popolo(meeting, number=number)
        assert json.loads(json.dumps(made)) == made


def test_keys_are_those_of_the_tables() -> None:
    made = to_popolo(MEETING, number=2)
    key = meeting_id(MEETING, 2)
    assert key.endswith("-2")
    assert [event["id"] for event in made["events"]] == [key, f"{key}-i1"]
    assert [one["id"] for one in made["speeches"]] == [f"{key}-c1", f"{key}-c2"]


def test_what_is_not_stated_is_not_there() -> None:
    assert to_popolo(parse("")) == {
        "persons": [],
        "organizations": [],
        "memberships": [],
        "events": [
            {
                "id": meeting_id(parse(""), 1),
                "classification": "meeting",
                OURS: {"rule": "meeting.page", "start": 0, "end": 0},
            }
        ],
        "motions": [],
        "vote_events": [],
        "speeches": [],
    }


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        (None, "2022-02-01"),
        (ZoneInfo("Europe/London"), "2022-02-01T19:30:00+00:00"),
        (datetime.UTC, "2022-02-01T19:30:00+00:00"),
        (ZoneInfo("Australia/Sydney"), "2022-02-01T19:30:00+11:00"),
    ],
)
def test_a_time_of_day_needs_its_distance_from_utc(
    zone: datetime.tzinfo | None, start: str
) -> None:
    assert to_popolo(MEETING, time_zone=zone)["events"][0]["start_date"] == start


def changed(**fields: object) -> Meeting:
    """Return the small meeting with other fields."""
    return Meeting.model_validate({**MEETING.model_dump(), **fields})


def attending(*rows: dict[str, str]) -> Meeting:
    place = {"span": {"start": 31, "end": 39}, "rule": "test.hand"}
    return changed(attendance=[{**place, **row} for row in rows], body="Hall Committee")


def test_who_is_on_the_body_is_its_member_and_a_guest_is_not() -> None:
    made = to_popolo(
        attending(
            {"name": "Cllr Orr", "status": "present", "role": "Chair"},
            {"name": "Cllr Ng", "status": "apologies"},
            {"name": "Cllr Dane", "status": "substitute", "substitute_for": "Cllr Ng"},
            {"name": "Ms Hale", "status": "in-attendance", "role": "Solicitor"},
            {"name": "Mr Webb", "status": "in-attendance", "organisation": "Scouts"},
        )
    )
    names = {one["id"]: one["name"] for one in made["organizations"]}
    told = [
        (one["person"]["name"], one.get("role"), names[one["organization_id"]])
        for one in made["memberships"]
    ]
    assert told == [
        ("Cllr Orr", "Chair", "Hall Committee"),
        ("Cllr Ng", None, "Hall Committee"),
        ("Cllr Dane", "substitute", "Hall Committee"),
        ("Mr Webb", None, "Scouts"),
    ]
    there = [one["name"] for one in made["events"][0]["attendees"]]
    assert there == ["Cllr Orr", "Cllr Dane", "Ms Hale", "Mr Webb"]


def test_a_member_who_speaks_for_another_body_is_there_on_its_behalf() -> None:
    made = to_popolo(
        attending({"name": "Cllr Orr", "status": "present", "organisation": "County Council"})
    )
    [membership] = made["memberships"]
    names = {one["id"]: one["name"] for one in made["organizations"]}
    assert names[membership["organization_id"]] == "Hall Committee"
    assert names[membership["on_behalf_of_id"]] == "County Council"


def test_a_committee_is_a_body_of_its_council() -> None:
    council, body = to_popolo(changed(body="Hall Committee"))["organizations"]
    assert body["parent_id"] == council["id"]
    assert (council["name"], body["name"]) == ("Loxmere Parish Council", "Hall Committee")


def voting(**fields: object) -> Object:
    item = MEETING.items[0].model_dump()
    item["votes"] = [{**item["votes"][0], **fields}]
    [made] = to_popolo(changed(items=[item]))["vote_events"]
    return made


def test_a_unanimous_vote_is_no_list_of_names() -> None:
    made = voting(in_favour=None, against=None, unanimous=True)
    assert "counts" not in made
    assert "votes" not in made
    assert made[OURS]["unanimous"] is True


def test_votes_by_name_are_votes_by_name() -> None:
    rows = [("Cllr Orr", "for"), ("Cllr Ng", "against"), ("Cllr Dane", "absent")]
    made = voting(votes=[{"voter": name, "option": option} for name, option in rows])
    assert [(one["voter"]["name"], one["option"]) for one in made["votes"]] == [
        ("Cllr Orr", "yes"),
        ("Cllr Ng", "no"),
        ("Cllr Dane", "absent"),
    ]


def test_a_vote_without_a_motion_decides_the_resolution_that_names_it() -> None:
    item = MEETING.items[0].model_dump()
    item["votes"][0]["motion"] = None
    item["motions"] = []
    [vote] = to_popolo(changed(items=[item]))["vote_events"]
    assert "motion_id" not in vote
    assert "result" not in vote
    item["resolutions"][0]["vote"] = "v1"
    made = to_popolo(changed(items=[item]))
    assert made["vote_events"][0]["motion_id"] == made["motions"][0]["id"]
    assert made["vote_events"][0]["result"] == "pass"


@pytest.mark.parametrize(
    ("result", "expected"),
    [("carried", "pass"), ("lost", "fail"), ("withdrawn", "withdrawn"), (None, None)],
)
def test_a_motion_has_the_result_that_is_stated(result: str | None, expected: str | None) -> None:
    item = MEETING.items[0].model_dump()
    item["motions"][0]["result"] = result
    motion, _ = to_popolo(changed(items=[item]))["motions"]
    assert motion.get("result") == expected


@pytest.mark.parametrize("kind", ["role", "group"])
def test_an_office_or_a_group_moves_nothing_as_a_person(kind: str) -> None:
    item = MEETING.items[0].model_dump()
    item["motions"][0]["mover"] = {"label": "The Chair", "type": kind}
    motion, _ = to_popolo(changed(items=[item]))["motions"]
    assert not {"creator", "creator_id"} & motion.keys()
    assert motion[OURS]["mover"] == "The Chair"


@pytest.mark.parametrize(
    ("uri", "sources"),
    [
        ("https://example.org/minutes", [{"url": "https://example.org/minutes"}]),
        ("minutes/2022.txt", None),
        (None, None),
    ],
)
def test_a_source_on_the_web_is_given(uri: str | None, sources: list[Object] | None) -> None:
    source = {**MEETING.source.model_dump(), "uri": uri}
    assert to_popolo(changed(source=source))["events"][0].get("sources") == sources


def everywhere(made: object) -> Iterator[object]:
    """Yield every value of an object of JSON, however deep."""
    if isinstance(made, dict):
        for one in made.values():
            yield from everywhere(one)
    elif isinstance(made, list):
        for one in made:
            yield from everywhere(one)
    else:
        yield made


def test_nothing_is_null() -> None:
    for number, meeting in every_meeting():
        assert None not in list(everywhere(to_popolo(meeting, number=number)))
