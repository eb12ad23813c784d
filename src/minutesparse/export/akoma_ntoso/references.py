"""Whom and what a document refers to: the references section of its metadata."""

from __future__ import annotations

import re
from urllib.parse import quote

from lxml import etree

from minutesparse.export.akoma_ntoso.vocabulary import make, state
from minutesparse.export.facts import facts_of
from minutesparse.records import Meeting, Speaker, SpeakerType

SOFTWARE = "minutesparse"
NOT_STATED = "notStated"

_NOT_IN_SLUGS = re.compile(r"[\W_]+")
_KINDS: dict[SpeakerType, tuple[str, str]] = {
    "person": ("TLCPerson", "named"),
    "role": ("TLCPerson", "holder"),
    "group": ("TLCOrganization", "group"),
}


class References:
    """Collects references, each once, while a document is written.

    Args:
        meeting: The meeting.
        key: Its key; persons are those of this meeting and claim to be nobody else's.
        country: Code of the jurisdiction.
    """

    def __init__(self, meeting: Meeting, key: str, country: str) -> None:
        self._key = key
        self._country = country
        self._people = {person.id: person for person in meeting.people}
        self._found: dict[str, tuple[str, str, str]] = {}
        self.organisation(SOFTWARE, SOFTWARE)

    def agent(self, speaker: Speaker | None) -> str:
        """Return the eId of who speaks, moves or votes; of nobody, where that is not stated."""
        if speaker is None:
            return self._add(NOT_STATED, "TLCPerson", NOT_STATED, "(not stated)")
        return self.person(speaker.label, speaker.person, speaker.type)

    def person(self, label: str, person: str | None, kind: SpeakerType = "person") -> str:
        """Return the eId of who is called so.

        Args:
            label: The words that name them.
            person: ``Person.id``, where the label was resolved.
            kind: What the label names; an office has its holder here.
        """
        if person in self._people:
            known = self._people[person]
            name = " ".join(filter(None, (known.title, known.name)))
            return self._add(known.id, "TLCPerson", f"{self._key}-{known.id}", name)
        name, prefix = _KINDS[kind]
        slug = f"{prefix}-{_slug(label)}"
        return self._add(slug, name, f"{self._key}-{slug}", label)

    def role(self, words: str) -> str:
        """Return the eId of an office."""
        return self._add(f"role-{_slug(words)}", "TLCRole", _slug(words), words)

    def organisation(self, eid: str, name: str) -> str:
        """Return the eId of an organisation."""
        return self._add(eid, "TLCOrganization", _slug(name), name)

    def concept(self, word: str) -> str:
        """Return the eId of a unit, an outcome or a side of a vote."""
        return self._add(f"concept-{_slug(word)}", "TLCConcept", _slug(word), word)

    def write(self, meta: etree._Element) -> None:
        """Add the references section to a document's metadata."""
        section = make(meta, "references", source=f"#{SOFTWARE}")
        for eid, (name, href, shown) in self._found.items():
            element = make(section, name, eId=eid, href=href, showAs=shown)
            if eid in self._people:
                state(element, facts_of(self._people[eid]))

    def _add(self, eid: str, name: str, place: str, shown: str) -> str:
        about = name.removeprefix("TLC").lower()
        href = f"/akn/ontology/{about}/{self._country}/{quote(place, errors='replace')}"
        self._found.setdefault(eid, (name, href, " ".join(shown.split())))
        return eid


def _slug(words: str) -> str:
    return _NOT_IN_SLUGS.sub("-", words.casefold()).strip("-") or "-"
