"""How far the author vouches for a clause, and who says it where he does not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from lives.extract.russian.clauses import Clause, Sort, could_be_subject
from lives.extract.russian.frames import words as listed
from lives.extract.russian.parsing import Word
from lives.extract.russian.parties import subject
from lives.extract.russian.scene import Scene
from lives.model.ids import MentionId
from lives.model.statement import Modality

_NOT = frozenset(("не", "ни", "нет"))
_AS_IF = frozenset(("будто", "как", "вроде", "хотя", "вкп", "ркп", "рсдрп"))
_CONTENT = frozenset(("что", "будто", "как", "чтобы", "ли", "словно"))
_OPEN_QUOTES, _CLOSE_QUOTES = "«„", "»“"
_FAR = 6  # words between a noun and the "что" that belongs to it
_ALMOST = frozenset(("чуть", "едва", "только", "просто", "столько"))
_BEFORE_SAYING = frozenset(("по", "согласно", "верить", "судя", "из"))


@dataclass(frozen=True, slots=True)
class Stance:
    """How far the author vouches.

    Attributes:
        modality: In one word.
        voice: Who says it, in words.
        speaker: The same as a mention.
        because: The words that show it.
    """

    modality: Modality = Modality.ASSERTED
    voice: str = ""
    speaker: MentionId | None = None
    because: str = ""


PLAIN = Stance()


@cache
def _hedges() -> re.Pattern[str]:
    longest = sorted(listed("hedges"), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def stance(scene: Scene, clause: Clause, at: int = -1) -> Stance | None:
    """Tell how a clause is said; None where it says nothing that is so.

    Args:
        scene: The sentence.
        clause: One of its clauses.
        at: Position of the verb, where it is not the clause's own: an infinitive.
    """
    if _unsaid(scene, clause):
        return None
    above = _above(scene, clause)
    if above is None:
        return None
    denied = _denied(scene, clause, at if at >= 0 else clause.verb)
    if denied is None:
        return None
    if above.modality in {Modality.CHARGED, Modality.NEGATED}:
        return above
    refused = at not in {-1, clause.verb} and (
        scene.words[clause.verb].lemma in listed("refusing")
    )
    if (denied or refused) and above.modality is Modality.ASSERTED:
        return Stance(Modality.NEGATED, because="denied")
    said = _said(scene, clause)
    return said if said.modality is not Modality.ASSERTED else above


def _unsaid(scene: Scene, clause: Clause) -> bool:
    lowers = [scene.words[at].lower for at in clause.places]
    if clause.opener in listed("unsaid"):
        return True
    for place, word in enumerate(lowers):
        before = lowers[place - 1] if place else ""
        if word in {"бы", "б"} and before not in _AS_IF:
            return True
        if word in {"ли", "кабы"}:
            return True
    verb = scene.words[clause.verb]
    if verb.feats.get("Tense") == "Fut" or verb.feats.get("Mood") == "Imp":
        return True
    if any(scene.words[at].lower in {"будет", "будут"} for at in clause.places):
        return True
    return scene.words[-1].text == "?"


def _denied(scene: Scene, clause: Clause, verb: int) -> bool | None:
    """Tell whether a verb is denied; None if it only nearly happened."""
    words = scene.words
    near = verb - 1
    while near >= 0 and (
        words[near].lemma == "быть" or words[near].lower in {"даже", "и", "уже"}
    ):
        near -= 1
    for at in (verb - 1, near):
        if at < 0 or words[at].lower not in _NOT or words[at].lower == "ни":
            continue
        before = words[at - 1].lower if at else ""
        if before in {"чуть", "едва"}:
            return None
        following = words[at + 1].lower
        return following not in _ALMOST
    return any(words[at].lower == "нет" for at in clause.places if abs(at - verb) == 1)


def _above(scene: Scene, clause: Clause) -> Stance | None:
    """Return the stance that what a clause hangs on gives it."""
    outer = clause.outer
    if outer is None or clause.sort in {Sort.PARTICIPLE, Sort.GERUND}:
        before = clause.before
        if before is not None and before.outer is None:
            return _announced(scene, clause) or _carried(scene, before, clause)
        return PLAIN
    content = clause.opener in _CONTENT
    told: Stance | None = PLAIN
    if content:
        at = _governor(scene, clause, outer)
        if at >= 0:
            told = _class(scene, outer, scene.words[at].lemma)
            told = _doubted(scene, outer, at, told)
    if told is not PLAIN or outer.verb < 0:
        return told
    upper = stance(scene, outer)
    if upper is None:
        return None if content else PLAIN
    return PLAIN if upper.modality is Modality.NEGATED else upper


def _announced(scene: Scene, clause: Clause) -> Stance | None:
    """Read "Справка гласит: осуждён, расстрелян", up to the next semicolon."""
    words = scene.words
    start = min(clause.places)
    while start >= 0 and words[start].text not in {":", ";"}:
        start -= 1
    if start < 0 or words[start].text == ";":
        return None
    saying = next(
        (c for c in scene.clauses if 0 <= c.verb < start and c.outer is None), None
    )
    if saying is None or words[saying.verb].lemma not in listed("reporting"):
        return None
    people = subject(scene, saying).people
    speaker = people[0] if people else None
    voice = speaker.text if speaker else words[saying.verb].lower
    key = speaker.id if speaker else None
    return Stance(Modality.REPORTED, voice, key, f"after “{words[saying.verb].lower}:”")


def _carried(scene: Scene, before: Clause, clause: Clause) -> Stance:
    """Return what opened the sentence, "по показаниям Лебедева", for what goes on."""
    if clause.joined and not _has_own_subject(scene, clause):
        said = _said(scene, before)
        if said.modality is not Modality.ASSERTED:
            return said
    first = before
    while first.before is not None:
        first = first.before
    saying = _saying(scene, [at for at in first.places if at < first.verb])
    return saying or PLAIN


def _has_own_subject(scene: Scene, clause: Clause) -> bool:
    return any(could_be_subject(scene.words, at) for at in clause.places)


def _governor(scene: Scene, clause: Clause, outer: Clause) -> int:
    """Return where the word is whose content a clause tells; -1 if there is none.

    It is a noun before "что", perhaps with its own words between ("утверждению
    мемуариста И. Лосева, что"), or else the verb.
    """
    words = scene.words
    at = clause.opens - 1
    while at >= 0 and (
        words[at].text == ","
        or words[at].lower in {"в", "том", "о", "то", "тем", "того"}
    ):
        at -= 1
    known = (
        listed("reporting") | listed("accusing") | listed("denying") | listed("factive")
    )
    for near in range(at, max(at - _FAR, -1), -1):
        if words[near].pos == "NOUN" and words[near].lemma in known:
            return near
        if words[near].pos not in {"NOUN", "PROPN", "ADJ"} and words[near].text != ".":
            break
    return outer.verb if outer.verb >= 0 else at


def _doubted(
    scene: Scene, outer: Clause, at: int, told: Stance | None
) -> Stance | None:
    """Deny what "вопреки слухам, что" brings, and what "не подтвердилось"."""
    words = scene.words
    if told is None or told.modality is not Modality.REPORTED:
        return told
    near = words[max(0, at - 2) : at]
    against = any(word.lower in {"вопреки", "ошибочно"} for word in near)
    verb = outer.verb
    unproved = (
        verb >= 0
        and verb != at
        and words[verb].lemma in listed("proving")
        and bool(_denied(scene, outer, verb))
    )
    if against or unproved:
        return Stance(Modality.NEGATED, because=f"“{words[at].lower}”, not so")
    return told


def _class(scene: Scene, outer: Clause, lemma: str) -> Stance | None:
    if lemma in listed("accusing"):
        return Stance(Modality.CHARGED, because=f"after “{lemma}”")
    if lemma in listed("denying"):
        return Stance(Modality.NEGATED, because=f"after “{lemma}”")
    if lemma in listed("factive"):
        denied = outer.verb >= 0 and _denied(scene, outer, outer.verb)
        return Stance(Modality.NEGATED, because=f"after “{lemma}”") if denied else PLAIN
    if lemma in listed("unreal"):
        return None
    if lemma in listed("reporting"):
        people = subject(scene, outer).people if outer.verb >= 0 else ()
        speaker = people[0] if people else None
        accusing = not people and any(
            scene.words[at].lemma in listed("accusers") for at in outer.places
        )
        return Stance(
            Modality.CHARGED if accusing else Modality.REPORTED,
            speaker.text if speaker else lemma,
            speaker.id if speaker else None,
            f"after “{lemma}”",
        )
    return PLAIN


def _said(scene: Scene, clause: Clause) -> Stance:
    """Return the stance that a clause's own words give it."""
    words = scene.words
    quoted = _quoted(words, clause.verb)
    if quoted:
        return Stance(Modality.REPORTED, because="in quotation marks")
    saying = _saying(scene, clause.places)
    if saying is not None:
        return saying
    text = " ".join(words[at].lower for at in clause.places)
    if match := _hedges().search(text):
        return Stance(Modality.HEDGED, because=f"“{match.group()}”")
    for at in clause.places:
        if words[at].lower in listed("spoken") and at != clause.verb:
            return Stance(
                Modality.REPORTED, words[at].lower, None, f"“{words[at].lower}”"
            )
    return _as_said(scene, clause)


def _as_said(scene: Scene, clause: Clause) -> Stance:
    """Read "как вспоминал Ярошко" beside a clause."""
    for other in scene.clauses:
        hangs = clause in (other.outer, other.before) or other is clause.before
        if other.opener == "как" and other.verb >= 0 and hangs:
            verb = scene.words[other.verb]
            if verb.lemma in listed("reporting"):
                people = subject(scene, other).people
                speaker = people[0] if people else None
                voice = speaker.text if speaker else verb.lower
                return Stance(
                    Modality.REPORTED,
                    voice,
                    speaker.id if speaker else None,
                    f"“как {verb.lower}”",
                )
    return PLAIN


def _saying(scene: Scene, places: Sequence[int]) -> Stance | None:
    """Read "по показаниям Лебедева", "согласно справке", "если верить письму"."""
    words = scene.words
    for at in places:
        word = words[at]
        if word.lemma not in listed("sayings") or word.pos != "NOUN":
            continue
        before = [words[i].lower for i in range(max(0, at - 3), at)]
        if not set(before) & _BEFORE_SAYING or (before[-1:] == ["из"] and at > 2):  # noqa: PLR2004
            continue
        following = range(at + 1, min(at + 6, len(words)))
        speaker = next((m for i in following if (m := _near(scene, at, i))), None)
        voice_end = at + 1
        while voice_end < len(words) and words[voice_end].pos in {
            "NOUN",
            "ADJ",
            "PROPN",
        }:
            voice_end += 1
        voice = " ".join(w.text for w in words[at + 1 : voice_end]) or word.text
        accused = any(
            words[i].lemma in listed("accusers") for i in range(at + 1, voice_end)
        )
        modality = Modality.CHARGED if accused else Modality.REPORTED
        return Stance(modality, voice, speaker, f"“{before[-1]} {word.lower}”")
    return None


def _near(scene: Scene, at: int, place: int) -> MentionId | None:
    if any(scene.words[i].text == "," for i in range(at, place)):
        return None
    mention = scene.who(place)
    return mention.id if mention else None


def _quoted(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word stands in quotation marks with others."""
    opened = next((i for i in range(at, -1, -1) if words[i].text in _OPEN_QUOTES), -1)
    closed = next(
        (i for i in range(at, len(words)) if words[i].text in _CLOSE_QUOTES), -1
    )
    if opened < 0 or closed < 0 or closed - opened <= 2:  # noqa: PLR2004
        return False
    return not any(words[i].text in _CLOSE_QUOTES for i in range(opened + 1, at))
