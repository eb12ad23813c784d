"""How minutes name people, offices and groups: words, tokens, and mentions read from them."""

from minutesparse.naming.mentions import Mention, MentionReader, MentionType
from minutesparse.naming.tokens import Token, tokenise
from minutesparse.naming.words import NameWords, name_words

__all__ = [
    "Mention",
    "MentionReader",
    "MentionType",
    "NameWords",
    "Token",
    "name_words",
    "tokenise",
]
