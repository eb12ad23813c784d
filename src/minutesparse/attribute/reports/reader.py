"""The reports of one sentence: verbs first, then what stands before them."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from minutesparse.attribute.reports.besides import accompanies, may_stand, past_predicate
from minutesparse.attribute.reports.model import Report
from minutesparse.attribute.reports.nouns import IMPERSONAL_NOUNS, NounReports
from minutesparse.attribute.reports.offices import SAYING, SUBORDINATES, LongOffices
from minutesparse.attribute.reports.strangers import Strangers
from minutesparse.attribute.verbs import Act, ReportingVerb, find_verbs, verb_words
from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention, MentionReader, Token

_BOUNDARY_MARKS = frozenset(
    ', ; : – ( [ and but however whilst while " - so . response reply'.split()
)
_ADVERBIAL_OPENERS = frozenset(
    """in on at with for following after as during by regarding under before having when while
    whilst to from upon since although responding replying answering speaking concluding
    referring turning again finally further additionally moving prior given within without through
    throughout despite alongside besides amid against concerning overall where
    arising introducing presenting summarising""".split()
)
_BASE_HELPERS = frozenset("to not would could did does can will didn't couldn't doesn't".split())
_PREPOSITIONS = frozenset("by from of to with for and".split())
_OPENS_CLAUSE = frozenset("as when while whilst although since if before after because".split())
_LEADS_TO_NAME = (
    _PREPOSITIONS
    | SUBORDINATES
    | frozenset(
        """that the a an as by via per about on at in into under over asked told invited
        thanked elected nominated appointed was were been be is are former deputy vice current
        then both""".split()
    )
)
_BEFORE_SUBJECT = _BOUNDARY_MARKS | frozenset(
    "point question issue matter query item one former latter last first second this".split()
)
_GOES_ON = frozenset(
    """with and or given as when whether having including how but which who where if
    particularly""".split()
)
_AFTER_NOUN = frozenset("was were from raised asked put had have and or of".split())
_REPLYING = frozenset("response reply answer responding replying answering".split())
_VOICED = frozenset({"raise", "mention", "highlight", "express", "stress", "emphasise", "voice"})
_POSSIBLE = frozenset("can could may might should must".split())
_NOUNS_TOO = frozenset("questions queries challenges comments requests".split())
_NOUN_REACH = 8
_NOTED_HELPERS = frozenset("was were could would did had felt".split())
_ASKED_OF = frozenset("the a there it they we you he she this that any".split())
_WISHES = ("like to know", "like to understand")
_NOTED_SMALL = frozenset("asked queried questioned enquired replied responded".split())
_LONGEST_ASIDE = 16
_ASIDES = frozenset("for on from of who without having as representing with in speaking".split())
_LONGEST_SUBJECT = 45
_THERE = frozenset({"present", "attendance"})
_TOLD = frozenset("tell inform advise notify assure".split())
_SMALL_WIDTHS = (7, 6, 4, 3, 2, 1)


class ReportReader:
    """Finds the reports of one sentence, given its tokens, its mentions and the verbs."""

    def __init__(self, tokens: Sequence[Token], mentions: MentionReader, lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._lower = mentions.view.lower
        self._lexicon = lexicon
        self.nouns = NounReports(tokens, mentions)
        self._offices = LongOffices(tokens, mentions, self._speaks)
        self._strangers = Strangers(tokens, mentions, self._reaches, lexicon)
        words = verb_words(lexicon)
        self._adverbs = words.adverbs
        self._lead_ins = words.lead_ins
        self._small = words.small_openers

    def reports(self) -> list[Report]:
        """Return the reports of the sentence, in order."""
        verbs = list(find_verbs(self._mentions.view.lowers, self._lexicon))
        boundaries = self._boundaries() if verbs else []
        found = (self._report(verb, boundaries) for verb in verbs)
        reports = self._without_opening([report for report in found if report is not None])
        reports = self._then_speaking(reports, verbs)
        nouns = self.nouns.noun_report()
        if nouns and (self._lower(0) == "there" or nouns[0].verb.lemma == "ask"):
            reports = nouns + [r for r in reports if r.first > nouns[0].verb.first]
        elif nouns and (not reports or nouns[0].verb.first < reports[0].first):
            reports = nouns + reports
        return [report for report in reports if may_stand(report, reports[0], self._tokens)]

    def _then_speaking(self, reports: list[Report], verbs: Sequence[ReportingVerb]) -> list[Report]:
        """Let who "was invited to the table and said" speak."""
        bidden = reports[0] if reports else None
        if bidden is None or bidden.verb.lemma != "invite" or bidden.voice != "passive":
            return reports
        for verb in verbs:
            joined = self._lower(verb.first - 1) in ("and", "then") and verb.form == "past"
            if verb.first > bidden.verb.after and joined and verb.act in SAYING:
                return [bidden._replace(verb=verb, voice="active"), *reports[1:]]
        return reports

    def _without_opening(self, reports: list[Report]) -> list[Report]:
        """Drop what an opening clause reports ("As she had said, Councillor A felt")."""
        if len(reports) < 2 or self._lower(0) not in _OPENS_CLAUSE:
            return reports
        later = [r for r in reports if r.first > 0 and self._lower(r.first - 1) == ","]
        return [r for r in reports if r.first >= later[0].first] if later else reports

    def target(self, report: Report) -> Mention | None:
        """Return who is asked: "asked Councillor A whether", "Mr B was asked by the Chair"."""
        if report.passive is not None:
            return report.passive
        if report.voice == "passive":
            return report.mention
        after = self._mentions.read(report.verb.after)
        asked = after is not None and after.type in ("person", "role") and not after.plural
        return after if asked else None

    def noted(self, index: int) -> tuple[Act, str] | None:
        """Return what notes of talk behind a label report ("PQ: Asked if", "LM: Was not sure")."""
        view = self._mentions.view
        if not (view.is_capital(index) or self._lower(index) in _NOTED_SMALL):
            return None
        opens = self._lower(index) in _ADVERBIAL_OPENERS
        for verb in find_verbs(view.lowers[index:], self._lexicon):
            if verb.first == 1 and verb.lemma in _WISHES and self._lower(index) == "would":
                return verb.act, verb.lemma
            if verb.form != "past" or (verb.first and not opens):
                break
            if not verb.first or self._lower(index + verb.first - 1) in ("he", "she"):
                return verb.act, verb.lemma
        helped = self._lower(index) in _NOTED_HELPERS and self._lower(index + 1) not in _ASKED_OF
        return ("comment", "be") if helped else None

    def _boundaries(self) -> list[int]:
        """Return the places at which a subject may begin."""
        if self._lower(0) in _ADVERBIAL_OPENERS:
            named = self._inside_names()
            places = (i for i in range(len(self._tokens)) if i not in named)
            return [i for i in places if not self._within_phrase(i)]
        lowers, titles = self._mentions.view.lowers, self._mentions.view.words.title_openers
        return [0] + [
            i
            for i, before in enumerate(lowers[:-1], start=1)
            if before in _BOUNDARY_MARKS
            or (lowers[i] in titles and self._runs_in(i))
            or (before == "which" and self._lower(i - 2) in ("to", ","))
            or (before == "with" and self._lower(i - 2) == ",")
        ]

    def _within_phrase(self, index: int) -> bool:
        """Tell whether capitals go on a phrase: "In the parish of Upper Leigh the Clerk said"."""
        view, before = self._mentions.view, self._lower(index - 1) if index else ""
        if not view.is_capital(index) or not before.isalpha() or before in _BEFORE_SUBJECT:
            return False
        if view.is_group_word(index - 1) and view.name_end(index) > index + 1:
            return False
        titled = view.title_width(index) or self._mentions.person_at(index) is not None
        named = titled or view.lower(index) in view.words.given_names
        named = named or view.is_lone_initials(index)
        return not (named or view.is_head(index) or view.is_group_word(index))

    def _inside_names(self) -> frozenset[int]:
        """Return the places within titled names and offices of several fields."""
        width = self._mentions.title_width
        titled = (i for i in range(len(self._tokens)) if width(i) or width(i + 1))
        people = ((place, self._mentions.person_at(place)) for place in titled)
        ends = [(place, one.after) for place, one in people if one]
        ends += self._mentions.offices_of_fields()
        return frozenset(inner for place, end in ends for inner in range(place + 1, end))

    def _runs_in(self, index: int) -> bool:
        """Tell whether a title stands where a full stop may be lost ("... at the lane Mr Ord")."""
        before, width = self._tokens[index - 1], self._mentions.title_width
        if not width(index) or not before.word or width(index - 1):
            return False
        # "the Harbour Inspector" is one office
        within = before.capital and self._lower(index - 2) == "the"
        return not within and before.lower not in _LEADS_TO_NAME

    def _report(self, verb: ReportingVerb, boundaries: Sequence[int]) -> Report | None:
        if self._is_noun(verb) or self._is_possible(verb):
            return None
        farthest = bisect_left(boundaries, verb.first - _LONGEST_SUBJECT)
        near = boundaries[farthest : bisect_right(boundaries, verb.first)]
        for first in self._preferred(near):
            if first and self._is_subordinate(first, verb):
                continue
            report = self._subject_at(first, verb)
            if report is not None and self._happened_before(report):
                return None
            if report is not None:
                return self._named_before(report, near) or report
        return self._by_agent(verb)

    def _happened_before(self, report: Report) -> bool:
        """Tell whether a group's deed only lies before what is told: "the Council had opposed"."""
        group = report.mention is not None and report.mention.type == "group"
        views = report.verb.act in ("comment", "propose")
        had = self._lower(report.verb.first - 1) == "had"
        no, objection = self._lower(report.verb.after), self._lower(report.verb.after + 1)
        no_objection = no == "no" and objection.startswith("objection")
        return had and ((group and views) or no_objection)

    def _is_noun(self, verb: ReportingVerb) -> bool:
        """Tell whether a verb is the noun in "In response to members questions, ..."."""
        before = self._tokens[verb.first - 1] if verb.first else None
        if self._lower(verb.first) not in _NOUNS_TOO or before is None or before.capital:
            return False
        opening = [self._lower(place) for place in range(min(verb.first, _NOUN_REACH))]
        return any(one in _REPLYING and other == "to" for one, other in itertools.pairwise(opening))

    def _is_possible(self, verb: ReportingVerb) -> bool:
        """Tell whether somebody only may ask, or once did: "could ask", "had asked for a grant"."""
        if verb.lemma.startswith("check") and self._lower(verb.first - 1) in ("would", "will"):
            return True
        return (
            verb.act == "ask" and verb.form == "base" and self._lower(verb.first - 1) in _POSSIBLE
        ) or (verb.lemma == "ask" and self._lower(verb.first - 1) == "had")

    def _is_subordinate(self, first: int, verb: ReportingVerb) -> bool:
        """Tell whether a clause that begins at a place hangs on another: not "to which X said"."""
        before = self._lower(first - 1)
        if before == "which" and self._lower(first - 2) == "to":
            return False
        if before == "which" and self._lower(first - 2) == ",":
            return verb.act != "undertake"
        return before in SUBORDINATES or (before == "with" and verb.form != "gerund")

    def _named_before(self, report: Report, boundaries: Sequence[int]) -> Report | None:
        """Return the report with the person whose office between commas was read first."""
        if report.mention is None or report.mention.type != "role":
            return None
        if self._lower(report.first - 1) != ",":
            return None
        for first in boundaries:
            if first >= report.first:
                break
            if self._lower(first - 1) in _PREPOSITIONS:
                continue
            person = self._mentions.read(first)
            if self._ends_opening(first, report.mention):
                continue
            if person and person.type == "person" and person.after >= report.mention.after:
                return report._replace(first=first, mention=person)
        return None

    def _ends_opening(self, first: int, office: Mention) -> bool:
        """Tell whether a name closes an opening: "To one from the Chair, Mrs A, the Clerk said"."""
        if self._lower(first - 1) != "," or self._lower(office.after) == ",":
            return False
        behind = (i + 1 for i in range(first) if self._lower(i) in ("from", "by", "to"))
        askers = map(self._mentions.read_plain, behind)
        return any(asker is not None and asker.after == first - 1 for asker in askers)

    def _preferred(self, boundaries: Sequence[int]) -> Sequence[int]:
        """Put the places after a comma first, where a phrase opens the sentence."""
        if self._lower(0) not in _ADVERBIAL_OPENERS:
            return boundaries
        after = [i for i in boundaries if i > 0 and self._lower(i - 1) == ","]
        return [*reversed(after), *boundaries]

    def _subject_at(self, first: int, verb: ReportingVerb) -> Report | None:
        if first == verb.first:
            if verb.form == "present" and self._lower(verb.after) in _AFTER_NOUN:
                return None
            opens = first == 0 and (verb.form in ("past", "present") or self._opens_gerund(verb))
            return Report(verb, 0, None, "none") if opens else None
        if self._lower(first) == "it":
            passive = self._lower(first + 1) in ("was", "is", "has", "had", "were")
            told = passive and self._reaches(first + 1, verb)
            return self._impersonal(verb, first) if told else None
        mention = self._mentions.read(first)
        if mention is None:
            opened = first > 0 and self._lower(0) in _ADVERBIAL_OPENERS
            behind_opening = opened and self._lower(first - 1) == ","
            mention = self._strangers.speaker(first, verb, behind_opening=behind_opening)
        if mention is None:
            return self._impersonal(verb, first) if self._agentless(first, verb) else None
        passed = mention.type not in ("group", "pronoun") and self._behind_aside(
            mention.after, verb
        )
        if not (passed or self._reaches(mention.after, verb)):
            mention = self._offices.read_on(first, mention, verb)
        return None if mention is None else self._voiced(verb, first, mention)

    def _speaks(self, index: int, verb: ReportingVerb) -> bool:
        """Tell whether a speaker who ends before a place does what a verb says."""
        return self._reaches(index, verb) or self._behind_aside(index, verb)

    def _behind_aside(self, comma: int, verb: ReportingVerb) -> bool:
        """Tell whether an aside in commas parts a speaker from the verb: "Mr A, for B, said"."""
        lower = self._lower
        if lower(comma) != "," or lower(comma + 1) not in _ASIDES or verb.form != "past":
            return False
        end = next((at for at in range(comma + 1, verb.first) if not self._tokens[at].word), comma)
        near = lower(end) == "," and end - comma <= _LONGEST_ASIDE
        return near and self._reaches(end + 1, verb)

    def _opens_gerund(self, verb: ReportingVerb) -> bool:
        """Tell whether a point is a gerund's: "Asking whether the Council plans to keep it"."""
        if verb.form != "gerund" or verb.act not in ("ask", "comment", "state"):
            return False
        return all(
            self._lower(place + 1) in _GOES_ON
            for place in range(verb.after, len(self._tokens))
            if self._lower(place) == ","
        )

    def _reaches(self, index: int, verb: ReportingVerb) -> bool:
        """Tell whether only small words stand between a subject and its verb."""
        if index > verb.first:
            return False
        if self._lower(index) in ("–", "-") and index + 1 == verb.first and verb.act == "ask":
            return verb.form in ("past", "present")
        place, helped = past_predicate(index, verb.first, self._tokens), index < verb.first
        while place < verb.first:
            step = self._small_words(place, verb.first)
            if not step:
                return False
            place += step
        if verb.form == "gerund":
            hangs = accompanies(index, self._tokens)
            return hangs or (helped and self._lower(verb.first - 1) == "by")
        if verb.form == "base":
            return helped and self._lower(verb.first - 1) in _BASE_HELPERS
        return True

    def _small_words(self, place: int, limit: int) -> int:
        if self._lower(place) == ",":
            return 1
        for width in _SMALL_WIDTHS if self._lower(place) in self._small else ():
            words = tuple(self._mentions.view.lowers[place : place + width])
            if place + width <= limit and (words in self._adverbs or words in self._lead_ins):
                return width
        return 0

    def _voiced(self, verb: ReportingVerb, first: int, mention: Mention) -> Report:
        between = {token.lower for token in self._tokens[mention.after : verb.first]}
        there = self._lower(verb.first - 1) == "and" and not between.isdisjoint(_THERE)
        joined = there or past_predicate(mention.after, verb.first, self._tokens) > mention.after
        helped = bool(between & {"was", "were", "been"}) and not joined
        asked = bool(between & {"are", "is"}) and verb.act == "ask"
        passive = (helped or asked) and verb.form == "past"
        heard = verb.lemma == "hear" and mention.type in ("group", "pronoun")
        if not passive and not heard:
            return Report(verb, first, mention, "active")
        agent = self.nouns.agent(verb, ("by", "from"))
        if agent is not None:
            return Report(verb, first, agent, "active", passive=mention if passive else None)
        return Report(verb, first, mention, "passive")

    def _impersonal(self, verb: ReportingVerb, first: int) -> Report:
        """Read "It was explained", and who did it where "by" says so."""
        agent = self.nouns.agent(verb, ("by",))
        if agent is not None:
            return Report(verb, first, agent, "active", impersonal=True)
        return Report(verb, first, None, "impersonal", impersonal=True)

    def _agentless(self, first: int, verb: ReportingVerb) -> bool:
        """Read "A question was raised", "Concern was expressed", "Clarification was sought"."""
        window = self._tokens[first : verb.first]
        made_to = verb.lemma == "make" and self._lower(verb.after) == "to"
        if made_to or not window or len(window) > 14 or any(one.lower == "it" for one in window):
            return False
        if sum(token.lower in ("was", "were") for token in window) > 1:
            return False
        if any(self._names_hearer(place) for place in range(first + 1, verb.first)):
            return False
        if self._lower(verb.first - 1) not in ("was", "were", "also", "then", "been"):
            return False
        asked = verb.lemma in ("question", "query", "challenge")
        asked = asked or (verb.lemma in _VOICED and self._closes(verb))
        return asked or any(token.lower in IMPERSONAL_NOUNS for token in window[:5])

    def _closes(self, verb: ReportingVerb) -> bool:
        """Tell whether nothing but a full stop or "as an issue" follows a verb."""
        return self._lower(verb.after) in (".", "", "as", "and")

    def _names_hearer(self, place: int) -> bool:
        """Tell whether somebody stands right before "was": "the Panel was informed"."""
        mention = self._mentions.read(place) if self._lower(place) in ("the", "members") else None
        return mention is not None and self._lower(mention.after) in ("was", "were")

    def _by_agent(self, verb: ReportingVerb) -> Report | None:
        """Read the agent of "the report was introduced by the Manager"."""
        helpers = {self._lower(i) for i in range(max(0, verb.first - 3), verb.first)}
        # "AB has been told by X that ...": AB tells it.
        helping = {"was", "were"} if verb.lemma in _TOLD else {"was", "were", "been"}
        if verb.form != "past" or not helpers & helping:
            return None
        agent = self.nouns.agent(verb, ("by",))
        return Report(verb, verb.first, agent, "active") if agent is not None else None
