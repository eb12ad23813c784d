"""Text in, layout out: lines, blocks with depth, agenda items, front matter."""

from minutesparse.segment.headings.weighing import Surveyor, default_surveyor
from minutesparse.segment.items import lay_out

__all__ = ["Surveyor", "default_surveyor", "lay_out"]
