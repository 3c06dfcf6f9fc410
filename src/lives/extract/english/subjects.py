"""The subject of a verb group: its own, or the one it shares with another verb.

A subject is looked for where English puts it: right before the verb, before an
insertion between commas or brackets, before "who", or, where it is left out after
"and", with the verb before. A noun phrase that hangs on a preposition or is another
verb's object is no subject. Where none of this shows a subject, there is none.
"""

from collections.abc import Sequence

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause
from lives.extract.english.layout import SKIPPED, Layout
from lives.extract.english.lexicon import words
from lives.extract.english.roles import roles
from lives.extract.english.verbs import Verb
from lives.model.mention import Mention

_SINGULAR = frozenset(("was", "is", "has"))
_OF_A_VERB = frozenset((Tag.NOUN, Tag.PREP, Tag.DATE, Tag.ADVERB, Tag.QUOTE))
_NONE: tuple[tuple[Mention, ...], int] = ((), -1)


def own_subject(
    layout: Layout, earlier: Sequence[Clause], at: int, verb: Verb
) -> tuple[tuple[Mention, ...], int]:
    """Find the subject of a verb that has one of its own.

    Args:
        layout: The sentence.
        earlier: Its clauses before this verb.
        at: The verb group.
        verb: The same, as read.

    Returns:
        Whom it is, and the chunk that is the subject; nobody and -1 if none is seen.
    """
    before = layout.before(at)
    tag = layout.tag(before)
    if tag is Tag.REL and layout.word(before) == "who":
        return _who(layout, earlier, before)
    if tag is Tag.COMMA:
        if participle(verb):
            return _of_participle(layout, earlier, before)
        return _over_commas(layout, before, verb)
    head = layout.climb(before)
    if head < 0:
        return _NONE
    if _unclosed(layout, head):  # "X, secretary of the Y was arrested"
        return layout.chunks[head - 2].people, head - 2
    return _listed(layout, head, verb), head


def _unclosed(layout: Layout, head: int) -> bool:
    """Tell whether a noun phrase describes the name before it, the comma forgotten."""
    named = layout.tag(head - 1) is Tag.COMMA and layout.person(head - 2)
    described = layout.chunks[head].word in roles().kind_of
    return named and described and not layout.chunks[head].people


def participle(verb: Verb) -> bool:
    """Tell whether a verb group can be a participle: "arrested", "having died".

    "Died" cannot: verbs that take no object have no passive.
    """
    passive = verb.bare and verb.lemma not in words()["intransitive"]
    return (passive and not verb.auxiliary) or verb.gerund


def _who(
    layout: Layout, earlier: Sequence[Clause], rel: int
) -> tuple[tuple[Mention, ...], int]:
    before = rel - 1
    while layout.tag(before) in {Tag.COMMA, Tag.CLOSE, Tag.QUOTE}:
        closes = layout.tag(before) is Tag.CLOSE
        before = layout.opening(before) - 1 if closes else before - 1
    if layout.person(before):
        return layout.chunks[before].people, before
    # "X, once head of the Y, who ...": over the insertion, to a person.
    comma = rel - 1 if layout.tag(rel - 1) is Tag.COMMA else -1
    while comma >= 0:
        comma = layout.comma_before(comma)
        if layout.person(comma - 1):
            return layout.chunks[comma - 1].people, comma - 1
    # "He was a member of the Y who was shot": of whom the description is.
    main = earlier[-1] if earlier else None
    describes = main is not None and main.verb.lemma == "be" and not main.verb.passive
    if main is None or not describes or len(main.subject) != 1:
        return _NONE
    return main.subject, main.head


def _listed(layout: Layout, head: int, verb: Verb) -> tuple[Mention, ...]:
    """Return everyone of the list that ends here; one person before "was"."""
    first = head if verb.auxiliary in _SINGULAR else layout.listed(head)
    return layout.people(first, head + 1)


def _of_participle(
    layout: Layout, earlier: Sequence[Clause], comma: int
) -> tuple[tuple[Mention, ...], int]:
    """Read ", accused of ...": of the name before the comma, or of the subject."""
    head = layout.climb(layout.before(comma))  # over "himself"
    if head >= 0:
        return layout.chunks[head].people, head
    main = previous(layout, earlier, comma)
    if main is None or main.verb.bare or not main.verb.finite:
        return _NONE
    return main.subject, main.head


