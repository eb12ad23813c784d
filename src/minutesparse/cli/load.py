"""``minutesparse load``."""

from __future__ import annotations

import click

from minutesparse.cli.streams import emit

_FILES = "opensearch:"


@click.command()
@click.argument("db", type=click.Path())
@click.option(
    "--to",
    "target",
    required=True,
    metavar="TARGET",
    help="postgresql://user@host/database, or opensearch:FOLDER for bulk files.",
)
@click.option(
    "--schema",
    default="minutes",
    show_default=True,
    metavar="NAME",
    help="Schema of the PostgreSQL database.",
)
def load(db: str, target: str, schema: str) -> None:
    """Load an archive's database into a search server.

    DB is the minutes.db that "convert --to sqlite" makes. PostgreSQL is brought up to date in one
    transaction. For OpenSearch and Elasticsearch the bulk requests and the mapping are written.
    """
    if target.startswith(_FILES):
        from minutesparse.export.opensearch import write_opensearch

        emit(f"{write_opensearch(db, target.removeprefix(_FILES)):,} documents")
    elif target.startswith(("postgresql://", "postgres://")):
        from minutesparse.export.postgres import load_postgres

        counts = load_postgres(db, target, schema=schema)
        emit("\n".join(f"{name:<14} {number:>10,}" for name, number in counts.items()))
    else:
        raise click.BadParameter(
            f"{target!r} is neither postgresql://... nor opensearch:FOLDER.", param_hint="--to"
        )
