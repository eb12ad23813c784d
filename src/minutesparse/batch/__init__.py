"""Archives: many documents in, tables and databases out, whatever happens on the way.

The unit of work is a pure function, :func:`minutesparse.batch.document.convert`: a document's place
and content in, its records as JSON and as rows out. Everything else here brings it its documents
and keeps what it returns.
"""

from __future__ import annotations

from minutesparse.batch.archive import FORMATS, Progress, convert
from minutesparse.batch.report import Report

__all__ = ["FORMATS", "Progress", "Report", "convert"]
