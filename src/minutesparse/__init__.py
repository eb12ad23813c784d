"""Turn raw council minutes into validated, source-anchored records.

Names are loaded when they are first used: importing the package costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from minutesparse.batch import convert
    from minutesparse.errors import (
        ArchiveError,
        EmptyDocumentError,
        FailedArchiveError,
        GoldError,
        LexiconError,
        LimitExceededError,
        ListingError,
        MinutesparseError,
        MissingExtraError,
        PartialArchiveError,
        QueryError,
        ServerError,
        UnreadableFileError,
        UnsupportedFormatError,
    )
    from minutesparse.export.akoma_ntoso import to_akoma_ntoso
    from minutesparse.export.arrow import to_arrow
    from minutesparse.export.frames import to_pandas
    from minutesparse.export.oparl import to_oparl
    from minutesparse.export.popolo import to_popolo
    from minutesparse.pipeline import Parser, parse, parse_all
    from minutesparse.read import read as read_file
    from minutesparse.records import (
        Action,
        AgendaItem,
        Attendance,
        Clause,
        Comparison,
        Contribution,
        Declaration,
        Document,
        Issue,
        Meeting,
        Motion,
        Page,
        Period,
        Person,
        Record,
        Residue,
        Resolution,
        SourceInfo,
        Span,
        Speaker,
        Statistic,
        Vote,
        VoteEvent,
    )
    from minutesparse.text import Source
else:
    _HOMES = {
        "batch": "convert",
        "export.akoma_ntoso": "to_akoma_ntoso",
        "export.arrow": "to_arrow",
        "export.frames": "to_pandas",
        "export.oparl": "to_oparl",
        "export.popolo": "to_popolo",
        "errors": (
            "ArchiveError EmptyDocumentError FailedArchiveError GoldError LexiconError "
            "LimitExceededError ListingError MinutesparseError MissingExtraError "
            "PartialArchiveError QueryError ServerError UnreadableFileError UnsupportedFormatError"
        ),
        "pipeline": "Parser parse parse_all",
        "records": (
            "Action AgendaItem Attendance Clause Comparison Contribution Declaration Document "
            "Issue Meeting Motion Page Period Person Record Residue Resolution SourceInfo Span "
            "Speaker Statistic Vote VoteEvent"
        ),
        "text": "Source",
    }
    _PLACES = {name: (home, name) for home, names in _HOMES.items() for name in names.split()}
    # `minutesparse.read` is the subpackage, so its function goes by another name here.
    _PLACES["read_file"] = ("read", "read")

    def __getattr__(name):
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        home, name_there = _PLACES[name]
        found = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name_there)
        return found

    def __dir__():
        return sorted({*globals(), *__all__})


__all__ = [
    "Action",
    "AgendaItem",
    "ArchiveError",
    "Attendance",
    "Clause",
    "Comparison",
    "Contribution",
    "Declaration",
    "Document",
    "EmptyDocumentError",
    "FailedArchiveError",
    "GoldError",
    "Issue",
    "LexiconError",
    "LimitExceededError",
    "ListingError",
    "Meeting",
    "MinutesparseError",
    "MissingExtraError",
    "Motion",
    "Page",
    "Parser",
    "PartialArchiveError",
    "Period",
    "Person",
    "QueryError",
    "Record",
    "Residue",
    "Resolution",
    "ServerError",
    "Source",
    "SourceInfo",
    "Span",
    "Speaker",
    "Statistic",
    "UnreadableFileError",
    "UnsupportedFormatError",
    "Vote",
    "VoteEvent",
    "convert",
    "parse",
    "parse_all",
    "read_file",
    "to_akoma_ntoso",
    "to_arrow",
    "to_oparl",
    "to_pandas",
    "to_popolo",
]
