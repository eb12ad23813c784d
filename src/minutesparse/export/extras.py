"""Optional libraries: imported when they are used, with a word of help where they are not there."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from minutesparse.errors import MissingExtraError


def optional(module: str, extra: str) -> Any:
    """Import a library that only some exports need.

    Args:
        module: Its name.
        extra: The extra of this package that brings it.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(
            f"this needs {module.partition('.')[0]}, which is not installed: "
            f"pip install 'minutesparse[{extra}]'"
        ) from error
