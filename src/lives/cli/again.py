"""Everything derived, computed again from what was received and decided."""

from datetime import datetime

from lives.compose.run import run as compose
from lives.extract.run import run as extract
from lives.intake.run import reread
from lives.model.progress import Progress
from lives.resolve.run import run as resolve
from lives.store.archive import Archive
from lives.store.chain import Alteration, Fault


def compute_again(
    archive: Archive, *, by: str, now: datetime, progress: Progress, fast: bool = False
) -> list[str]:
    """Forget and compute again, wholly or not at all; return the notices."""
    with archive.transaction():
        reread(archive, progress)
        notices = extract(archive, by=by, now=now, progress=progress, fast=fast)
        notices += resolve(archive)
        compose(archive)
    return notices


def differing(
    archive: Archive, *, by: str, now: datetime, progress: Progress, fast: bool = False
) -> list[Fault]:
    """Return which derived parts would come out differently; change nothing."""
    before = archive.tables.fingerprints()
    with archive.rehearsal():
        compute_again(archive, by=by, now=now, progress=progress, fast=fast)
        after = archive.tables.fingerprints()
    return [
        Fault(
            Alteration.CHANGED,
            part,
            "it is not what bytes, recipes and decisions give: it was altered, or an "
            "earlier Lives computed it; 'lives rebuild' computes it anew",
        )
        for part in sorted(before.keys() | after.keys())
        if before.get(part) != after.get(part)
    ]
