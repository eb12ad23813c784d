"""The speaker lexicon, made ready for looking words up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from minutesparse.lexicons import Lexicon


@dataclass(frozen=True, eq=False)
class NameWords:
    """Sets of lower-case words and phrases, each from its section of ``speakers.yaml``."""

    titles: frozenset[tuple[str, ...]]
    member_titles: frozenset[str]
    post_nominals: frozenset[str]
    particles: frozenset[str]
    role_heads: frozenset[str]
    role_openers: frozenset[str]
    member_roles: tuple[str, ...]
    chair_roles: frozenset[str]
    groups: frozenset[tuple[str, ...]]
    anonymous: frozenset[str]
    pronouns: frozenset[str]
    not_names: frozenset[str]


@cache
def name_words(lexicon: Lexicon) -> NameWords:
    """Return the words that the naming rules look up, made once a lexicon."""

    def words(section: str) -> frozenset[str]:
        return frozenset(lexicon.phrases("speakers", section))

    def split(section: str) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(phrase.split()) for phrase in words(section))

    return NameWords(
        titles=split("titles"),
        member_titles=words("member_titles"),
        post_nominals=words("post_nominals"),
        particles=words("particles"),
        role_heads=words("role_heads"),
        role_openers=words("role_openers"),
        member_roles=lexicon.phrases("speakers", "member_roles"),
        chair_roles=words("chair_roles"),
        groups=split("groups"),
        anonymous=words("anonymous"),
        pronouns=words("pronouns"),
        not_names=words("not_names"),
    )
