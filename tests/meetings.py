"""A small meeting with one record of every kind, made by hand."""

from minutesparse.records import Meeting

TEXT = """\
LOXMERE PARISH COUNCIL
4. Bins
Cllr Orr asked how many bins were missed.
The Clerk said about 12 were.
It was moved by Cllr Orr and carried by 7 votes to none.
RESOLVED: (1) that it be noted.
Clerk to write to the contractor.
"""


def _at(words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"span": {"start": start, "end": start + len(words)}, "rule": "test.hand", "text": words}


def _untold(words: str) -> dict[str, object]:
    return {name: value for name, value in _at(words).items() if name != "text"}


def _speaker(label: str) -> dict[str, str]:
    return {"label": label, "type": "person"}


MEETING = Meeting.model_validate(
    {
        "span": {"start": 0, "end": len(TEXT)},
        "rule": "meeting.whole",
        "source": {"sha256": "0" * 64, "length": len(TEXT)},
        "council": "Loxmere Parish Council",
        "date": "2022-02-01",
        "start_time": "19:30",
        "attendance": [
            {**_untold("Cllr Orr"), "name": "Cllr Orr", "status": "present", "role": "Chair"}
        ],
        "items": [
            {
                **_untold(TEXT[TEXT.index("4.") :]),
                "id": "i1",
                "number": "4",
                "order": 1,
                "title": "Bins",
                "contributions": [
                    {
                        **_at("Cllr Orr asked how many bins were missed."),
                        "id": "c1",
                        "kind": "question",
                        "speaker": _speaker("Cllr Orr"),
                        "answers": [
                            {
                                **_at("The Clerk said about 12 were."),
                                "id": "c2",
                                "kind": "answer",
                                "speaker": {**_speaker("The Clerk"), "attribution": "inherited"},
                            }
                        ],
                    }
                ],
                "statistics": [
                    {
                        **_at("12"),
                        "id": "s1",
                        "kind": "count",
                        "value": "12",
                        "unit": "count",
                        "subject": "missed bins",
                        "qualifier": "about",
                        "contribution": "c2",
                    }
                ],
                "motions": [
                    {
                        **_at("It was moved by Cllr Orr"),
                        "id": "m1",
                        "kind": "motion",
                        "mover": _speaker("Cllr Orr"),
                        "result": "carried",
                    }
                ],
                "votes": [
                    {
                        **_at("carried by 7 votes to none"),
                        "id": "v1",
                        "in_favour": 7,
                        "against": 0,
                        "motion": "m1",
                    }
                ],
                "resolutions": [
                    {
                        **_at("RESOLVED: (1) that it be noted."),
                        "id": "r1",
                        "verb": "resolved",
                        "clauses": [{**_at("that it be noted."), "number": "1"}],
                    }
                ],
                "actions": [
                    {
                        **_at("Clerk to write to the contractor."),
                        "id": "a1",
                        "owner": "Clerk",
                        "task": "write to the contractor",
                    }
                ],
            }
        ],
        "issues": [
            {
                "code": "front.no_body",
                "severity": "info",
                "span": {"start": 0, "end": 22},
                "message": "no body is named.",
            }
        ],
        "unparsed": [{"span": {"start": 0, "end": 22}, "reason": "heading"}],
        "text": TEXT,
    }
)
