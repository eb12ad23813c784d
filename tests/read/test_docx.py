import pytest
from tests.read.wordfile import docx, paragraph, row, zipped

from minutesparse.errors import LimitExceededError, MinutesparseError, UnreadableFileError
from minutesparse.read import Limits, read_bytes
from minutesparse.text import Source


def source_of(body: str, **parts: str) -> Source:
    return read_bytes(docx(body, **parts), name="a.docx")


def text_of(body: str, **parts: str) -> str:
    return source_of(body, **parts).text


def run(content: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"


def test_paragraphs_stand_apart() -> None:
    source = source_of(paragraph("MINUTES") + paragraph() + paragraph("Present"))
    assert source.text == "MINUTES\n\nPresent\n"
    assert source.media_type.endswith("wordprocessingml.document")


def test_tracked_changes_count_as_accepted() -> None:
    body = (
        "<w:p><w:ins><w:r><w:t>Agreed </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>Refused </w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>here</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>there</w:t></w:r></w:moveTo></w:p>"
    )
    assert text_of(body) == "Agreed there\n"


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = paragraph("one ", "<w:rPr><w:del/></w:rPr>") + paragraph("two")
    assert text_of(body) == "one two\n"
    assert text_of(paragraph("last", "<w:rPr><w:del/></w:rPr>")) == "last\n"


def test_a_deleted_row_is_gone() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('old')}</w:tc></w:tr>"
    kept = row(paragraph("Cllr Ash"), paragraph("Present"))
    assert text_of(f"<w:tbl>{gone}{kept}</w:tbl>") == "Cllr Ash | Present\n"


def test_text_boxes_follow_their_paragraph_and_are_read_once() -> None:
    inner = f"<w:txbxContent>{paragraph('DRAFT')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Minutes</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert text_of(body) == "Minutes\n\nDRAFT\n"


def test_notes_follow_the_paragraph_that_refers_to_them() -> None:
    body = (
        '<w:p><w:r><w:t>The roof</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:t> leaked</w:t></w:r><w:r><w:endnoteReference w:id="1"/></w:r></w:p>'
    ) + paragraph("Next")
    footnotes = (
        f'<w:footnote w:id="0" w:type="separator">{paragraph("---")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Since May.")}</w:footnote>'
    )
    endnotes = f'<w:endnote w:id="1">{paragraph("Badly.")}</w:endnote>'
    source = source_of(body, footnotes=footnotes, endnotes=endnotes)
    assert source.text == "The roof[1] leaked[i]\n\n[1] Since May.\n\n[i] Badly.\n\nNext\n"
    assert [source.text[start:end] for start, end in source.furniture] == ["[1]", "[i]"]


def test_headers_and_footers_are_furniture() -> None:
    source = source_of(
        paragraph("Apologies"), header=paragraph("Parish Council"), footer=paragraph("Page 1")
    )
    assert source.text == "Parish Council\n\nApologies\n\nPage 1\n"
    assert [source.text[start:end] for start, end in source.furniture] == [
        "Parish Council",
        "Page 1",
    ]


