"""Who says what a clause tells, where it is not the author.

By the verb it hangs on ("X wrote that"), by words beside it ("according to X", "as X
put it", ", X recalled,"), or by marks around its verb: he “confessed”.
"""

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause, Voice
from lives.extract.english.frames import lemma_of
from lives.extract.english.lexicon import words
from lives.extract.english.scene import Scene
from lives.extract.english.stance import Stance
from lives.model.ids import MentionId
from lives.model.statement import Modality

_NO_ONE = frozenset(("it", "there", "nobody", "none", "no one", "few"))
_AUTHOR = frozenset(("i", "we"))
_CLAUSE_EDGE = frozenset((Tag.STOP, Tag.AND, Tag.SUB, Tag.VERB))
_APART = frozenset((Tag.COMMA, Tag.STOP, None))
_PUT = frozenset(("put", "puts"))
_NO_SPEAKERS = frozenset(("him", "them", "it", "me", "us", "which", "that", "this"))
# "She seems to have fled and was arrested": what has its own "was" is not coloured.
_SEEMS = ("seem", "appear")
_REASONS = frozenset(("because", "since", "for", "so", "that"))
_NONE = (-1, -1, -1)
_CONDITION = 9  # words in which "if" may say whom to believe
_MARKS = frozenset("\"“”‘’'«»„")


def lemma_at(scene: Scene, at: int) -> str:
    """Return the base form of the verb of a chunk; "" for none."""
    return lemma_of(scene.chunks[at].word) if at >= 0 else ""


def clause_at(scene: Scene, at: int) -> Clause | None:
    """Return the clause of a verb group."""
    return next((c for c in scene.clauses if c.at == at), None)


def told(
    voice: str, speaker: MentionId | None, because: str, *, accuses: bool = False
) -> Stance:
    """What a court or the police says is a charge, whatever verb it is said with."""
    accuses = accuses or bool(set(voice.lower().split()) & words()["accusers"])
    modality = Modality.CHARGED if accuses else Modality.REPORTED
    return Stance(modality, voice, speaker, because=because, accuser=accuses)


def said_by(scene: Scene, governor: int) -> tuple[str, MentionId | None]:
    """Return who does the saying in a clause, in words and as a mention."""
    by = clause_at(scene, governor)
    if by is None:
        return "", None
    if by.voice is Voice.PASSIVE:
        phrases = (p.at for p in by.phrases if p.word == "by")
        at = next((i for i in phrases if scene.tag(i) is Tag.NOUN), -1)
        return _phrase(scene, at) if at >= 0 else ("", None)
    if by.head < 0:
        return "", None
    speaker = by.subject[0].id if by.subject else None
    return scene.words_of(by.head, by.head + 1), speaker


def reported(scene: Scene, governor: int, *, accuses: bool = False) -> Stance:
    """Judge what hangs on a verb of saying by who says it."""
    verb = scene.word(governor)
    voice, speaker = said_by(scene, governor)
    if not voice or set(voice.lower().split()[:1]) & _NO_ONE:
        modality = Modality.CHARGED if accuses else Modality.HEDGED
        return Stance(modality, because=f"“{verb}” by no one named")
    if voice.lower() in _AUTHOR:  # "I heard that": vouched for by hearsay only
        return Stance(Modality.HEDGED, because=f"“{verb}” by the author")
    accuses = accuses or said_by_any(scene, governor, "accusers")
    return told(voice, speaker, f"“{verb}” by {voice}", accuses=accuses)


def said_by_any(scene: Scene, governor: int, *classes: str) -> bool:
    """Tell whether who says it is one of these: "the prosecutor, X, claimed that"."""
    voice, _ = said_by(scene, governor)
    lowers = set(voice.lower().split())
    by = clause_at(scene, governor)
    head = by.head if by is not None and by.voice is not Voice.PASSIVE else -1
    for comma, noun in ((head - 1, head - 2), (head + 1, head + 2)):
        if head >= 0 and scene.tag(comma) is Tag.COMMA and scene.tag(noun) is Tag.NOUN:
            lowers.update(scene.lowers(scene.chunks[noun]))
    return any(lowers & words()[name] for name in classes)


def coloured(scene: Scene, clause: Clause) -> Stance | None:
    """Look for words in and around a clause that take the author's vouching away."""
    # "Allegedly arrested in 1936, he": the verb may stand before its subject.
    first = min(clause.head, clause.at) if clause.head >= 0 else clause.at
    while first > 0 and scene.chunks[first - 1].tag not in _CLAUSE_EDGE:
        first -= 1
    span = scene.text[scene.start(first) : scene.end(clause.last - 1)].lower()
    if "according to " in span:
        return _according(scene, first, clause.last)
    lowers = {
        token.lower
        for chunk in scene.chunks[first : clause.last]
        for token in scene.tokens[chunk.first : chunk.last]
    }
    plain = " ".join(span.split())
    own = clause.shared and _has_auxiliary(scene, clause)
    phrases = (p for p in words().hedge_phrases if not (own and p.startswith(_SEEMS)))
    hedge = next((p for p in phrases if p in plain), "")
    hedge = hedge or next(iter(sorted(lowers & words()["hedges"])), "")
    hedge = hedge or _if_believed(scene, clause)
    if hedge:
        return Stance(Modality.HEDGED, because=f"“{hedge}”")
    return _aside(scene, clause) or _marked(scene, clause.at)


