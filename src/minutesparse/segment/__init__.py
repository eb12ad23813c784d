"""Text in, layout out: lines, blocks with depth, agenda items, front matter."""

from minutesparse.segment.items import lay_out

__all__ = ["lay_out"]
