"""Text in, layout out: lines, blocks with depth, agenda items, front matter."""

from minutesparse.segment.headings.weighing import Surveyor, shipped_surveyor
from minutesparse.segment.items import lay_out
from minutesparse.segment.opening import with_opening

__all__ = ["Surveyor", "lay_out", "shipped_surveyor", "with_opening"]
