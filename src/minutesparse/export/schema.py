"""The JSON Schema of the records, as text that is the same on every machine."""

from __future__ import annotations

import json

from minutesparse.records import Meeting


def schema_text() -> str:
    """Return the JSON Schema of a meeting as it is written out, with its keys sorted."""
    schema = Meeting.model_json_schema(mode="serialization")
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
