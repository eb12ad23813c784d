import pytest

from minutesparse.read import Limits, read_bytes
from minutesparse.text import PageMark

SAMPLE = "Caf\u00e9 fund: \u00a31.2m \u2013 agreed.\r\n\r\n\u2022\tNext\f\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("cp1252", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
    ],
)
def test_text_is_kept_exactly_as_decoded(encoding: str, mark: bytes) -> None:
    source = read_bytes(mark + SAMPLE.encode(encoding), name="a.txt")
    assert source.text == SAMPLE
    assert source.media_type == "text/plain"


def test_one_line_of_another_encoding_leaves_the_others_alone() -> None:
    content = "Caf\u00e9\n".encode() + "\u00a35\n".encode("cp1252")
    assert read_bytes(content).text == "Caf\u00e9\n\u00a35\n"


def test_bytes_that_cp1252_does_not_define_stay_control_characters() -> None:
    assert read_bytes(b"caf\xe9 \x81\x93x\x94").text == "caf\u00e9 \x81\u201cx\u201d"


def test_utf16_with_half_a_character_at_its_end_is_read() -> None:
    assert read_bytes(b"\xff\xfeA\x00B").text == "A\ufffd"


def test_form_feeds_part_pages() -> None:
    source = read_bytes(b"one\n\ftwo\n\f\fthree\n")
    assert source.pages == (
        PageMark(1, 0, 5),
        PageMark(2, 5, 10),
        PageMark(3, 10, 11),
        PageMark(4, 11, 17),
    )
    assert source.text[5:10] == "two\n\f"


def test_a_form_feed_at_the_end_makes_no_page() -> None:
    assert read_bytes(b"one\n\f").pages == ()


def test_front_matter_is_furniture() -> None:
    text = "---\r\ntitle: March\r\n---\r\n# Minutes<br>\n"
    source = read_bytes(text.encode(), name="march.md")
    assert (source.text, source.media_type) == (text, "text/markdown")
    assert [text[start:end] for start, end in source.furniture] == [
        "---\r\ntitle: March\r\n---\r\n"
    ]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read_bytes(b"---\nMinutes of a meeting\n\nPresent: Cllr Ash\n").furniture == ()


def test_a_hundred_megabytes_of_text_need_only_the_limit_raised() -> None:
    content = b"Councillor Ash agreed.\n" * 1_000_000
    assert len(read_bytes(content, limits=Limits(max_chars=30_000_000)).text) == 23_000_000