def test_runs_give_what_they_show() -> None:
    body = "<w:p>" + "".join(
        [
            run("<w:t>resolved</w:t>", "<w:caps/>"),
            run("<w:t>hidden</w:t>", "<w:vanish/>"),
            run("<w:t>shown</w:t>", '<w:vanish w:val="0"/>'),
            run("<w:noBreakHyphen/>"),
            run("<w:t>\u00fc</w:t>", '<w:rFonts w:ascii="Wingdings"/>'),
            run('<w:sym w:font="Wingdings" w:char="F0FB"/>'),
            run('<w:sym w:char="zz"/>'),
            run("<w:instrText>PAGE</w:instrText>"),
            run("<w:br/><w:t>second line</w:t>"),
            "<w:hyperlink><w:r><w:t> a link</w:t></w:r></w:hyperlink>",
            "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:r><w:t> in a control</w:t></w:r>"
            "</w:sdtContent></w:sdt></w:p>",
        ]
    )
    assert text_of(body) == "RESOLVEDshown-\u2713\u2717\nsecond line a link in a control\n"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1.\tApologies", "1. Apologies"),
        ("24/7\tMinutes", "24/7 Minutes"),
        ("(a)\t\tto note", "(a) to note"),
        ("\u2022\tone", "\u2022 one"),
        ("-\tone", "\u2022 one"),
        ("o\tone", "  \u2022 one"),
        ("Cllr Ash\tChair", "Cllr Ash    Chair"),
        ("\tPresent: ", "Present:"),
        ("A vote", "A vote"),
    ],
)
def test_typed_tabs_part_markers_and_columns(typed: str, shown: str) -> None:
    body = "<w:p>" + typed.replace("\t", "</w:t><w:tab/><w:t>").join(
        ('<w:r><w:t xml:space="preserve">', "</w:t></w:r></w:p>")
    )
    assert text_of(body) == f"{shown}\n"


def test_an_attendance_table_gives_a_line_a_row() -> None:
    merged = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + paragraph("North")
    below = "<w:tcPr><w:vMerge/></w:tcPr>" + paragraph("")
    table = row(merged, paragraph("Cllr Ash")) + row(below, paragraph("Cllr Birch"))
    assert text_of(f"<w:tbl>{table}</w:tbl>") == "North | Cllr Ash\n | Cllr Birch\n"


def test_a_table_of_items_reads_as_items_with_their_owners() -> None:
    table = (
        row(paragraph("Item"), paragraph("Discussion"), paragraph("Action"))
        + row(paragraph("1"), paragraph("Fence") + paragraph("It fell."), paragraph("AB"))
        + row(paragraph("2"), paragraph("Gate") + paragraph("No news."), paragraph())
    )
    assert text_of(f"<w:tbl>{table}</w:tbl>").split("\n\n") == [
        *("Item    Discussion".ljust(60) + "Action", "1", "Fence", "It fell.".ljust(60) + "AB"),
        *("2", "Gate", "No news.\n"),
    ]


def test_both_namespaces_of_the_standard_are_read() -> None:
    content = docx(paragraph("Minutes"))
    strict = zipped(
        {
            "word/document.xml": (
                '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
                f"<w:body>{paragraph('Minutes')}</w:body></w:document>"
            )
        }
    )
    assert read_bytes(content).text == read_bytes(strict).text


def test_a_zip_bomb_is_refused() -> None:
    bomb = docx(paragraph("x" * 5_000_000))
    assert len(bomb) < 50_000
    with pytest.raises(LimitExceededError, match="max_unpacked_bytes"):
        read_bytes(bomb, limits=Limits(max_unpacked_bytes=1_000_000))


def test_an_archive_of_countless_parts_is_refused() -> None:
    files = {"word/document.xml": "<x/>", **{f"word/{at}": "" for at in range(300)}}
    with pytest.raises(LimitExceededError, match="max_parts"):
        read_bytes(zipped(files), limits=Limits(max_parts=200))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_they_are_expanded(encoding: str) -> None:
    bomb = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY a "aaaa">'
        '<!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>'
    )
    with pytest.raises(UnreadableFileError, match="document type") as caught:
        read_bytes(zipped({"word/document.xml": bomb.encode(encoding)}))
    assert caught.value.exit_code == 3


def test_elements_nested_to_the_bottom_of_the_stack_are_an_error_of_ours() -> None:
    deep = "<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000
    with pytest.raises(UnreadableFileError, match="not well-formed"):
        source_of(deep)
    table = "<w:tbl><w:tr><w:tc>" * 80 + paragraph("in") + "</w:tc></w:tr></w:tbl>" * 80
    assert text_of(table) == "in\n"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_cut_short_is_an_error_of_ours(share: float) -> None:
    content = docx("".join(paragraph(f"Paragraph {at}") for at in range(200)))
    with pytest.raises(MinutesparseError):
        read_bytes(content[: int(len(content) * share)], name="a.docx")
