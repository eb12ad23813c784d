"""Decisions of an item: by their head words, in prose, or by clauses that have lost their head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutesparse.extract.decisions.clauses import block_clauses, clause_of, inline_clauses, operative_verb
from minutesparse.extract.decisions.heads import Head, inner_head, opening_head, subject_start
from minutesparse.extract.decisions.movers import find_movers
from minutesparse.extract.decisions.prose import prose_decision
from minutesparse.extract.findings import ClauseFinding, ResolutionFinding
from minutesparse.lexicons import Lexicon
from minutesparse.text import Block, Sentence

_ZONES = ("minutes", "decision")
_STEM_END = re.compile(r"(?:[:–-]|\bthat|\bto|\bthe\s+\w+)\s*[:–-]*\s*$", re.I)
_VOTE_LINE = re.compile(r"^\(?\s*(?:\d+|[A-Z][a-z]+)\s+(?:Members?|Councillors?|votes?)\b[^.]{0,300}\bvot", re.I)
_ORPHAN = re.compile(
    r"^(?:\"?That\b.{0,400}?\b(?:be|is|are|notes?|agrees?|approves?|endorses?|recommends?|welcomes?|supports?|thanks?|requests?|asks?)\b|"
    r"The\s+(?:report|recommendations?|minutes|update|contents)\s+(?:of\s+the\s+report\s+)?be\s+\w+)",
    re.S,
)
_REASON = re.compile(r"^(?:Reasons?|Alternative|Other\s+options|Options\s+considered|Note|Conditions?|Informatives?|\[|\(Note|Voting|Vote)\b", re.I)
_PLANNING_TITLE = re.compile(r"\bplanning\b|\bapplications?\b|\bdevelopment\b", re.I)
_OPERATIVE_TO_RECORD = {
    "note": "noted", "approve": "approved", "agree": "agreed", "recommend": "recommended",
    "refuse": "refused", "defer": "deferred",
}  # fmt: skip
_RECOMMENDED_TO = re.compile(
    r"\brecommend\w*\s+(?:to\s+)(?P<body>(?:the\s+)?(?:[A-Z][\w'-]+\s*){1,5})", re.S
)


def find_resolutions(
    blocks: Sequence[Block], title: str | None, lexicon: Lexicon
) -> list[ResolutionFinding]:
    """Return an item's decisions in document order.

    Args:
        blocks: The item's blocks.
        title: The item's title, which tells planning responses.
        lexicon: Head words and operative verbs.
    """
    found: list[ResolutionFinding] = []
    planning = bool(title and _PLANNING_TITLE.search(title))
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if block.zone not in _ZONES or block.kind == "label":
            headed = _decision_label(blocks, index, lexicon)
            if headed is not None:
                found.append(headed[0])
                index = headed[1]
                continue
            index += 1
            continue
        head = opening_head(block.text, lexicon)
        if head is not None and not _is_speech(block, head):
            resolution, index = _headed(blocks, index, head, block.start, lexicon)
            found.append(resolution)
            continue
        inner = _in_sentences(blocks, index, planning, lexicon)
        if inner is not None:
            resolutions, index = inner
            found += resolutions
            continue
        index += 1
    if not found:
        found = _orphans(blocks, lexicon)
    return _without_repeats(found, blocks)


def _is_speech(block: Block, head: Head) -> bool:
    return block.speech is not None and not head.shouted


def _decision_label(
    blocks: Sequence[Block], index: int, lexicon: Lexicon
) -> tuple[ResolutionFinding, int] | None:
    """Read what a bare label "Decision:" heads, where no head word follows it."""
    block = blocks[index]
    if block.kind != "label" or block.zone != "decision":
        return None
    members = _clause_blocks(blocks, index + 1, started=False)
    if not members or any(opening_head(b.text, lexicon) or inner_head(b.text, lexicon) for b in members):
        return None
    if any(prose_decision(s.text, planning=False, outcome=False) for b in members for s in b.sentences[:1]):
        return None
    clauses = block_clauses(members, lexicon)
    verb = _OPERATIVE_TO_RECORD.get(operative_verb(members[0].text, lexicon) or "", "resolved")
    end = max(clause.end for clause in clauses)
    label = (block.start, block.end)
    found = ResolutionFinding(block.start, end, label, verb, None, clauses, "resolution.decision_label")
    return found, index + 1 + len(members)


def _headed(
    blocks: Sequence[Block], index: int, head: Head, start: int, lexicon: Lexicon
) -> tuple[ResolutionFinding, int]:
    """Read a decision from its head words to its last clause."""
    block = blocks[index]
    label = (block.start + head.start, block.start + head.label_end)
    rest = block.text[head.end :]
    rest_start = block.start + head.end
    stem: tuple[int, int] | None = None
    clauses: tuple[ClauseFinding, ...] = ()
    own = rest.strip()
    after = index + 1
    inline = inline_clauses(rest, rest_start, lexicon) if own else None
    members: list[Block] = []
    if inline is not None:
        clauses = tuple(inline[1])
        stem = _stretch(rest[: inline[0]], rest_start)
    elif not own or _opens_list(own, blocks, after):
        members = _clause_blocks(blocks, after, started=False, own=block)
        stem = _stretch(rest, rest_start) if own else None
        clauses = block_clauses(members, lexicon)
        after += len(members)
    if not clauses and own:
        clause_start = rest_start + len(rest) - len(rest.lstrip())
        words = own.removesuffix('"')
        clauses = (clause_of(clause_start, clause_start + len(own), words, None, "clause.single", lexicon),)
        stem = None
        more = _clause_blocks(blocks, after, started=True, own=block)
        if more:
            extra = block_clauses(more, lexicon)
            parent = replace(clauses[0], end=max(c.end for c in extra), clauses=extra)
            clauses = (parent,) if own.endswith((":", "-", "–")) else (*clauses, *extra)
            after += len(more)
    end = max([clause.end for clause in clauses], default=block.end)
    end = max(end, block.end) if not members else end
    verb = _verb(head, clauses, lexicon, blocks, index)
    movers = find_movers(block.text[: head.start], block.start, lexicon) if head.start else None
    to = _RECOMMENDED_TO.search(block.text)
    found = ResolutionFinding(
        start, end, label, verb, stem, clauses, "resolution.heading",
        movers.mover if movers else None, movers.seconder if movers else None,
        recommended_to=" ".join(to["body"].split()) if to else None,
    )  # fmt: skip
    return found, after


def _verb(
    head: Head, clauses: Sequence[ClauseFinding], lexicon: Lexicon, blocks: Sequence[Block], index: int
) -> str:
    if not head.bare or not clauses:
        return head.verb
    words = blocks[index].text[head.end :] or (blocks[index + 1].text if index + 1 < len(blocks) else "")
    return _OPERATIVE_TO_RECORD.get(operative_verb(words, lexicon) or "", head.verb)


def _opens_list(own: str, blocks: Sequence[Block], after: int) -> bool:
    """Tell whether the words after a head are a stem that the next blocks continue."""
    if after >= len(blocks):
        return False
    following = blocks[after]
    if following.marker is None:
        return own.endswith((":", ":-", "–", "-")) and following.kind != "label" and len(own) < 160
    closed = own.endswith((".", ";")) and not own.endswith(("etc.",))
    if closed:
        return False
    return bool(_STEM_END.search(own)) or (len(own) < 140 and following.marker.label.lower() in ("1", "a", "i", "1.1"))


def _clause_blocks(
    blocks: Sequence[Block], first: int, *, started: bool, own: Block | None = None
) -> list[Block]:
    """Return the run of blocks that are clauses of the head above them."""
    members: list[Block] = []
    numbered = False
    for block in blocks[first:]:
        if block.kind == "label" or block.zone not in _ZONES or block.speech:
            break
        if _VOTE_LINE.match(block.text) and not members and block.marker is None:
            continue
        if block.marker is not None:
            if _starts_late(members, block) or (own is not None and _sibling(own, block)):
                break
            if started and not members and not _continues_single(block):
                break
            if members and not numbered and block.marker.label and members[-1].marker is None:
                break
            numbered = True
            if members and _restarts(members, block):
                break
            members.append(block)
            continue
        if started or _REASON.match(block.text):
            break
        if numbered and not _open_ended(members[-1]):
            break
        if members and not numbered and not _like_first(members[0], block):
            break
        members.append(block)
    return members


def _starts_late(members: Sequence[Block], block: Block) -> bool:
    """Tell whether a list of another style begins here with a number that is no first one."""
    if block.marker is None or block.marker.bullet or not members:
        return False
    styles = {member.marker.style for member in members if member.marker}
    return block.marker.style not in styles and block.marker.label.lower() not in ("1", "a", "i", "1.1")


def _sibling(own: Block, block: Block) -> bool:
    """Tell whether a number only carries on the numbering of the paragraph that decides."""
    return (
        own.marker is not None
        and block.marker is not None
        and not own.marker.bullet
        and own.marker.style == block.marker.style
        and own.depth == block.depth
    )


def _continues_single(block: Block) -> bool:
    return block.marker is not None and block.marker.label.lower() in ("1", "a", "i", "")


def _restarts(members: Sequence[Block], block: Block) -> bool:
    """Tell whether a bullet after numbered clauses begins something else."""
    first = members[0]
    if block.marker is None or first.marker is None:
        return False
    return block.depth < first.depth or (bool(first.marker.label) and block.marker.bullet and block.depth <= first.depth)


def _open_ended(block: Block) -> bool:
    """Tell whether a clause is not finished, so that a paragraph goes on with it."""
    return re.search(r"(?:[;,:]|\band|\bor)\s*$", block.text) is not None


def _like_first(first: Block, block: Block) -> bool:
    """Tell whether unnumbered clauses are built alike ("That ...", "That ...")."""
    opener, other = first.text.split(None, 1)[0].lower(), block.text.split(None, 1)[0].lower()
    return opener == other and opener in ("that", "to", "the", "and", "note", "agree", "approve") and (
        opener != "the" or _open_ended(first)
    )


def _stretch(text: str, offset: int) -> tuple[int, int] | None:
    inner = text.strip()
    if not inner:
        return None
    start = offset + len(text) - len(text.lstrip())
    return start, start + len(inner)


# ---------------------------------------------------------------- in prose


def _in_sentences(
    blocks: Sequence[Block], index: int, planning: bool, lexicon: Lexicon
) -> tuple[list[ResolutionFinding], int] | None:
    """Read decisions in the sentences of one block; the last may go on in the blocks below."""
    block = blocks[index]
    found: list[ResolutionFinding] = []
    outcome = _is_outcome(blocks, index)
    for place, sentence in enumerate(block.sentences):
        last = place == len(block.sentences) - 1
        head = inner_head(sentence.text, lexicon)
        if head is not None and _decides(sentence.text, head):
            resolution, after = _inner(blocks, index, sentence, head, last, lexicon)
            found.append(resolution)
            if after > index + 1:
                return found, after
            continue
        prose = prose_decision(sentence.text, planning=planning, outcome=outcome and last)
        if prose is None or (block.kind == "bullet" and block.depth > 0):
            continue
        resolution, after = _prose(blocks, index, sentence, prose.verb, prose.start, prose.clause, prose.rule, last, lexicon)
        found.append(resolution)
        if after > index + 1:
            return found, after
    return (found, index + 1) if found else None


def _decides(text: str, head: Head) -> bool:
    """Tell whether capitals in a sentence decide rather than name ("the item AGREED PLAN")."""
    before, after = text[: head.start].rstrip(), text[head.label_end :].lstrip()
    if re.search(r"(?:was|were|it|be|and|Committee|Council|Cabinet|Board|Panel|Members?|then|is|–|-|:|unanimously|\)|,|duly)$", before):
        return True
    return after[:1] in (":", "–", "-") or after.startswith(("that", "THAT", "to "))


def _inner(
    blocks: Sequence[Block], index: int, sentence: Sentence, head: Head, last: bool, lexicon: Lexicon
) -> tuple[ResolutionFinding, int]:
    block = blocks[index]
    movers = find_movers(sentence.text, sentence.start, lexicon)
    begin = sentence.start if movers and movers.end <= sentence.start + head.start else sentence.start + subject_start(sentence.text, head.start)
    rest = sentence.text[head.end :]
    opens = movers is not None or subject_start(sentence.text, head.start) < head.start
    goes_on = _CLAUSE_FOLLOWS.match(rest) is not None or rest.strip().startswith('"')
    at_end = sentence.end >= block.end - 1
    if goes_on or (opens and not rest.strip(" :–-.") and at_end and not _has_subject(sentence.text, head)):
        shifted = replace_head(head, sentence.start - block.start)
        tail = replace(block, text=block.text[: sentence.end - block.start], end=sentence.end)
        run = [*blocks[:index], tail, *blocks[index + 1 :]]
        resolution, after = _headed(run, index, shifted, begin, lexicon)
        after = after if last else index + 1
        if movers:
            resolution = replace(resolution, mover=movers.mover, seconder=movers.seconder)
        return replace(resolution, rule="resolution.in_sentence"), after
    clause_start, clause_end = sentence.start, sentence.end
    if movers and movers.start > sentence.start + head.start:
        cut = sentence.text.rfind("(", 0, movers.start - sentence.start)
        clause_end = sentence.start + (cut if cut > head.start else movers.start - sentence.start)
        clause_end = sentence.start + len(sentence.text[: clause_end - sentence.start].rstrip(" .,"))
    words = sentence.text[: clause_end - sentence.start]
    clause = clause_of(clause_start, clause_end, words, None, "clause.sentence", lexicon)
    label = (sentence.start + head.start, sentence.start + head.label_end)
    return ResolutionFinding(
        sentence.start, sentence.end, label, head.verb, None, (clause,), "resolution.in_sentence",
        movers.mover if movers else None, movers.seconder if movers else None,
    ), index + 1  # fmt: skip


def _has_subject(text: str, head: Head) -> bool:
    """Tell whether a thing is decided on before the head word ("The schedule was AGREED")."""
    before = re.split(r"\bsec\w*\.?\s|\bproposed\b|\bmoved\b|[,;]", text[: head.start])[-1]
    return re.search(r"\b(?:was|were)\s*$", before) is not None and not re.search(
        r"\b(?:it|It)\s+(?:was|were)\s*(?:\w+\s*)?$", before
    )


_CLAUSE_FOLLOWS = re.compile(r"\s*(?:unanimously\s+)?(?:\([^)]{1,80}\)\s*)?(?:that|to|THAT)\b")


def replace_head(head: Head, shift: int) -> Head:
    """Return a head with its indices counted from the block instead of the sentence."""
    return replace(head, start=head.start + shift, end=head.end + shift, label_end=head.label_end + shift)


def _prose(
    blocks: Sequence[Block],
    index: int,
    sentence: Sentence,
    verb: str,
    start: int,
    clause_at: int,
    rule: str,
    last: bool,
    lexicon: Lexicon,
) -> tuple[ResolutionFinding, int]:
    movers = find_movers(sentence.text, sentence.start, lexicon)
    begin = sentence.start if movers else sentence.start + start
    clause_start = sentence.start + clause_at
    text = sentence.text[clause_at:]
    after = index + 1
    clauses: tuple[ClauseFinding, ...]
    members = _clause_blocks(blocks, after, started=False) if last and sentence.text.rstrip().endswith((":", ":-", "–")) else []
    if members and members[0].marker is not None:
        clauses = block_clauses(members, lexicon)
        after += len(members)
        end = max(clause.end for clause in clauses)
        stem = _stretch(text, clause_start)
    else:
        inline = inline_clauses(text, clause_start, lexicon)
        clauses = tuple(inline[1]) if inline else (clause_of(clause_start, sentence.end, text, None, "clause.sentence", lexicon),)
        stem = _stretch(text[: inline[0]], clause_start) if inline else None
        end = sentence.end
    return ResolutionFinding(
        begin, end, None, verb, stem, clauses, rule,
        movers.mover if movers else None, movers.seconder if movers else None,
    ), after  # fmt: skip


def _is_outcome(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether nothing but labels, movers, votes and documents follow in the item."""
    rest = [b for b in blocks[index + 1 :] if b.kind != "label" and b.zone in _ZONES]
    block = blocks[index]
    if block.marker is not None and "." in block.marker.label:
        return True
    return all(len(b.text) < 120 for b in rest[:2]) and len(rest) <= 2


