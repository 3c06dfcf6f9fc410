"""Files somebody offers: read, described, recognised, and all faults gathered.

Nothing here touches the archive. So an import of a hundred files of which one is bad
changes nothing, and names everything that is bad in one go.
"""

import hashlib
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lives.intake.accession import Accession
from lives.intake.recipes import Recipe, named_recipe
from lives.intake.sandbox import Answer, Task, read_apart
from lives.intake.sidecar import Description, is_sidecar, read_sidecar
from lives.intake.slug import slug_of_file
from lives.model.errors import (
    IntakeError,
    LivesError,
    NoRecipe,
    Several,
    TooMuch,
    UnreadablePath,
)
from lives.model.ids import CaptureId
from lives.model.progress import Progress

MAX_FILE = 512 * 2**20  # bytes


@dataclass(frozen=True, slots=True)
class Offer:
    """A file, with what is said about it on the side of what its sidecar says.

    Attributes:
        path: The file.
        description: Outranks the sidecar.
        recipe_path: The recipe to read it by, a file or the name of one that the
            archive has or that comes with Lives; outranks the one that the
            description names.
    """

    path: Path
    description: Description = field(default_factory=Description)
    recipe_path: Path | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """An offered file that can be received.

    Attributes:
        offer: What was offered.
        capture: Digest of the bytes.
        copy: A copy that nobody changes meanwhile.
        description: From the offer and the sidecar.
        answer: What the reader made of it.
        recipe: The recipe it is read by; None for prose.
    """

    offer: Offer
    capture: CaptureId
    copy: Path
    description: Description
    answer: Answer
    recipe: Recipe | None

    @property
    def name(self) -> str:
        """Return the file's name, without bytes that are no character."""
        return _shown(self.offer.path.name)


@dataclass(frozen=True, slots=True)
class _Opened:
    offer: Offer
    capture: CaptureId
    copy: Path
    description: Description


def gather(
    offers: Iterable[Offer],
    scratch: Path,
    recipes: Path,
    held: Mapping[CaptureId, Accession],
    progress: Progress,
) -> list[Parcel]:
    """Read everything that is offered; sidecars among it are passed over.

    Args:
        offers: What is offered.
        scratch: An empty folder for copies and answers; may go afterwards.
        recipes: The archive's folder of recipes.
        held: What the archive holds already.
        progress: Told of every file.

    Raises:
        LivesError: The one fault found, or `Several`.
    """
    faults: list[LivesError] = []
    opened: list[_Opened] = []
    for number, offer in enumerate(o for o in offers if not is_sidecar(o.path)):
        try:
            opened.append(_open(offer, scratch / f"{number:06}"))
        except LivesError as fault:
            faults.append(fault)
    tasks = [
        Task(o.copy, o.copy.with_suffix(".answer"), _shown(str(o.offer.path)))
        for o in opened
    ]
    parcels: list[Parcel] = []
    for number, (one, answer) in enumerate(zip(opened, read_apart(tasks), strict=True)):
        progress(f"reading {_shown(one.offer.path.name)}", number + 1, len(opened))
        try:
            parcels.append(_parcel(one, answer, recipes, held))
        except LivesError as fault:
            faults.append(fault)
    raise_all(faults)
    return parcels


def raise_all(faults: list[LivesError]) -> None:
    """Raise the fault, or all of them together; do nothing if there is none."""
    if faults:
        raise Several.of(faults)


def _shown(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _open(offer: Offer, copy: Path) -> _Opened:
    data = file_bytes(offer.path)
    copy.write_bytes(data)
    description = offer.description.over(read_sidecar(offer.path))
    digest = CaptureId(hashlib.sha256(data).hexdigest())
    return _Opened(offer, digest, copy, description)


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        UnreadablePath: It cannot be opened, or is no file.
        TooMuch: It is larger than any file may be.
    """
    where = _shown(str(path))
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            kind = "a folder" if path.is_dir() else "not an ordinary file"
            raise UnreadablePath(
                f"this is {kind}",
                where=where,
                remedy="name the files one by one, or with a pattern: DIR/*",
            )
        if found.st_size > MAX_FILE:
            raise _too_large(found.st_size, where)
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)  # it may grow while it is being read
    except OSError as fault:
        raise UnreadablePath(
            f"the file cannot be opened ({fault.strerror})",
            where=where,
            remedy="check the spelling, and that you may read it",
        ) from fault
    except ValueError as fault:  # a NUL in the path
        raise UnreadablePath(
            "this is no path", where=where, remedy="check the spelling"
        ) from fault
    if len(data) > MAX_FILE:
        raise _too_large(len(data), where)
    return data


def _too_large(size: int, where: str) -> TooMuch:
    return TooMuch(
        f"the file has {size:,} bytes; at most {MAX_FILE:,} are read",
        where=where,
        remedy="divide it: a book a file, or a volume of a list a file",
    )


def _parcel(
    one: _Opened,
    answer: Answer | IntakeError,
    recipes: Path,
    held: Mapping[CaptureId, Accession],
) -> Parcel:
    if isinstance(answer, IntakeError):
        raise answer
    recipe = _recipe(one, answer, recipes, held)
    return Parcel(one.offer, one.capture, one.copy, one.description, answer, recipe)


# --- recipes ------------------------------------------------------------------


def _recipe(
    one: _Opened, answer: Answer, recipes: Path, held: Mapping[CaptureId, Accession]
) -> Recipe | None:
    """Find the recipe: the one named, the one used so far, the one of this slug."""
    where = _shown(str(one.offer.path))
    if one.offer.recipe_path is not None:
        return named_recipe(one.offer.recipe_path, Path(), recipes, where)
    if one.description.recipe:
        named = Path(one.description.recipe)
        return named_recipe(named, one.offer.path.parent, recipes, where)
    earlier = held.get(one.capture)
    if earlier is not None and earlier.capture.recipe:
        return named_recipe(Path(earlier.capture.recipe), recipes, recipes, where)
    slug = one.description.wanted_slug() or slug_of_file(one.offer.path.name)
    if (recipes / f"{slug}.toml").is_file():
        return named_recipe(Path(f"{slug}.toml"), recipes, recipes, where)
    if answer.is_table:
        raise NoRecipe(
            "this is a list, and nothing says how it is to be read",
            where=where,
            remedy="draft a recipe with 'lives recipe suggest FILE' "
            "(docs/how-to/recipes.md tells more) and name it with --recipe, or put it "
            f"into the archive as recipes/{slug}.toml",
        )
    return None
