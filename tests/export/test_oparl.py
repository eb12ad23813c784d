"""OParl objects have the properties of the specification, 1.1, and nothing else."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from tests.export.drawn import meetings
from tests.hostile import steadily
from tests.meetings import MEETING
from tests.parsed import every_meeting

from minutesparse import Meeting, parse, to_oparl
from minutesparse.export.facts import Object
from minutesparse.export.rows import meeting_id

EXPECTED = Path(__file__).parent / "standards" / "loxmere.oparl.json"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")

# The properties of the specification that a meeting can fill, and their types.
PROPERTIES: dict[str, dict[str, type]] = {
    "Meeting": {
        "name": str,
        "meetingState": str,
        "start": str,
        "end": str,
        "location": dict,
        "organization": list,
        "participant": list,
        "resultsProtocol": dict,
        "agendaItem": list,
    },
    "AgendaItem": {
        "number": str,
        "order": int,
        "name": str,
        "public": bool,
        "result": str,
        "resolutionText": str,
        "auxiliaryFile": list,
    },
    "Organization": {"name": str, "subOrganizationOf": str, "membership": list},
    "Person": {"name": str, "formOfAddress": str, "status": list, "membership": list},
    "Membership": {"organization": str, "onBehalfOf": str, "role": str},
    "Location": {"description": str},
    "File": {"name": str, "fileName": str, "mimeType": str, "text": str, "accessUrl": str},
}
RECORD = "minutesparse:record"


def objects(made: object) -> Iterator[Object]:
    """Yield every OParl object, however deep; ours, which have no type, are none."""
    if isinstance(made, dict):
        if "type" in made:
            yield made
        for one in made.values():
            yield from objects(one)
    elif isinstance(made, list):
        for one in made:
            yield from objects(one)


def check(meeting: Meeting, made: dict[str, list[Object]]) -> None:
    """Check all that holds for every export."""
    found = list(objects(made))
    ids = [one["id"] for one in found]
    assert len(set(ids)) == len(ids)
    for one in found:
        assert urlsplit(one["id"]).scheme == "https"
        kind = one["type"].removeprefix("https://schema.oparl.org/1.1/")
        for name, value in one.items():
            assert (
                name in ("id", "type")
                or name.startswith("minutesparse:")
                or (isinstance(value, PROPERTIES[kind][name]))
            ), (kind, name, value)
        assert kind != "File" or one["accessUrl"]
        for name in ("start", "end"):
            assert name not in one or MOMENT.fullmatch(one[name])
    lead_somewhere(found, set(ids))
    [held] = made["meeting"]
    assert held["resultsProtocol"].get("text", "") == meeting.text
    words_are_in_place(meeting, held["agendaItem"] if meeting.items else [])


def lead_somewhere(found: list[Object], ids: set[str]) -> None:
    for one in found:
        for name in ("organization", "participant", "membership", "subOrganizationOf"):
            value = one.get(name, [])
            for target in value if isinstance(value, list) else [value]:
                assert isinstance(target, dict) or target in ids


def words_are_in_place(meeting: Meeting, items: list[Object]) -> None:
    assert [(one[RECORD]["id"], one[RECORD]["start"], one[RECORD]["end"]) for one in items] == [
        (item.id, item.span.start, item.span.end) for item in meeting.items
    ]
    for one in items:
        places = one.get("minutesparse:resolutions", [])
        words = [meeting.text[place["start"] : place["end"]] for place in places]
        assert one.get("resolutionText", "") == "\n\n".join(words)


def test_every_object_of_the_corpus_keeps_to_the_specification() -> None:
    for number, meeting in every_meeting():
        check(meeting, to_oparl(meeting, number=number, time_zone=ZoneInfo("Europe/London")))


@given(meetings())
@steadily
def test_records_anywhere_keep_to_the_specification(meeting: Meeting) -> None:
    check(meeting, to_oparl(meeting))


def test_a_small_meeting_comes_out_as_written_down() -> None:
    made = json.dumps(to_oparl(MEETING), ensure_ascii=False, indent=2)
    assert f"{made}\n" == EXPECTED.read_text(encoding="utf-8")


@pytest.mark.parametrize("base", ["https://oparl.example.org/v1", "https://oparl.example.org/v1/"])
def test_identifiers_begin_with_the_address_that_is_given(base: str) -> None:
    made = to_oparl(MEETING, base=base)
    key = meeting_id(MEETING, 1)
    assert made["meeting"][0]["id"] == f"https://oparl.example.org/v1/{key}"
    assert all(one["id"].startswith("https://oparl.example.org/v1/") for one in objects(made))


def test_a_moment_needs_its_distance_from_utc() -> None:
    assert "start" not in to_oparl(MEETING)["meeting"][0]
    [held] = to_oparl(MEETING, time_zone=ZoneInfo("Europe/Berlin"))["meeting"]
    assert held["start"] == "2022-02-01T19:30:00+01:00"


@pytest.mark.parametrize(
    ("status", "state"),
    [("draft", "eingeladen"), ("confirmed", "durchgeführt"), (None, None)],
)
def test_the_state_of_a_meeting_is_that_of_its_minutes(
    status: str | None, state: str | None
) -> None:
    meeting = Meeting.model_validate({**MEETING.model_dump(), "status": status})
    assert to_oparl(meeting)["meeting"][0].get("meetingState") == state


def test_what_is_not_stated_is_not_there() -> None:
    made = to_oparl(parse(""))
    assert (made["organization"], made["person"]) == ([], [])
    assert made["meeting"][0].keys() == {"id", "type", "resultsProtocol", RECORD}


def test_the_file_of_a_page_on_the_web_is_that_page() -> None:
    source = {**MEETING.source.model_dump(), "uri": "https://example.org/minutes.html"}
    meeting = Meeting.model_validate({**MEETING.model_dump(), "source": source})
    file = to_oparl(meeting)["meeting"][0]["resultsProtocol"]
    assert (file["accessUrl"], file["fileName"]) == (source["uri"], "minutes.html")
