"""What descriptions say of people: callings, offices, kin, origin, years of life."""

from collections.abc import Iterator
from dataclasses import replace

from lives.extract.russian.beside import is_kin, kin_words
from lives.extract.russian.clauses import Clause, Sort
from lives.extract.russian.declined import nominative
from lives.extract.russian.draft import Draft
from lives.extract.russian.fields import _is_group as is_group
from lives.extract.russian.frames import estates, roles
from lives.extract.russian.kinship import told_by_kin
from lives.extract.russian.lifespans import lifespan
from lives.extract.russian.parsing import Word
from lives.extract.russian.parties import patient, subject
from lives.extract.russian.phrases import Phrase, phrases
from lives.extract.russian.scene import Scene
from lives.extract.russian.stance import PLAIN, Stance, stance
from lives.model.mention import Mention
from lives.model.statement import Role
from lives.model.when import When

_LINKING = frozenset(
    (
        "быть",
        "стать",
        "являться",
        "оставаться",
        "остаться",
        "сделаться",
        "числиться",
        "становиться",
    )
)
_PAST = frozenset(("бывший", "будущий", "тогдашний", "прежний"))
_DASHES = frozenset(("–", "—", "-"))
_NEAR = 4  # words of a piece within which what somebody is stands
_FAR = 8  # words between a name and what describes it before it


def told_by_descriptions(scene: Scene) -> Iterator[Draft]:
    """Yield what the descriptions of a sentence say."""
    yield from told_by_kin(scene)
    for at in range(len(scene.words)):
        mention = scene.who(at)
        if mention is not None:
            yield from _apposed(scene, at, mention)
            yield from lifespan(scene, at, mention)
    for clause in scene.clauses:
        yield from _linked(scene, clause)
        yield from _origin(scene, clause)
        yield from _as_one(scene, clause)


def _apposed(scene: Scene, at: int, mention: Mention) -> Iterator[Draft]:
    """Read "бывший депутат ландтага Эрвин В." and "Эрвин В., слесарь из Киля,"."""
    case = scene.case(at)
    for noun in (*_before(scene, at, case), *_after(scene, at, case)):
        yield from _described(
            scene, mention, at, noun, "apposition", _around(scene, at)
        )


def _before(scene: Scene, at: int, case: str) -> Iterator[int]:
    for place in range(at - 1, max(-1, at - _FAR), -1):
        word = scene.words[place]
        if (
            word.text in {",", ";", ":", "(", ")", *_DASHES}
            or word.pos in {"VERB", "AUX"}
            or word.date
        ):
            return
        if scene.who(place) is not None and word.spot is not None:
            return
        if _is_role(scene, place) and _alike(word.feats.get("Case"), case):
            yield place
            return


def _after(scene: Scene, at: int, case: str) -> Iterator[int]:
    """Yield the nouns that describe a name after it, piece by piece."""
    words, place = scene.words, at + 1
    if place < len(words) and words[place].text == "(":
        ends = (p + 1 for p in range(place, len(words)) if words[p].text == ")")
        place = next(ends, place)
    opening = words[place].text if place < len(words) else ""
    dash = opening in _DASHES and not any(w.pos == "VERB" for w in words[:at])
    if not dash and opening not in {",", "("}:
        return
    first = place + 1
    for stop in range(first, len(words) + 1):
        if stop < len(words) and words[stop].text not in {",", ")", ";", *_DASHES}:
            continue
        piece = range(first, stop)
        if any(_ends(words[p]) for p in piece):
            return
        yield from _roles_in(scene, piece, case, dash=dash)
        if stop < len(words) and words[stop].text == ";":
            return
        first = stop + 1


def _ends(word: Word) -> bool:
    """Tell whether descriptions of a name end with a word: a verb, another name."""
    finite = word.pos in {"VERB", "AUX"} and word.feats.get("VerbForm") != "Part"
    short = word.feats.get("Variant") == "Short"
    return finite or short or word.spot is not None


def _roles_in(scene: Scene, piece: range, case: str, *, dash: bool) -> Iterator[int]:
    for place in piece[:_NEAR]:
        word = scene.words[place]
        if word.pos == "ADP":
            return
        if not _is_role(scene, place):
            continue
        if (dash or _alike(word.feats.get("Case"), case)) and not _names_next(
            scene, place
        ):
            yield place
            also = place + 2
            joined = also in piece and scene.words[also - 1].lower == "и"
            if joined and _is_role(scene, also):
                yield also
        return


def _alike(one: str | None, two: str) -> bool:
    """Tell whether two cases may be one; networks take some for others."""
    return one in {two, None} or {one, two} in ({"Dat", "Loc"}, {"Gen", "Acc"})


def _names_next(scene: Scene, noun: int) -> bool:
    """Tell whether a description belongs to the name after it: ", писатель Громов"."""
    for place in range(noun + 1, min(noun + _FAR, len(scene.words))):
        word = scene.words[place]
        if word.text in {",", ";", ")"} or word.pos == "VERB":
            return False
        if word.spot is not None:
            return word.feats.get("Case") == scene.words[noun].feats.get("Case")
    return False


