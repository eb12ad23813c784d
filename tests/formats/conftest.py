"""The makers of the samples are a script, and need what the tests do not."""

collect_ignore = ["make"]
