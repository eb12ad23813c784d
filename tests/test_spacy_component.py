import subprocess
import sys

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from tests.places import CORPUS

from minutesparse import Meeting, parse
from minutesparse.spacy_component import MinutesComponent, meeting_of

TEXT = (CORPUS / "severnside-osc-numbered-paragraphs.txt").read_bytes().decode("utf-8")


@pytest.fixture
def nlp() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("minutesparse")
    return pipeline


def test_a_document_has_its_meeting(nlp: Language) -> None:
    meeting = nlp(TEXT)._.meeting
    assert isinstance(meeting, Meeting)
    assert meeting == parse(TEXT)


def test_offsets_are_those_of_the_document(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc._.meeting.text == doc.text == TEXT


def test_the_name_of_the_extension_is_the_users_choice() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("minutesparse", config={"extension": "council_meeting"})
    assert pipeline("Minutes")._.council_meeting.text == "Minutes"


def test_options_reach_the_parser() -> None:
    pipeline = spacy.blank("en")
    pipe = pipeline.add_pipe("minutesparse", config={"extract": False})
    assert isinstance(pipe, MinutesComponent)
    assert pipeline("Minutes")._.meeting == parse("Minutes", extract=False)


def test_documents_survive_being_stored(nlp: Language) -> None:
    stored = DocBin(store_user_data=True, docs=[nlp(TEXT)]).to_bytes()
    [doc] = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert doc._.meeting == parse(TEXT)


def test_several_processes_give_the_same(nlp: Language) -> None:
    texts = [TEXT, "Minutes", ""]
    meetings = [doc._.meeting for doc in nlp.pipe(texts, n_process=2)]
    assert meetings == [parse(text) for text in texts]


def test_a_document_that_has_not_passed_has_none() -> None:
    assert meeting_of(spacy.blank("en")("Minutes")) is None


def test_an_extension_of_the_user_is_left_alone() -> None:
    Doc.set_extension("taken", default="mine")
    try:
        MinutesComponent(extension="taken")
        assert spacy.blank("en")("Minutes")._.taken == "mine"
    finally:
        Doc.remove_extension("taken")


def test_importing_the_module_sets_no_extension() -> None:
    code = (
        "import minutesparse.spacy_component\n"
        "from spacy.tokens import Doc\n"
        "assert not Doc.has_extension('meeting')"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
