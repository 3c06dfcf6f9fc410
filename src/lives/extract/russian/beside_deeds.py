"""What a clause says beside its verb: the charge behind an arrest, of what one died."""

from collections.abc import Iterator
from dataclasses import replace

from lives.extract.russian.clauses import Clause
from lives.extract.russian.draft import Draft
from lives.extract.russian.frames import Frame
from lives.extract.russian.frames import words as listed
from lives.extract.russian.phrases import lemmas, phrases
from lives.extract.russian.scene import Scene
from lives.extract.russian.stance import Stance
from lives.model.mention import Mention
from lives.model.statement import Modality

_CHARGED_WITH = frozenset(
    ("arrest", "sentence", "trial", "detention", "camp", "imprisonment", "exile")
)


def beside_deed(
    scene: Scene, clause: Clause, frame: Frame, mention: Mention, how: Stance
) -> Iterator[Draft]:
    """Yield what a clause says beside: the charge behind an arrest, say."""
    if how.modality is Modality.NEGATED:
        return
    if frame.kind in _CHARGED_WITH:
        for first, last in charges(scene, clause):
            charged = replace(how, modality=Modality.CHARGED)
            text = scene.text(first, last)
            yield Draft(
                mention, "charge", first - 1, last, "what for", charged, what=text
            )
        yield from _denounced(scene, clause, mention, how)
    if frame.kind == "death":
        yield from _died(scene, clause, mention, how)


def _denounced(
    scene: Scene, clause: Clause, mention: Mention, how: Stance
) -> Iterator[Draft]:
    for phrase in phrases(scene.words, clause.places):
        if phrase.preposition == "по" and scene.words[phrase.head].lemma == "донос":
            charged = replace(how, modality=Modality.CHARGED)
            place = (phrase.at, phrase.last)
            yield Draft(mention, "denunciation", *place, "“по доносу”", charged)


def _died(
    scene: Scene, clause: Clause, mention: Mention, how: Stance
) -> Iterator[Draft]:
    for phrase in phrases(scene.words, clause.places):
        told = lemmas(scene.words, phrase)
        place = (phrase.at, phrase.last)
        words = scene.text(phrase.first, phrase.last)
        if phrase.preposition == "от" and not told & {"рука", "пуля", "рана", "побои"}:
            yield Draft(mention, "illness", *place, "died of", how, what=words)
        elif phrase.preposition == "в" and told & listed("prisons"):
            yield Draft(mention, "imprisonment", *place, "died in", how, where=words)
        elif phrase.preposition == "в" and any(_camp(word) for word in told):
            yield Draft(mention, "camp", *place, "died in", how, where=words)


def _camp(word: str) -> bool:
    return any(word.startswith(camp[:-1]) for camp in listed("camps") if len(camp) > 4)  # noqa: PLR2004


def charges(scene: Scene, clause: Clause) -> Iterator[tuple[int, int]]:
    """Yield what somebody was arrested or sentenced for: "за участие", "по делу"."""
    end = max(clause.places)
    for phrase in phrases(scene.words, clause.places):
        head = scene.words[phrase.head]
        named = head.lemma in {"дело", "обвинение", "подозрение", "статья"}
        why = (
            phrase.preposition == "за"
            and phrase.case in {"Acc", ""}
            and head.spot is None
        )
        where = head.lemma in {
            "граница",
            "рубеж",
            "год",
            "месяц",
            "неделя",
            "день",
            "стол",
        }
        if (phrase.preposition == "по" and named) or (
            why and not where and scene.words[phrase.first].pos != "NUM"
        ):
            stop = next(
                (
                    p
                    for p in range(phrase.last + 1, end + 1)
                    if p not in clause.places or scene.words[p].date is not None
                ),
                end + 1,
            )
            yield phrase.first, stop - 1
            return
