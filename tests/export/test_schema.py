import json

from tests.places import ROOT

from minutesparse.export.schema import schema_text
from minutesparse.records import Meeting


def test_the_committed_schema_is_that_of_the_records() -> None:
    committed = (ROOT / "docs" / "schema.json").read_text(encoding="utf-8")
    assert committed == schema_text(), "run: python docs/generate"


def test_every_field_is_described() -> None:
    schema = json.loads(schema_text())
    records = {"Meeting": schema, **schema["$defs"]}
    bare = [
        f"{name}.{field}"
        for name, record in records.items()
        for field, shape in record["properties"].items()
        if not shape.get("description") and "$ref" not in shape
    ]
    assert bare == []


def test_the_keys_are_sorted() -> None:
    assert list(json.loads(schema_text())) == sorted(Meeting.model_json_schema())
