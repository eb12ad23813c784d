"""``minutesparse evaluate``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minutesparse.cli.streams import emit, tell

if TYPE_CHECKING:
    from minutesparse.evaluate import Evaluation


@click.command()
@click.argument("gold_dir", type=click.Path())
@click.option(
    "--errors",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="List the first N misses and N false alarms of every measure.",
)
@click.option("--per-document", is_flag=True, help="Give the figures of every document too.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option(
    "--min",
    "floors",
    multiple=True,
    metavar="NAME=VALUE",
    help="Fail where the F1 of measure NAME lies below VALUE; may be given again.",
)
def evaluate(
    gold_dir: str, errors: int, per_document: bool, as_json: bool, floors: tuple[str, ...]
) -> None:
    """Score the parser on a folder of gold files.

    GOLD_DIR holds documents NAME.gold.xml, minutes with the right records marked inline. A miss
    is listed with "-", a false alarm with "+". The exit code is 1 where a measure lies below its
    floor, or the parser failed on a document.
    """
    from minutesparse.evaluate import evaluate as evaluate_folder

    least = _floors(floors)
    evaluation = evaluate_folder(gold_dir)
    emit(_report(evaluation, errors, per_document, as_json))
    faults = [f"no records of {one.document}: {one.reason}" for one in evaluation.failures]
    faults += evaluation.shortfalls(least)
    for fault in faults:
        tell(f"minutesparse: {fault}")
    if faults:
        raise click.exceptions.Exit(1)


def _report(evaluation: Evaluation, errors: int, per_document: bool, as_json: bool) -> str:
    if as_json:
        return evaluation.to_json(per_document=per_document)
    rows = evaluation.per_document() if per_document else ""
    return "\n".join(filter(None, (rows, evaluation.table(), evaluation.misses(errors))))


def _floors(given: tuple[str, ...]) -> dict[str, float]:
    """Return the floors by measure, or refuse the option as click refuses options."""
    from minutesparse.evaluate import MEASURES

    floors = {}
    for one in given:
        name, _, value = one.partition("=")
        if name not in MEASURES:
            raise _bad_floor(f"there is no measure {name!r}; known: {', '.join(MEASURES)}.")
        try:
            floors[name] = float(value)
        except ValueError:
            raise _bad_floor(f"{one!r} is not of the form NAME=VALUE.") from None
    return floors


def _bad_floor(message: str) -> click.BadParameter:
    return click.BadParameter(message, param_hint="--min")