def _over_commas(
    layout: Layout, closing: int, verb: Verb
) -> tuple[tuple[Mention, ...], int]:
    """Find the subject before one or more insertions between commas."""
    added: tuple[Mention, ...] = ()
    opening = layout.comma_before(closing)
    while opening >= 0 and layout.insertion(opening, closing):
        added = layout.added(opening + 1, closing) + added
        head = layout.climb(layout.before(opening))
        if head >= 0:
            named = layout.named(opening + 1, closing)
            if named and not layout.chunks[head].people:
                return named, opening + 1  # "his wife, Maria Petrova, was arrested"
            return (*_listed(layout, head, verb), *added), head
        closing, opening = opening, layout.comma_before(opening)
    return _NONE


def shared_subject(
    layout: Layout, earlier: Sequence[Clause], at: int, verb: Verb
) -> Clause | None:
    """Return the clause whose subject a verb shares, if it left its own out."""
    before = layout.before(at)
    if verb.infinitive or (verb.gerund and layout.tag(before) is Tag.PREP):
        return previous(layout, earlier, at)
    tag = layout.tag(before)
    if tag is Tag.AND:
        return previous(layout, earlier, before)
    if tag is Tag.COMMA and verb.auxiliary and verb.finite:
        # "He was tried, was sent away, ...": no insertion, so the subject goes on.
        found = _over_commas(layout, before, verb)[1] >= 0
        return None if found else _gone_on(layout, earlier, before)
    listed = tag is Tag.COMMA and participle(verb) and not verb.gerund
    if listed and _list_goes_on(layout, at):
        return previous(layout, earlier, before)
    return None


def _gone_on(layout: Layout, earlier: Sequence[Clause], comma: int) -> Clause | None:
    """Return the clause that goes on after a comma: "was tried, ..., was shot"."""
    opening = layout.comma_before(comma)
    while opening >= 0 and layout.insertion(opening, comma):
        comma, opening = opening, layout.comma_before(opening)
    joined = layout.tag(comma - 1) is Tag.AND
    if joined or _hangs_on_verb(layout, comma):
        return previous(layout, earlier, comma)
    return None


def _hangs_on_verb(layout: Layout, comma: int) -> bool:
    """Tell whether all before a comma belongs to a verb: "He went to Kazan, was"."""
    at = comma - 1
    while layout.tag(at) in _OF_A_VERB:
        at -= 1
    return layout.tag(at) is Tag.VERB


def previous(layout: Layout, earlier: Sequence[Clause], at: int) -> Clause | None:
    """Return the clause before, leaving out finished insertions with "who"."""
    for clause in reversed([c for c in earlier if c.at < at]):
        hanging = clause.verb.gerund or clause.verb.infinitive
        relative = layout.tag(layout.before(clause.at)) is Tag.REL
        closed = relative and layout.tag(at - 1) is Tag.COMMA
        if not hanging and not closed:
            return clause
    return None


def _list_goes_on(layout: Layout, at: int) -> bool:
    """Tell whether ", V ... and V" follows: verbs in a list, not an insertion."""
    for i in range(at + 1, len(layout.chunks)):
        tag = layout.tag(i)
        if tag in {Tag.STOP, Tag.SUB, Tag.REL}:
            return False
        if tag is Tag.AND:
            j = i + 1
            while layout.tag(j) in SKIPPED | {Tag.AND}:
                j += 1
            verb = layout.chunks[j].verb if j < len(layout.chunks) else None
            if verb is not None:
                return verb.bare
    return False


def leads_to(layout: Layout, clause: Clause, later: Sequence[Clause]) -> Clause | None:
    """Return the clause that "Arrested in 1936, he ..." opens; None for others."""
    before = layout.before(clause.at)
    having = clause.verb.gerund and bool(clause.verb.auxiliary)
    opens = before < 0 or layout.tag(clause.at - 1) is Tag.PREP
    opens = opens or (having and layout.tag(before) is Tag.AND)
    own = clause.head >= 0 and not (having and clause.shared)
    if own or not opens or (clause.verb.finite and not clause.verb.bare):
        return None
    main = next((c for c in later if c.head > clause.at and not c.shared), None)
    if main is None or main.governor >= 0:
        return None
    between = layout.chunks[clause.at : main.head]
    apart = having or any(chunk.tag is Tag.COMMA for chunk in between)
    return main if apart else None
