"""The reference pages that are made from the code: the records and the exit codes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from inspect import getdoc
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from minutesparse.batch.arrow import documents_schema
from minutesparse.cli import main as minutesparse
from minutesparse.errors import MinutesparseError
from minutesparse.export.database import VIEWS
from minutesparse.export.tables import PASSAGES, ROSTER_TABLES, TABLES, Column, Table
from minutesparse.records import Meeting

_INTRODUCTION = """\
# The records

Made from the JSON Schema of the records, [`schema.json`](schema.json), by `docs/generate`.
A meeting is the root; `minutesparse schema` prints the schema.

- `span` counts Unicode code points in `Meeting.text`, half open: `meeting.quote(record)` is
  `meeting.text[start:end]`. Children lie inside their parents, answers excepted.
- What a document does not state is `null`.
- `rule` is the stable name of the rule that made the record.
- Decimal numbers are strings in JSON, so that no digit is lost.
"""

# What is typed after `minutesparse` to get each code; the others need no command line to happen.
_SCENARIOS: Mapping[int, str] = {
    1: "evaluate gold --min items=0.5",
    2: "parse",
    3: "parse missing.txt",
    4: "parse picture.bin",
    5: "parse empty.txt",
    8: "evaluate folder",
    9: "convert minutes.txt empty.txt --out archive",
    10: "convert empty.txt --out archive",
    11: "search missing.db bins",
    14: "search minutes.db ,",
    15: "convert minutes.txt --out archive --roster minutes.txt",
}
_PLAIN_CODES = {
    0: "The command did what it was asked to do.",
    1: "The parser failed on a document, a measure lies below its floor, or the output broke off.",
    2: "The command line is not one that the programme takes.",
}


def record_reference() -> str:
    """Return the reference of all records as a page of Markdown."""
    schema = Meeting.model_json_schema(mode="serialization")
    others = schema["$defs"]
    records = [_record("Meeting", schema, others)]
    records += [_record(name, one, others) for name, one in sorted(others.items())]
    return "\n".join([_INTRODUCTION, *records])


def exit_codes() -> str:
    """Return the exit codes as a Markdown table, each with the line that comes with it."""
    meanings = {**_PLAIN_CODES, **{one.exit_code: _meaning(one) for one in error_classes()}}
    rows = (f"| {code} | {meaning} | {_line(code)} |" for code, meaning in sorted(meanings.items()))
    head = "| code | meaning | for example |\n| ---: | --- | --- |\n"
    return head + "\n".join(rows) + "\n"


def table_list() -> str:
    """Return the tables of an archive as a Markdown table."""
    rows = (f"| [`{one.name}`](#{one.name}) | {one.meaning} |" for one in (*TABLES, *ROSTER_TABLES))
    return "| table | a row is |\n| --- | --- |\n" + "\n".join(rows) + "\n"


def view_list() -> str:
    """Return the views of a database as a Markdown table."""
    rows = (f"| `{name}` | {meaning} |" for name, (meaning, _) in VIEWS.items())
    return "| view | holds |\n| --- | --- |\n" + "\n".join(rows) + "\n"


def arrow_columns() -> str:
    """Return the columns of documents as Arrow as a Markdown table."""
    rows = (
        f"| `{field.name}` | {_nested_kind(field)} | {_meaning_of(field)} |"
        for field in documents_schema()
    )
    return "| column | type | meaning |\n| --- | --- | --- |\n" + "\n".join(rows) + "\n"


def _nested_kind(field: Any) -> str:
    kind = "list of [Meeting](records.md#meeting)" if field.name == "meetings" else str(field.type)
    return f"{kind} or null" if field.nullable else kind


def _meaning_of(field: Any) -> str:
    return str(field.metadata[b"description"].decode())


def column_lists() -> str:
    """Return the columns of every table of an archive, and of the passages, as Markdown."""
    return "\n".join(_columns(table) for table in (*TABLES, *ROSTER_TABLES, PASSAGES))


def _columns(table: Table) -> str:
    rows = "\n".join(f"| `{one.name}` | {_kind(one)} | {one.meaning} |" for one in table.columns)
    head = "| column | type | meaning |\n| --- | --- | --- |\n"
    return f"#### {table.name}\n\n{table.meaning}\n\n{head}{rows}\n"


def _kind(column: Column) -> str:
    """Return a column's type in words, with a link where it holds another table's keys."""
    told = f"key of [{column.refers}](#{column.refers})" if column.refers else column.type
    return told if column.required else f"{told} or nothing"


def error_classes() -> Iterator[type[MinutesparseError]]:
    """Yield every class of error with an exit code of its own."""
    yield from MinutesparseError.__subclasses__()


def _record(name: str, schema: Mapping[str, Any], others: Mapping[str, Any]) -> str:
    rows = "\n".join(
        f"| `{field}` | {_type(one)} | {_description(one, others)} |"
        for field, one in schema["properties"].items()
    )
    head = "| field | type | meaning |\n| --- | --- | --- |\n"
    return f"## {name}\n\n{_unwrapped(schema.get('description', ''))}\n\n{head}{rows}\n"


def _description(field: Mapping[str, Any], others: Mapping[str, Any]) -> str:
    """Return a field's description, or where it has none that of the record in it."""
    record = others.get(field.get("$ref", "").rpartition("/")[2], {})
    return _unwrapped(field.get("description") or record.get("description", ""))


def _type(schema: Mapping[str, Any]) -> str:
    """Return a field's type in words, with a link where it is a record."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(_type(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {_type(schema['items'])}"
    return str(schema.get("format") or schema["type"])


def _meaning(error: type[MinutesparseError]) -> str:
    return _unwrapped((getdoc(error) or "").partition("\n\n")[0])


def _line(code: int) -> str:
    """Return the last line that a command line with this exit code prints, as code."""
    if code not in _SCENARIOS:
        return ""
    runner = CliRunner()
    with runner.isolated_filesystem(tempfile.gettempdir()):
        Path("picture.bin").write_bytes(bytes(range(256)))
        Path("empty.txt").touch()
        Path("minutes.txt").write_text("RESOLVED: That it be noted.", encoding="utf-8")
        Path("folder").mkdir()
        Path("gold").mkdir()
        Path("gold/blank.gold.xml").write_text("<minutes/>", encoding="utf-8")
        result = runner.invoke(minutesparse, _SCENARIOS[code].split(), prog_name="minutesparse")
    if result.exit_code != code:
        raise RuntimeError(f"`{_SCENARIOS[code]}` ends with {result.exit_code}, not {code}")
    return f"`{result.stderr.splitlines()[-1]}`"


def _unwrapped(text: str) -> str:
    return " ".join(text.split())
