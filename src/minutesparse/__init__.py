"""Turn raw council minutes into validated, source-anchored records."""

__version__ = "0.1.0"
