"""``--limit NAME=VALUE``, for every command that reads a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from minutesparse.read.limits import Limits


class _LimitOption(click.Option):
    """An option whose help names the limits; they are loaded only for those who ask."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option and its help, with the names of the limits."""
        record = super().get_help_record(ctx)
        return record and (record[0], f"{record[1]} The names: {', '.join(limit_names())}.")


def limit_names() -> list[str]:
    """Return the names that ``--limit`` takes."""
    from dataclasses import fields

    from minutesparse.read.limits import Limits

    return [field.name for field in fields(Limits)]


def _limits(_ctx: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> Limits:
    return limits_of(given)


limit_option = click.option(
    "--limit",
    "limits",
    cls=_LimitOption,
    multiple=True,
    metavar="NAME=VALUE",
    callback=_limits,
    help="Read up to another limit than the default; may be given again.",
)


def limits_of(given: tuple[str, ...]) -> Limits:
    """Return the limits with those of the option changed.

    Args:
        given: What was given, ``NAME=VALUE`` each.

    Raises:
        click.BadParameter: There is no limit of that name, or the value is no number above 0.
    """
    from minutesparse.read.limits import Limits

    defaults = Limits()
    changed: dict[str, Any] = {}
    for one in given:
        name, _, value = one.partition("=")
        if name not in limit_names():
            raise _bad_limit(f"there is no limit {name!r}; known: {', '.join(limit_names())}.")
        changed[name] = _number(value, one, whole=isinstance(getattr(defaults, name), int))
    return Limits(**changed)


def _number(value: str, given: str, *, whole: bool) -> float:
    """Return the value of a limit, or refuse the option as click refuses options."""
    try:
        found = int(value) if whole else float(value)
    except ValueError:
        found = 0
    if not 0 < found < float("inf"):
        kind = "a whole number" if whole else "a number"
        raise _bad_limit(f"{given!r} is not of the form NAME=VALUE with {kind} above 0.")
    return found


def _bad_limit(message: str) -> click.BadParameter:
    return click.BadParameter(message, param_hint="--limit")
