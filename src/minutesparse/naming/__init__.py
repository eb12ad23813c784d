"""How minutes name people, offices and groups: words, tokens, and mentions read from them."""

from minutesparse.naming.aliases import Aliases, find_aliases
from minutesparse.naming.mention import Mention, MentionType
from minutesparse.naming.mentions import MentionReader
from minutesparse.naming.particles import is_particle
from minutesparse.naming.standing import (
    bears_courtesy_title,
    bears_members_title,
    holds_officers_post,
    rank_opens_office,
)
from minutesparse.naming.tokens import Token, tokenise
from minutesparse.naming.words import NameWords, name_words

__all__ = [
    "Aliases",
    "Mention",
    "MentionReader",
    "MentionType",
    "NameWords",
    "Token",
    "bears_courtesy_title",
    "bears_members_title",
    "find_aliases",
    "holds_officers_post",
    "is_particle",
    "name_words",
    "rank_opens_office",
    "tokenise",
]
