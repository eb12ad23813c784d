"""Files in, :class:`~minutesparse.text.Source` out: one reader a format, one dispatch."""
