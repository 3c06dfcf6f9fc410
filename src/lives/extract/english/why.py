"""Why a statement was read, in a few words of one form.

First the construction, then, each after a semicolon, what stands against taking it as
a plain fact, and where the date came from:

    verb “arrested” (frame arrest/arrest), passive; reported: “said” by Anna Belova;
    date after the verb

`docs/how-to/english.md` tells the form to readers. The words are made from what the
rules have decided already; nothing here decides anything.
"""

from collections.abc import Sequence

from lives.extract.english.clause import Clause, Voice
from lives.extract.english.draft import Draft
from lives.extract.english.frames import Frame
from lives.extract.english.quotes import Quotation
from lives.extract.english.scene import Scene
from lives.extract.english.stance import Stance
from lives.model.statement import Modality


def by_verb(scene: Scene, clause: Clause, frame: Frame) -> str:
    """Name the verb, the frame it evoked, its voice, and a subject it shares."""
    told = [f"verb “{clause.verb.word}” (frame {frame.name})"]
    if clause.voice is not Voice.OPEN:
        told.append(clause.voice.value)
    elif frame.about == "patient":
        told.append("active or passive")
    if clause.shared:
        owns = (c for c in scene.clauses if c.head == clause.head and not c.shared)
        of = next((f"of “{c.verb.word}”" for c in owns), "left out")
        told.append(f"subject {of}")
    return ", ".join(told)


def by_noun(word: str, frame: Frame) -> str:
    """Name the noun of action and the frame it evoked."""
    return f"noun “{word}” (frame {frame.name})"


def dated_in(scene: Scene, clause: Clause) -> str:
    """Say where the date of a clause stands; "" where it has none."""
    at = next((i for i in clause.dates if scene.start(i) in scene.dates), -1)
    if at < 0:
        return ""
    if at > clause.at:
        return "date after the verb"
    return "date before the verb" if at > clause.head else "date before the subject"


def because(draft: Draft, quotation: Quotation | None) -> str:
    """Put together all that made the reader say what a draft says."""
    parts = [draft.because, *_against(draft), *_quoted(draft.stance, quotation)]
    return "; ".join(part for part in (*parts, draft.dated) if part)


def _against(draft: Draft) -> Sequence[str]:
    """Say what kept it from being asserted, or from being sure."""
    modality, reason = draft.stance.modality, draft.stance.because
    told = []
    if modality is not Modality.ASSERTED:
        told.append(f"{modality}: {reason or 'such words tell what is alleged'}")
    elif reason and draft.sure:
        told.append(f"asserted: {reason}")
    if not draft.sure:
        told.append(f"proposed: {draft.doubt or reason}")
    return told


def _quoted(stance: Stance, quotation: Quotation | None) -> Sequence[str]:
    if quotation is None:
        return ()
    modality = stance.modality
    asserted = modality is Modality.ASSERTED
    reported = Modality.REPORTED if asserted else modality
    by = f" of {' '.join(quotation.voice.split())}" if quotation.voice else ""
    return (f"{reported}: in a quotation{by}",)
