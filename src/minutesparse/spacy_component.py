"""A spaCy component: ``nlp.add_pipe("minutesparse")`` sets ``doc._.meeting``.

This is the only module that imports spaCy, and nothing else of the package imports it. What is
kept in the ``Doc`` is the meeting's JSON, so that documents survive ``DocBin``, pickling and
``nlp.pipe`` with several processes; the record is made of it when it is asked for.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from minutesparse.pipeline import Parser
from minutesparse.records import Meeting

KEY = "minutesparse"


class MinutesComponent:
    """Parses the text of every document that passes.

    Args:
        extension: Name of the extension attribute that gives the meeting.
        extract: Whether to look for figures and the like inside the contributions.
    """

    def __init__(self, *, extension: str = "meeting", extract: bool = True) -> None:
        self._parser = Parser(extract=extract)
        if not Doc.has_extension(extension):
            Doc.set_extension(extension, getter=meeting_of)

    def __call__(self, doc: Doc) -> Doc:
        """Parse a document and return it."""
        doc.user_data[KEY] = self._parser.parse(doc.text).model_dump_json()
        return doc


def meeting_of(doc: Doc) -> Meeting | None:
    """Return the meeting of a document, or None where the component has not seen it.

    The record is validated anew at every call; keep it in a variable to use it more than once.

    Args:
        doc: A document of a pipeline with the component.
    """
    stored = doc.user_data.get(KEY)
    return None if stored is None else Meeting.model_validate_json(stored)


@Language.factory("minutesparse", default_config={"extension": "meeting", "extract": True})
def make_component(nlp: Language, name: str, extension: str, extract: bool) -> MinutesComponent:
    """Make the component for a pipeline.

    Args:
        nlp: The pipeline; spaCy hands it in, the component does without.
        name: Name of the component in the pipeline.
        extension: Name of the extension attribute that gives the meeting.
        extract: Whether to look for figures and the like inside the contributions.
    """
    return MinutesComponent(extension=extension, extract=extract)
