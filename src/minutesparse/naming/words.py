"""The speaker lexicon, made ready for looking words up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from minutesparse.lexicons import Lexicon


@dataclass(frozen=True, eq=False)
class NameWords:
    """Lower-case words and phrases, by their section of the lexicons of speakers and names.

    The openers are all words of one sort or another that a mention can begin with.
    The verbs that tell, and their auxiliaries, are those of ``verbs.yaml`` and ``sentences.yaml``.
    """

    titles: frozenset[tuple[str, ...]]
    ranks: frozenset[tuple[str, ...]]
    title_openers: frozenset[str]
    group_openers: frozenset[str]
    plural_titles: frozenset[str]
    member_titles: frozenset[str]
    post_nominals: frozenset[str]
    particles: frozenset[str]
    openers: frozenset[str]
    personal_titles: frozenset[str]
    courtesy_titles: frozenset[str]
    role_heads: frozenset[str]
    role_openers: frozenset[str]
    role_complements: frozenset[str]
    body_nouns: frozenset[str]
    member_roles: tuple[str, ...]
    chair_roles: frozenset[str]
    public_roles: frozenset[str]
    groups: frozenset[tuple[str, ...]]
    administration: frozenset[str]
    pronouns: frozenset[str]
    not_names: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    given_names: frozenset[str]
    telling_verbs: frozenset[str]
    auxiliaries: frozenset[str]


@cache
def name_words(lexicon: Lexicon) -> NameWords:
    """Return the words that the naming rules look up, made once a lexicon."""

    def words(section: str) -> frozenset[str]:
        return frozenset(lexicon.phrases("speakers", section))

    def split(section: str) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(phrase.split()) for phrase in words(section))

    def names(section: str) -> frozenset[str]:
        return frozenset(lexicon.phrases("names", section))

    group_openers = frozenset(group[0] for group in split("groups"))
    openers = words("pronouns") | words("role_openers") | words("particles") | group_openers
    return NameWords(
        titles=split("titles"),
        ranks=split("ranks"),
        title_openers=frozenset(title[0] for title in split("titles") | split("ranks")),
        group_openers=group_openers,
        plural_titles=words("plural_titles"),
        member_titles=words("member_titles"),
        post_nominals=words("post_nominals"),
        particles=words("particles"),
        openers=openers,
        personal_titles=words("personal_titles"),
        courtesy_titles=words("courtesy_titles"),
        role_heads=words("role_heads"),
        role_openers=words("role_openers"),
        role_complements=words("role_complements"),
        body_nouns=words("body_nouns"),
        member_roles=lexicon.phrases("speakers", "member_roles"),
        chair_roles=words("chair_roles"),
        public_roles=words("public_roles"),
        groups=split("groups"),
        administration=words("administration"),
        pronouns=words("pronouns"),
        not_names=words("not_names"),
        masculine=names("masculine"),
        feminine=names("feminine"),
        given_names=names("masculine") | names("feminine") | names("either"),
        telling_verbs=frozenset(lexicon.phrases("verbs", "telling")),
        auxiliaries=frozenset(lexicon.phrases("sentences", "auxiliaries")),
    )