def _is_role(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    known = word.lemma in roles() or word.lower in roles()
    owned = at > 0 and scene.words[at - 1].lower in {"его", "ее", "их", "мой", "моего"}
    if owned and word.lemma in {"учитель", "ученик"}:
        return False
    if word.spot is not None or word.pos not in {"NOUN", "ADJ", "PROPN", "VERB"}:
        return False
    return known or (is_kin(word.lemma) and _parent(scene, at) is not None)


def _parent(scene: Scene, at: int) -> Phrase | None:
    """Return "священника" after "сын"."""
    if at + 1 >= len(scene.words):
        return None
    found = next(
        phrases(scene.words, range(at + 1, min(at + 5, len(scene.words)))), None
    )
    if (
        found is None
        or found.first != at + 1
        or found.preposition
        or found.case != "Gen"
    ):
        return None
    return found if scene.who(found.head) is None else None


def _around(scene: Scene, at: int) -> Stance | None:
    clause = next((c for c in scene.clauses if at in c.places), None)
    if clause is None or clause.verb < 0 or not clause.opener:
        return PLAIN
    how = stance(scene, clause)
    return (
        PLAIN if how is None or how.modality.value in {"negated", "asserted"} else how
    )


def _described(  # the parts of one description
    scene: Scene, mention: Mention, at: int, noun: int, why: str, how: Stance | None
) -> Iterator[Draft]:
    if how is None:
        return
    words = scene.words
    lemma = words[noun].lemma
    if is_kin(lemma) and lemma not in roles():
        parent = _parent(scene, noun)
        if parent is None:
            return
        text = " ".join(w.text for w in words[parent.first : parent.last + 1])
        yield Draft(
            mention,
            "kinship",
            min(at, noun),
            max(at, parent.last),
            why,
            how,
            what=kin_words()[lemma][0],
            written=words[noun].text,
            roles=(Role("other", None, text),),
        )
        return
    kind = roles().get(lemma) or roles()[words[noun].lower]
    phrase = _whole(scene, noun)
    last = phrase.last if phrase else noun
    text = scene.text(noun, last)
    group = scene.text(noun + 1, last) if last > noun else ""
    if lemma == "член" and any(w.lemma == "семья" for w in words[noun : last + 1]):
        return
    if lemma == "член" and not (phrase and is_group(scene, phrase)):
        kind = "office"
    first = noun - 1 if noun and words[noun - 1].lemma in _PAST else noun
    yield Draft(
        mention,
        kind,
        first if why == "apposition" else min(first, at),
        max(last, first),
        why,
        how,
        when=_since(scene, last),
        what=nominative(words, noun, last),
        written=text,
        group=group,
        where=_home(scene, last),
    )


def _whole(scene: Scene, noun: int) -> Phrase | None:
    stop = next(
        (
            p
            for p in range(noun + 1, len(scene.words))
            if scene.words[p].text in {",", ";", ")", "(", "и"}
            or scene.words[p].spot is not None
        ),
        len(scene.words),
    )
    return next(phrases(scene.words, range(noun, stop)), None)


def _since(scene: Scene, last: int) -> When | None:
    """Return the date that follows a description directly: "член РСДРП с 1905 г."."""
    if last + 1 < len(scene.words) and scene.words[last + 1].date is not None:
        found = scene.words[last + 1].date
        written = scene.words[last + 1].lower
        return (
            found.when
            if found and written.startswith(("с ", "в ", "до ", "со "))
            else None
        )
    return None


def _home(scene: Scene, last: int) -> str:
    """Return the place that follows a description: "слесарь из Киля"."""
    words = scene.words
    if (
        last + 2 < len(words)
        and words[last + 1].lower in {"из", "в"}
        and words[last + 2].sort == "place"
    ):
        return words[last + 2].text
    return ""


def _linked(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """Read "Громов был инженером", "он – член партии"."""
    if clause.sort is not Sort.FINITE or scene.words[clause.verb].lemma not in _LINKING:
        return
    found = subject(scene, clause)
    how = stance(scene, clause) if found.people else None
    why = f"“{scene.words[clause.verb].text}”"
    for at in clause.places if how is not None else ():
        if not _predicative(scene, at):
            continue
        for mention in found.people:
            for draft in _described(scene, mention, clause.verb, at, why, how):
                when = draft.when or _dated(scene, clause)
                yield replace(draft, when=when, sure=found.sure)


def _predicative(scene: Scene, at: int) -> bool:
    """Tell whether a word says what the subject is: "был инженером"."""
    word = scene.words[at]
    if not _is_role(scene, at) or scene.who(at) is not None:
        return False
    if at and scene.words[at - 1].pos == "ADP":
        return False
    if word.feats.get("Case") == "Nom":
        return word.rel not in {"nsubj", "appos"}
    return word.feats.get("Case") == "Ins"


def _dated(scene: Scene, clause: Clause) -> When | None:
    for at in clause.places:
        date = scene.words[at].date
        if date is not None and scene.words[at].adverbial and date.when:
            return date.when
    return None


def _origin(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """Read "из крестьян", "в семье священника"."""
    for at in clause.places:
        word = scene.words[at]
        if not at or scene.words[at - 1].lower not in {"из", "в"}:
            continue
        estate = scene.words[at - 1].lower == "из" and word.lemma in estates()
        family = word.lemma == "семья" and _parent(scene, at) is not None
        if not estate and not family:
            continue
        found = subject(scene, clause) if clause.verb >= 0 else None
        people = found.people if found else ((scene.before,) if scene.before else ())
        parent = _parent(scene, at) if family else None
        last = parent.last if parent else at
        for mention in people:
            yield Draft(
                mention, "origin", at - 1, last, "origin", what=scene.text(at, last)
            )


def _as_one(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """Read "как немку": the nationality for which something was done to somebody."""
    for at in clause.places[1:]:
        word = scene.words[at]
        if (
            scene.words[at - 1].lower == "как"
            and roles().get(word.lemma) == "nationality"
        ):
            for mention in patient(scene, clause).people:
                yield Draft(mention, "nationality", at - 1, at, "“как”", what=word.text)
