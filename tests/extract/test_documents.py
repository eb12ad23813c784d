"""Documents that a page lists, and what looks like one."""

import minutesparse

PAGE = """Agenda and minutes

Venue: Room B

1. Licence

The report was noted.

Supporting documents:

  • Review of a Licence - The Brass Kettle , item 1. PDF 152 KB
  • Appendix 1 - Plan of the Yard , item 1. PDF 2 MB
  • Officer report
  • Webcast for 1.
"""


def test_a_name_keeps_the_words_before_its_dash_and_a_recording_is_no_document() -> None:
    meeting = minutesparse.parse(PAGE)
    names = [meeting.quote(document) for item in meeting.items for document in item.documents]
    assert names == [
        "Review of a Licence - The Brass Kettle",
        "Appendix 1 - Plan of the Yard",
        "Officer report",
    ]
