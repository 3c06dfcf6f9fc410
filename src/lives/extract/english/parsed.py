"""Clauses by the dependency tree: who does what to whom, when and where.

What token order shows and the tree confirms, or only the tree shows, is read here;
the wording of verb groups stays with `clauses.py`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import CAUSED, Clause, Phrase, Voice
from lives.extract.english.frames import frames
from lives.extract.english.layout import Layout
from lives.extract.english.learned.parse import ROOT
from lives.extract.english.lexicon import words
from lives.extract.english.tails import cleft_dates
from lives.extract.english.tree import Tree
from lives.model.mention import Mention

_SINGULAR = frozenset(("was", "is", "has"))
_LOOSE = frozenset(("advcl", "xcomp", "ccomp"))
_SAID = frozenset(("ccomp", "csubj", "csubj:pass"))  # "it is said that X was shot"
_PLURAL = frozenset(("were", "are", "have"))
_LEADING = frozenset(("headed", "led"))
# "The day he died", "the rumour that he joined": what is no object of its clause.
_NO_OBJECTS = ("pointing_nouns", "charge_nouns", "rumour_nouns", "factive_nouns")
_HAVING = frozenset(("had", "has", "have"))
_POINTING = frozenset(("WP", "WDT", "WRB"))
_STEPS = 6  # verbs joined or hung on one another that a subject is passed down


def parsed_clauses(tree: Tree, plain: Sequence[Clause]) -> list[Clause]:
    """Return the clauses of a sentence as its tree shows them.

    Args:
        tree: The sentence.
        plain: Its clauses by token order.
    """
    return [_clause(tree, clause) for clause in plain]


def _clause(tree: Tree, plain: Clause) -> Clause:
    head, shared = _head(tree, tree.node(plain.at))
    subject, at = _who(tree, head, plain) if head >= 0 else ((), -1)
    if at >= 0 and tree.apart(at, plain.at):
        subject, at = (), -1
    whose = plain.head > 0 and tree.chunks[plain.head - 1].word == "whose"
    if whose or (plain.subject and not subject and not _told_of(tree, head, plain)):
        # token order saw what the tree does not show
        subject, at, shared = plain.subject, plain.head, plain.shared
    more = len(plain.subject) > len(subject) and set(subject) < set(plain.subject)
    listed = plain.verb.auxiliary in _PLURAL or len(plain.subject) > 2  # noqa: PLR2004
    joined = listed and plain.verb.auxiliary not in _SINGULAR
    joined = joined or (plain.shared and plain.verb.bare)
    if more and subject and joined:  # "A, B and C were tried and shot"
        subject = plain.subject
    governor, link = _governor(tree, plain)
    negated = plain.verb.negated or tree.negated(plain.at)
    return replace(
        plain,
        verb=replace(plain.verb, negated=negated),
        voice=_voice(tree, plain),
        subject=subject,
        head=at,
        shared=shared,
        object=_object(tree, plain),
        phrases=_phrases(tree, plain),
        dates=_dates(tree, plain, shared=shared),
        governor=governor,
        link=link,
    )


def _told_of(tree: Tree, head: int, plain: Clause) -> bool:
    """Tell whether whom token order takes for the subject only tells of it.

    In "the party X joined was banned" a party is banned.
    """
    if head < 0 or plain.shared or tree.noun(head) < 0:
        return False
    above = tree.head(plain.head)
    for _ in range(_STEPS):
        if above in {head, ROOT}:
            return False
        if tree.link(above) == "acl:relcl" and tree.parse.heads[above] == head:
            return True
        above = tree.parse.heads[above]
    return False


# --- who ------------------------------------------------------------------------------


def _head(tree: Tree, node: int) -> tuple[int, bool]:
    """Return the word that is the subject of a clause, and whether it was left out."""
    shared = False
    for _ in range(_STEPS):
        own = tree.subject(node)
        if own >= 0:
            if tree.relative(own):
                return tree.described(node), shared
            return own, shared
        link, up = tree.link(node), tree.parse.heads[node]
        if up == ROOT:
            break
        if link in {"acl", "acl:relcl"}:
            return up, shared
        if link == "xcomp":
            controlled = _controlled(tree, up)
            if controlled >= 0:
                return controlled, True
        loose = link in _LOOSE and _without_tense(tree, node)
        if link not in {"conj", "parataxis"} and not loose:
            break
        node, shared = up, True
    return -1, shared


def _without_tense(tree: Tree, node: int) -> bool:
    """Tell whether a clause is an infinitive, gerund or participle."""
    tags = tree.parse.tags
    helped = [
        tags[w] for w in tree.below.get(node, ()) if tree.link(w).startswith("aux")
    ]
    if any(tag in {"VBD", "VBZ", "VBP", "MD"} for tag in helped):
        return False
    return tags[node] in {"VBG", "VBN", "VB"} or any(t in {"TO", "VBG"} for t in helped)


def _controlled(tree: Tree, verb: int) -> int:
    """Return the object that does what it is told: "ordered him to leave"."""
    return next((w for w in tree.below.get(verb, ()) if tree.link(w) == "obj"), -1)


def _who(tree: Tree, head: int, plain: Clause) -> tuple[tuple[Mention, ...], int]:
    """Return the persons a subject is, and the chunk of it."""
    at = tree.noun(head)
    if at < 0:
        return (), -1
    alone = plain.verb.auxiliary in _SINGULAR
    found: list[Mention] = []
    for word in [head] if alone else tree.joined(head):
        people, where = _people(tree, word)
        found.extend(people or _led(tree, word))
        at = where if word == head else at
    return tuple(dict.fromkeys(found)), at


def _people(tree: Tree, word: int) -> tuple[tuple[Mention, ...], int]:
    """Return whom a noun phrase is, and the chunk that says so."""
    at = tree.noun(word)
    if at < 0 or tree.chunks[at].people:
        return (tree.chunks[at].people if at >= 0 else ()), at
    for beside in tree.beside(word):  # "his wife, Maria Petrova, was arrested"
        named = tree.noun(beside)
        if named >= 0 and tree.chunks[named].people:
            return tree.chunks[named].people, named
    return (), at


def _led(tree: Tree, word: int) -> Iterator[Mention]:
    """Yield those at the head of a group: "ten officers, headed by X, with Y, were"."""
    for leading in tree.below.get(word, ()):
        if tree.link(leading) != "acl" or tree.tokens[leading].lower not in _LEADING:
            continue
        first, last = tree.reach(leading)
        for chunk in tree.chunks:
            if chunk.tag is Tag.NOUN and first <= chunk.first <= last:
                yield from chunk.people


# --- how ------------------------------------------------------------------------------


def _voice(tree: Tree, plain: Clause) -> Voice:
    verb, node = plain.verb, tree.node(plain.at)
    # "Trained as a teacher, he": no finite verb opens a sentence so.
    opens = plain.shared and plain.head > plain.at and plain.voice is Voice.PASSIVE
    if verb.passive or (verb.bare and opens):
        return Voice.PASSIVE
    if not verb.bare:
        return Voice.ACTIVE
    links = {tree.link(w) for w in tree.below.get(node, ())}
    if links & {"nsubj:pass", "obl:agent"}:
        return Voice.PASSIVE
    takes = "obj" in links and verb.lemma not in words()["ditransitive"]
    if "nsubj" in links or takes:
        return Voice.ACTIVE
    if _suffers(tree, plain.at):
        return Voice.PASSIVE
    return Voice.ACTIVE if tree.parse.tags[node] == "VBD" else plain.voice


def _suffers(tree: Tree, at: int, steps: int = _STEPS) -> bool:
    """Tell whether a participle, or a verb joined to a passive, is passive itself."""
    verb, node = tree.chunks[at].verb, tree.node(at)
    if verb is None or verb.passive or steps == 0:
        return verb is not None and verb.passive
    if tree.link(node) == "conj":
        up = tree.verbs.get(tree.parse.heads[node], -1)
        does = verb.word in frames().agentive
        return up >= 0 and not does and _suffers(tree, up, steps - 1)
    participle = tree.parse.tags[node] in {"VBN", "VBD"}
    hangs = tree.link(node) in {"acl", "advcl"} and participle
    return hangs or _caused(tree, node)


def _caused(tree: Tree, node: int) -> bool:
    """Tell whether a bare participle is what a verb brings about: "had him shot"."""
    helped = any(tree.link(w).startswith("aux") for w in tree.below.get(node, ()))
    loose = tree.link(node) in {"xcomp", "ccomp"}
    return loose and not helped and tree.parse.tags[node] in {"VBN", "NN", "JJ"}


def _object(tree: Tree, plain: Clause) -> int:
    """Return the noun phrase a verb takes, as it stands right after it."""
    if plain.object >= 0 and tree.chunks[plain.object].people:
        return plain.object  # "elected X president"
    node = tree.node(plain.at)
    if tree.verbs.get(node) == plain.at and node not in range(
        tree.chunks[plain.at].first, tree.chunks[plain.at].last
    ):
        at = tree.noun(node)  # "was a teacher"
        return at if at > plain.at else plain.object
    for word in tree.below.get(node, ()):
        if tree.link(word) == "obj" and tree.noun(word) > plain.at:
            return tree.noun(word)
    return plain.object if plain.object >= 0 else _before_relative(tree, node)


def _before_relative(tree: Tree, node: int) -> int:
    """Return the object that stands before its clause: "the book that he wrote"."""
    noun, below = tree.parse.heads[node], tree.below.get(node, ())
    own = tree.subject(node)
    if tree.link(node) != "acl:relcl" or own < 0 or tree.relative(own):
        return -1
    pointing = (w for w in below if tree.parse.tags[w] in _POINTING)
    placed = any(tree.link(w) != "obj" for w in pointing)  # "the town where he died"
    placed = placed or tree.tokens[node].lower in _HAVING  # "a post he had to give up"
    at, word = tree.noun(noun), tree.tokens[noun].lower
    when = any(word in words()[name] for name in _NO_OBJECTS)
    if placed or when or at < 0 or tree.chunks[at].people:
        return -1
    between = {chunk.tag for chunk in tree.chunks[at + 1 : tree.at[node]]}
    return -1 if between & {Tag.STOP, Tag.QUOTE, Tag.VERB} else at


def _phrases(tree: Tree, plain: Clause) -> tuple[Phrase, ...]:
    """Return the phrases after a verb that stand in its clause."""
    found = []
    for at in tree.owned(plain.at):
        before = at - 1
        governed = tree.chunks[at].tag in {Tag.NOUN, Tag.DATE}
        if governed and tree.chunks[before].tag is Tag.PREP and before > plain.at:
            found.append(Phrase(tree.chunks[before].word, at))
    own = {phrase.at for phrase in found}
    kept = [p for p in plain.phrases if p.at not in own and tree.chunks[p.at].verb]
    return tuple(sorted((*found, *kept), key=lambda p: p.at))


def _dates(tree: Tree, plain: Clause, *, shared: bool) -> tuple[int, ...]:
    """Return the dates in a clause, those after its verb first."""
    own = [c for c in tree.dates(plain.at) if tree.bracket(c) == tree.bracket(plain.at)]
    found = sorted(own, key=lambda c: (c < plain.at, c))
    node = tree.node(plain.at)
    if not found and shared:
        up = tree.verbs.get(tree.parse.heads[node], -1)
        found = [c for c in tree.dates(up) if c < up or _caused(tree, node)]
    return tuple(found) or cleft_dates(Layout(tree.chunks), plain.governor, plain.at)


def _governor(tree: Tree, plain: Clause) -> tuple[int, str]:
    """Return the verb a clause is the complement of, and the linking word.

    Either reading may see that somebody only says it: in doubt, it is not a fact.
    """
    node = tree.node(plain.at)
    above = tree.verbs.get(tree.parse.heads[node], -1)
    # What a verb brings about follows it, unlike "trained as a baker, he was tried".
    if 0 <= above < plain.at and plain.verb.bare and _caused(tree, node):
        return above, CAUSED
    relative = plain.object < 0 <= _before_relative(tree, node)
    if plain.governor < 0 and plain.link == "that" and relative:
        return -1, ""  # "the branch that he founded": nobody says it but the text
    if plain.governor >= 0 or plain.link:
        return plain.governor, plain.link
    if tree.link(node) not in _SAID:
        return -1, ""
    words_ = (w for w in tree.below.get(node, ()) if tree.link(w) == "mark")
    mark = next((tree.chunks[tree.at[w]].word for w in words_ if w in tree.at), "")
    return (above, mark) if above >= 0 else (-1, "")
