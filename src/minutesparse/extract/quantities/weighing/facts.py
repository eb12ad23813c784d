"""What is known of each word around a figure, as facts that can be weighed.

A fact is a short text, ``group=values``. Names are no facts: a word with a capital stands as
``Cap``, a number as ``0``. Each function here returns the facts that follow from one key, a few
values that the words around many figures share.
"""

from __future__ import annotations

from minutesparse.weights import ALWAYS

Facts = tuple[str, ...]
Word = tuple[str, str]  # the word, its side of the figure


def of_word(key: Word) -> Facts:
    """Return what the word itself tells."""
    word, side = key
    return (ALWAYS, f"word={word}", f"word={word} {side}")


def of_word_before(word: str) -> Facts:
    """Return what the word before it tells."""
    return (f"before={word}",)


def of_word_after(word: str) -> Facts:
    """Return what the word after it tells."""
    return (f"after={word}",)


def of_parts(key: tuple[str, str, str]) -> Facts:
    """Return what the parts tell that the word before it, the word and the word after it play."""
    left, tag, right = key
    return (f"tags={left} {tag} {right}",)


def of_step(key: tuple[str, str, int, bool]) -> Facts:
    """Return what the distance of the word tells.

    Args:
        key: The kind of the figure; the word's side; how far it is, rounded; whether the rules
            take it.
    """
    kind, side, step, within = key
    return (f"step={step} {side} {kind}", f"ruled.step={within} {side} {step}")


def of_path(key: tuple[str, bool, bool, bool, bool, bool]) -> Facts:
    """Return what it tells that something lies between the word and the figure.

    Args:
        key: The word's side; whether the rules take it; whether a verb, a pause, another figure, a
            conjunction lies between.
    """
    side, within, verb, pauses, figures, joins = key
    return (f"joins={joins} {side}", f"ruled.path={within} {side} {verb} {pauses} {figures}")


def of_way(key: tuple[str, str, int, str, bool]) -> Facts:
    """Return what the nouns between the word and the figure tell.

    Args:
        key: The kind of the figure; the word's side; how many nouns lie between; the part that the
            word plays; whether nothing but a noun phrase lies between.
    """
    kind, side, nouns, tag, chained = key
    return (f"nouns={nouns} {side} {tag} {kind}", f"chained={chained} {side} {tag}")


def of_lead(key: Word) -> Facts:
    """Return what the word before the figure tells of those on a side."""
    led, side = key
    return (f"led={led} {side}",)


def of_follower(key: Word) -> Facts:
    """Return what the word after the figure tells of those on a side."""
    followed, side = key
    return (f"followed={followed} {side}",)


def of_setting(key: tuple[str, str, int]) -> Facts:
    """Return what the parts around the figure tell of the words on a side, the nearest apart."""
    around, side, distance = key
    return (f"around={around} {side} {distance}",)


def of_ruling(key: tuple[bool, str, str, int]) -> Facts:
    """Return what the rules' own subject tells.

    Args:
        key: Whether the rules take the word; the rule; the word's side; how many words it takes.
    """
    within, rule, side, many = key
    return (f"ruled={within} {rule}", f"ruled.many={within} {side} {many}")


def of_part_in_lead(key: tuple[str, str, bool]) -> Facts:
    """Return what the part tells that the word plays in what leads to the figure."""
    part, preposition, within = key
    return (f"lead={part} {preposition}", f"lead.ruled={part} {within}")


def of_brought(key: tuple[str, int, int, int, str, str, str, str]) -> Facts:
    """Return what is known of a word that the rules bring from elsewhere.

    Args:
        key: The rule; how many words the rules take of the sentence and bring; the word's place
            among those; the kind of the figure, the word before it and the parts around it; the
            word.
    """
    rule, taken, many, place, kind, led, around, word = key
    return (
        "brought",
        f"brought.rule={rule}",
        f"brought.kind={kind}",
        f"brought.whole={not taken}",
        f"brought.many={many} {taken}",
        f"brought.place={place == 0} {place == many - 1}",
        f"brought.before={led}",
        f"brought.around={around} {kind}",
        f"brought.word={word.lower()}",
    )
