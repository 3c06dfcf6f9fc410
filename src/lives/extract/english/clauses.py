"""Who does what in a sentence: a clause for each verb group."""

from collections.abc import Sequence
from dataclasses import replace

from lives.extract.english.chunks import Chunk, Tag
from lives.extract.english.clause import Clause, Voice
from lives.extract.english.frames import frames
from lives.extract.english.layout import SKIPPED, Layout
from lives.extract.english.lexicon import verb_form, words
from lives.extract.english.openings import opening
from lives.extract.english.subjects import leads_to, own_subject, shared_subject
from lives.extract.english.tails import cleft_dates, leading_dates, tail
from lives.extract.english.verbs import Verb

_BE = frozenset(("was", "were", "is", "are"))
_TO_SUB = frozenset((Tag.ADVERB, Tag.DATE, Tag.COMMA, Tag.QUOTE, Tag.PREP))
_TO_VERB = frozenset((Tag.NOUN, Tag.ADVERB, Tag.PREP, Tag.COMMA, Tag.DATE, Tag.QUOTE))


def clauses(chunks: Sequence[Chunk]) -> list[Clause]:
    """Return the clauses of a sentence in order."""
    layout = Layout(chunks)
    found: list[Clause] = []
    for at, chunk in enumerate(chunks):
        if chunk.verb is not None:
            found.append(_clause(layout, found, at, chunk.verb))
    found = [_opened(layout, clause, found[i + 1 :]) for i, clause in enumerate(found)]
    return _led_up(layout, found)


def _clause(layout: Layout, earlier: Sequence[Clause], at: int, verb: Verb) -> Clause:
    shared = shared_subject(layout, earlier, at, verb)
    if shared is not None:
        subject, head = shared.subject, shared.head
    else:
        subject, head = own_subject(layout, earlier, at, verb)
    voice = _voice(layout, at, verb, shared)
    governor, link = _governor(layout, at, head, verb)
    if voice is Voice.OPEN and _inverted(layout, head):
        voice, governor = Voice.PASSIVE, -1
    after = tail(layout, at)
    before = leading_dates(layout, at, head, shared=shared is not None)
    before = before or cleft_dates(layout, governor, at)
    return Clause(
        at=at,
        verb=verb,
        voice=voice,
        subject=subject,
        head=head,
        shared=shared is not None,
        object=after.object,
        phrases=after.phrases,
        dates=(*after.dates, *before),
        last=after.last,
        governor=governor,
        link=link,
    )


def _opened(layout: Layout, clause: Clause, later: Sequence[Clause]) -> Clause:
    main = leads_to(layout, clause, later)
    if main is None:
        return clause
    return replace(clause, subject=main.subject, head=main.head, shared=True)


def _led_up(layout: Layout, found: Sequence[Clause]) -> list[Clause]:
    """Give the participles that open a sentence the subject they lead up to."""
    opens = opening(layout, found)
    if opens is None:
        return list(found)
    main = opens.main
    return [
        replace(
            clause,
            subject=main.subject,
            head=main.head,
            shared=True,
            voice=Voice.PASSIVE if clause.verb.bare else clause.voice,
        )
        if clause.at in opens.done
        else clause
        for clause in found
    ]


def _voice(layout: Layout, at: int, verb: Verb, shared: Clause | None) -> Voice:
    if verb.passive:
        return Voice.PASSIVE
    if not verb.bare:
        return Voice.ACTIVE
    form = verb_form(verb.word)
    after = layout.after(at)
    by = layout.tag(after) is Tag.PREP and layout.word(after) == "by"
    only_participle = form is not None and form.participle and not form.past
    passive_before = shared is not None and shared.voice is Voice.PASSIVE
    takes_object = layout.tag(after) is Tag.NOUN
    given = verb.lemma in words()["ditransitive"]
    does = verb.word in frames().agentive  # "was tried and confessed"
    goes_on = passive_before and not does and (given or not takes_object)
    if by or only_participle or goes_on:
        return Voice.PASSIVE
    reduced = shared is not None and shared.voice is Voice.OPEN and not does
    if (shared is not None and not reduced) or takes_object:
        return Voice.ACTIVE
    return Voice.OPEN


def _inverted(layout: Layout, head: int) -> bool:
    """Tell whether the auxiliary stands before: "not only was X shot"."""
    before = layout.listed(head) - 1 if head >= 0 else -1
    verb = layout.chunks[before].verb if before > 0 else None
    return verb is not None and verb.word in _BE and verb.auxiliary == verb.word


def _governor(layout: Layout, at: int, head: int, verb: Verb) -> tuple[int, str]:
    """Return the verb a clause is the complement of, and the linking word."""
    if layout.tag(layout.before(at)) is Tag.REL:
        return -1, ""  # what "who" opens is told, whatever it hangs on
    if verb.infinitive:
        return _verb_before(layout, at), "to"
    if verb.gerund and layout.tag(at - 1) is Tag.PREP:
        return _verb_before(layout, at), layout.word(at - 1)
    if verb.gerund and layout.tag(at - 1) is Tag.VERB:
        return at - 1, "-ing"  # "contemplated arresting X"
    start = layout.listed(head) if head >= 0 else at
    i = start - 1
    while i >= 0 and (layout.tag(i) in _TO_SUB or _adjunct(layout, i)):
        i -= 1  # "that in 1932, in Kazan, he ..."
    if layout.tag(i) is Tag.SUB:
        return _verb_before(layout, i), layout.word(i)
    beside = start - 1
    while layout.tag(beside) in SKIPPED:
        beside -= 1
    told = layout.tag(beside) is Tag.VERB and head >= 0  # "he said X was shot"
    return (beside, "") if told else (-1, "")


def _adjunct(layout: Layout, at: int) -> bool:
    """Tell whether a noun phrase before a subject hangs on a preposition."""
    return layout.tag(at) is Tag.NOUN and layout.tag(at - 1) is Tag.PREP


def _verb_before(layout: Layout, at: int) -> int:
    i = at - 1
    while i >= 0 and (layout.tag(i) in _TO_VERB or _between_adverbs(layout, i)):
        i -= 1
    return i if layout.tag(i) is Tag.VERB else -1


def _between_adverbs(layout: Layout, at: int) -> bool:
    """Tell whether an "and" joins adverbs: "again and again"."""
    sides = layout.tag(at - 1), layout.tag(at + 1)
    return layout.tag(at) is Tag.AND and sides == (Tag.ADVERB, Tag.ADVERB)