def _if_believed(scene: Scene, clause: Clause) -> str:
    """Return what leaves belief to others: "if the court is to be believed"."""
    at = clause.last
    while scene.tag(at) is Tag.COMMA:
        at += 1
    if scene.tag(at) is not Tag.SUB or scene.word(at) != "if":
        return ""
    first = scene.chunks[at].first
    after = [token.lower for token in scene.tokens[first : first + _CONDITION]]
    told = next((w for w in after if w in words()["believing"]), "")
    return f"if … {told}" if told else ""


def _has_auxiliary(scene: Scene, clause: Clause) -> bool:
    """Tell whether a verb, or the one it is listed with, has a "was" of its own."""
    if clause.verb.auxiliary or not clause.verb.bare:
        return clause.verb.finite and bool(clause.verb.auxiliary)
    earlier = [c for c in scene.clauses if c.at < clause.at and c.head == clause.head]
    return (
        bool(earlier) and earlier[-1].verb.finite and bool(earlier[-1].verb.auxiliary)
    )


def marked(scene: Scene, at: int) -> bool:
    """Tell whether a word stands between quotation marks of its own: “trial”."""
    chunk = scene.chunks[at]
    inside = scene.tokens[chunk.last - 2 : chunk.last - 1] if chunk.last > 1 else ()
    own = len(inside) == 1 and chunk.last - chunk.first > 1
    before = inside[0].text if own else _text(scene, chunk.first - 1)
    word = scene.tokens[chunk.last - 1]
    return before in _MARKS and _text(scene, chunk.last) in _MARKS and not word.capital


def _text(scene: Scene, token: int) -> str:
    return scene.tokens[token].text if 0 <= token < len(scene.tokens) else ""


def _marked(scene: Scene, at: int) -> Stance | None:
    if not marked(scene, at):
        return None
    return Stance(Modality.HEDGED, because=f"“{scene.word(at)}” in quotation marks")


def _according(scene: Scene, first: int, last: int) -> Stance:
    for at in range(first, last - 1):
        if scene.tag(at) is Tag.PREP and scene.word(at) == "to":
            voice, speaker = _phrase(scene, at + 1)
            return told(voice, speaker, "“according to”")
    return Stance(Modality.HEDGED, because="“according to”")


def _phrase(scene: Scene, at: int) -> tuple[str, MentionId | None]:
    people = scene.chunks[at].people
    voice = scene.words_of(at, scene.phrase_end(at))
    return voice, people[0].id if people else None


# --- ", X recalled." ", wrote X," "as X put it" ---------------------------------------


def _aside(scene: Scene, clause: Clause) -> Stance | None:
    """Find a saying set apart beside a clause, or at the end of its sentence."""
    for other in scene.clauses:
        if other.at == clause.at or other.verb.negated or not other.verb.finite:
            continue
        saying = other.verb.word in words()["quoting"]
        as_ = scene.word(other.head - 1) == "as" if other.head > 0 else False
        if not (saying or (as_ and other.verb.word in _PUT)):
            continue
        first, at, last = _sayer(scene, other)
        if at >= 0 and _reaches(scene, clause, first, last):
            voice, speaker = _phrase(scene, at)
            return told(voice, speaker, f"“{other.verb.word}” by {voice}, set apart")
    return None


def _sayer(scene: Scene, other: Clause) -> tuple[int, int, int]:
    """Return where a saying set apart begins, who says it, one past it; -1 for none."""
    before, after = other.at - 1, other.at + 1
    if scene.tag(before) is Tag.COMMA and _says(scene, after):
        end = scene.phrase_end(after)
        closed = scene.tag(end) in _APART and before > 0
        return (before, after, end) if closed else _NONE
    put = scene.word(other.at) in _PUT and scene.word(after) == "it"
    after += 1 if put else 0
    while scene.tag(after) in {Tag.ADVERB, Tag.DATE, Tag.QUOTE}:
        after += 1
    if not _says(scene, before) or scene.tag(after) not in _APART:
        return _NONE
    if scene.word(before - 1) == "as":
        return before - 1, before, after
    apart = scene.tag(before - 1) is Tag.COMMA and before > 1
    return (before - 1, before, after) if apart else _NONE


def _says(scene: Scene, at: int) -> bool:
    """Tell whether a noun phrase can say something: "him" and "it" cannot."""
    noun = scene.tag(at) is Tag.NOUN
    return noun and scene.words_of(at, at + 1).lower() not in _NO_SPEAKERS


def _reaches(scene: Scene, clause: Clause, first: int, last: int) -> bool:
    """Tell whether what is set apart between two chunks colours a clause."""
    closing = scene.tag(last) in {Tag.STOP, None}
    if clause.at < first:
        between = range(clause.at, first)
        same = all(scene.tag(i) is not Tag.STOP for i in between)
        beside = clause.last in {first, first + 1} and not _gives_reason(scene, first)
        return same and (closing or beside)
    head = clause.head if clause.head >= 0 else clause.at
    return head in {last, last + 1}


def _gives_reason(scene: Scene, first: int) -> bool:
    """Tell "he left because, as he put it, ...": only the reason is in his words."""
    before = first if scene.tag(first) is not Tag.COMMA else first - 1
    while scene.tag(before - 1) is Tag.COMMA:
        before -= 1
    return scene.word(before - 1) in _REASONS or scene.word(before) in _REASONS
