"""The family of errors, each with the exit code that the command line gives it.

Nothing in a text makes :func:`minutesparse.parse` raise: these are about files, formats and
options. A message says what was wrong, where, and what to do about it.
"""

from __future__ import annotations

from typing import ClassVar


class MinutesparseError(Exception):
    """Base of every error that the package raises on purpose."""

    exit_code: ClassVar[int] = 1


class UnreadableFileError(MinutesparseError):
    """The file is missing, is a directory, is damaged, or may not be read."""

    exit_code = 3


class UnsupportedFormatError(MinutesparseError):
    """The content is of a format that no reader takes."""

    exit_code = 4


class EmptyDocumentError(MinutesparseError):
    """The file holds no text."""

    exit_code = 5


class LimitExceededError(MinutesparseError):
    """The file is larger than the limits allow; the message names the option that raises them."""

    exit_code = 6


class LexiconError(MinutesparseError):
    """A lexicon file is not of the form that its header describes."""

    exit_code = 7


class GoldError(MinutesparseError):
    """A gold file is not well-formed, or a folder holds none."""

    exit_code = 8


class PartialArchiveError(MinutesparseError):
    """Some documents of an archive were converted and some were not; the report lists those."""

    exit_code = 9


class FailedArchiveError(MinutesparseError):
    """No document of an archive was converted, or none was found."""

    exit_code = 10


class ArchiveError(MinutesparseError):
    """An archive or its database is busy, damaged, of another version, or none at all."""

    exit_code = 11


class MissingExtraError(MinutesparseError):
    """An optional library is not installed; the message says how to install it."""

    exit_code = 12


class ServerError(MinutesparseError):
    """A database server cannot be reached, or does not do what was asked of it."""

    exit_code = 13


class QueryError(MinutesparseError):
    """A search names nothing to look for, or a series nothing that is counted."""

    exit_code = 14


class ListingError(MinutesparseError):
    """A roster, or a list of dates, is not of a form that is understood."""

    exit_code = 15
