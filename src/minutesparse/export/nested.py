"""Records as nested Arrow: their type and their values, both derived from the records' fields.

A record is a struct and several are a list; plain values have the types of the tables. Arrow has no
type that holds itself. Where a record holds others of its own kind, as a contribution its answers
and a clause its clauses, the outermost list has them all, each somewhere after the one that it
belongs to, and :data:`PARENT` says which that is.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from inspect import isclass
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from minutesparse.export.arrow import arrow_types
from minutesparse.export.extras import optional
from minutesparse.export.tables import type_of, without_none

if TYPE_CHECKING:
    import pyarrow

PARENT = "parent"
"""The field of a record in a list that says where, from 0, the record it belongs to stands."""

_PARENT_MEANING = "Place in this list, from 0, of the record that this one belongs to, if any."


def struct_of(record: type[BaseModel]) -> pyarrow.DataType:
    """Return the type of a kind of record; the meanings of its fields are in their metadata."""
    arrow = optional("pyarrow", "arrow")
    inner, hints = _own_kind(record), get_type_hints(record)
    fields = [
        _field(name, hints[name], about.description or "")
        for name, about in record.model_fields.items()
        if name != inner
    ]
    if inner:
        fields.append(_field(PARENT, int | None, _PARENT_MEANING))
    return arrow.struct(fields)


def nested(record: BaseModel) -> dict[str, Any]:
    """Return a record as a value of its type."""
    inner = _own_kind(type(record))
    return {
        name: _value(getattr(record, name)) for name in type(record).model_fields if name != inner
    }


def _field(name: str, hint: Any, meaning: str) -> pyarrow.Field:
    arrow = optional("pyarrow", "arrow")
    wanted, can_be_none = without_none(hint)
    return arrow.field(name, _type(wanted), can_be_none, {"description": meaning})


def _type(hint: Any) -> pyarrow.DataType:
    arrow = optional("pyarrow", "arrow")
    if get_origin(hint) is tuple:
        return arrow.list_(arrow.field("element", _type(get_args(hint)[0]), nullable=False))
    if isclass(hint) and issubclass(hint, BaseModel):
        return struct_of(hint)
    return arrow_types()[type_of(hint)]


@cache
def _own_kind(record: type[BaseModel]) -> str | None:
    """Return the field in which a record holds others of its own kind, if it has one."""
    hints = get_type_hints(record)
    return next((name for name in record.model_fields if record in get_args(hints[name])), None)


def _value(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return nested(value)
    if isinstance(value, tuple):
        return _list(value)
    return float(value) if isinstance(value, Decimal) else value


def _list(values: tuple[Any, ...]) -> list[Any]:
    """Return several values, and of records all that they hold of their own kind."""
    inner = _own_kind(type(values[0])) if values and isinstance(values[0], BaseModel) else None
    if inner is None:
        return [_value(one) for one in values]
    rows: list[Any] = []
    waiting: list[tuple[BaseModel, int | None]] = [(one, None) for one in reversed(values)]
    while waiting:
        record, parent = waiting.pop()
        waiting += [(one, len(rows)) for one in reversed(getattr(record, inner))]
        rows.append({**nested(record), PARENT: parent})
    return rows
