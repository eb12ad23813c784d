"""What a sentence reports: reporting verbs with their subjects, and where speakers change."""

from minutesparse.attribute.reports.clauses import REPLIED, ClauseCutter
from minutesparse.attribute.reports.joined import coordinated_question
from minutesparse.attribute.reports.model import Report, Voice
from minutesparse.attribute.reports.nouns import noun_act
from minutesparse.attribute.reports.reader import ReportReader

__all__ = [
    "REPLIED",
    "ClauseCutter",
    "Report",
    "ReportReader",
    "Voice",
    "coordinated_question",
    "noun_act",
]