# ---------------------------------------------------------------- without a head


def _orphans(blocks: Sequence[Block], lexicon: Lexicon) -> list[ResolutionFinding]:
    """Read clauses whose head is lost: "That the report be noted." at the end of an item."""
    found: list[ResolutionFinding] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if block.zone in _ZONES and block.kind != "label" and _ORPHAN.match(block.text):
            members = [block, *_orphan_siblings(blocks, index)]
            clauses = block_clauses(members, lexicon)
            verb = _OPERATIVE_TO_RECORD.get(operative_verb(block.text, lexicon) or "", "resolved")
            end = max(clause.end for clause in clauses)
            found.append(ResolutionFinding(block.start, end, None, verb, None, clauses, "resolution.headless"))
            index += len(members)
        else:
            index += 1
    return found


def _orphan_siblings(blocks: Sequence[Block], index: int) -> list[Block]:
    first = blocks[index]
    siblings = []
    for block in blocks[index + 1 :]:
        same = (block.marker is None) == (first.marker is None)
        if block.kind == "label" or block.zone not in _ZONES or not same or (first.marker is None and not _ORPHAN.match(block.text)):
            break
        siblings.append(block)
    return siblings


def _without_repeats(
    found: Sequence[ResolutionFinding], blocks: Sequence[Block]
) -> list[ResolutionFinding]:
    """Drop the decisions of a "Decision:" part that the minute repeats word for word."""
    texts = {id(r): _folded(r, blocks) for r in found}
    zones = {id(r): _zone(r, blocks) for r in found}
    minuted = {texts[id(r)] for r in found if zones[id(r)] == "minutes"}
    return [r for r in found if zones[id(r)] != "decision" or texts[id(r)] not in minuted]


def _zone(resolution: ResolutionFinding, blocks: Sequence[Block]) -> str:
    return next((b.zone for b in blocks if b.end > resolution.start), "minutes")


def _folded(resolution: ResolutionFinding, blocks: Sequence[Block]) -> str:
    inside = [b.text for b in blocks if b.start < resolution.end and b.end > resolution.start]
    return re.sub(r"\W+", "", "".join(inside).lower())[-200:]
