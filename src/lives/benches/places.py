"""How many places of real lists are read, and how many of their renamings.

    python -m lives.benches.places DATA [--sample 50]

DATA is a folder with `moscow_shot/mos_persons_parsed.csv` (births as "род. 1898,
<place>, nationality ...") and `gulag_places/soviet_place_renames_from_camps.csv` (name
then, name now). With --sample, resolutions are listed for a person to check.
"""

import csv
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lives.model.place import PlaceKind
from lives.reading.places import PlaceRead, read_place

_BORN = re.compile(r"род\. [^,]*?\d{4}(?: г\.)?, (?P<rest>.*)", re.DOTALL)
# What follows the birthplace: the nationality, or the party.
_AFTER = re.compile(
    r"(?:русск|евре|поляк|польк|латыш|нем[ец]|украин|белорус|литов|эстон|армян|грузин|"
    r"венгр|венгер|татар|мордв|б/п|член|кандидат|китая|корее|корейк|осетин|фин|чех|"
    r"болгар|"
    r"румын|иран|айсор|ассир|австри|башкир|чуваш|гре[кч]|итал|франц|карел|удмурт|серб|"
    r"слов[ае]|хорват|туркмен|узбек|казах|молд|азерб|тюрк|калмык|бурят|абхаз|перс|"
    r"курд|швед|"
    r"норв|дат|голл|англич|америк|цыган|караим|из |испан|тур[ко]|лезг|аварец|якут|"
    r"коми|мари|албан|без |бывш|исключ)"
)
_WIDE = {PlaceKind.COUNTRY}
_ADJECTIVE = re.compile(r"^[\w-]+ская$")
_SAME_NAME = re.compile(r"одноим[её]нн")
_WHERE = re.compile(r"^(?:относится|находится|территория|в черте|не существует|точное)")


def birthplaces(path: Path) -> Iterator[str]:
    """Yield the birthplaces of a list as they are written."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            born = _BORN.match(row["bio"])
            place: list[str] = []
            for part in born["rest"].split(", ") if born else ():
                if _AFTER.match(part):
                    break
                place.append(part)
            if place:
                yield ", ".join(place)


def pairs(path: Path) -> list[tuple[str, str]]:
    """Return names then and now."""
    with path.open(encoding="utf-8", newline="") as file:
        found = [(row["name_then"], row["name_now"]) for row in csv.DictReader(file)]
    return [(_whole(then, now), _whole(now, then)) for then, now in found]


def _whole(name: str, other: str) -> str:
    both = _ADJECTIVE.match(name) and _ADJECTIVE.match(other.partition(" ")[0])
    return f"{name} область" if both else name


def compared(then: str, now: str) -> str:
    """Say how a name then and a name now compare."""
    if _WHERE.match(now):
        return "says where it lies, and no name"
    old, new = read_place(then), read_place(then if _SAME_NAME.search(now) else now)
    if not old.whole and not new.whole:
        return "neither is known"
    if not old.whole:
        return "the old name is not known"
    if not new.whole:
        return "the new name is not known"
    alike = old.place is not None and new.place is not None
    return "one record" if alike and old.place == new.place else "two records"


def main(data: Path, sample: int) -> None:
    """Print the figures."""
    born = list(birthplaces(data / "moscow_shot/mos_persons_parsed.csv"))
    read_place("Москва")  # the gazetteer is read
    began = time.process_time()
    found = [read_place(place) for place in born]
    spent = (time.process_time() - began) / len(set(born)) * 1e6
    _births(found)
    print(f"microseconds a place that was not read before: {spent:.0f}")
    renamed = pairs(data / "gulag_places/soviet_place_renames_from_camps.csv")
    kinds = Counter(compared(then, now) for then, now in renamed)
    print(f"{len(renamed)} pairs of then and now:")
    for kind, count in kinds.most_common():
        print(f"  {kind}: {count}")
    if sample:
        _listed(found, renamed, sample)


def _births(found: list[PlaceRead]) -> None:
    total = len(found)
    read = [one for one in found if one.place]
    regional = [one for one in read if one.place and one.place.kind not in _WIDE]
    print(
        f"{total} birthplaces, {len({one.written for one in found})} of them different"
    )
    print(f"  resolved at any level: {len(read) / total:.1%}")
    print(f"  to a region or what lies in one: {len(regional) / total:.1%}")
    print(f"  to the most particular part: {sum(o.whole for o in found) / total:.1%}")


def _listed(found: list[PlaceRead], renamed: list[tuple[str, str]], size: int) -> None:
    read = sorted({one.written: one for one in found if one.place}.items())
    chance = random.Random(1937)  # noqa: S311  # a sample, no secret
    for written, one in chance.sample(read, size):
        parts = [f"{p.name} = {p.place.id}" for p in one.parts if p.place]
        print(f"{written} -> {'; '.join(parts)} (now {one.now or 'no more'})")
    for then, now in renamed:
        kind = compared(then, now)
        if kind not in {"one record", "says where it lies, and no name"}:
            print(f"{kind}: {then} | {now}")


if __name__ == "__main__":
    wanted = int(sys.argv[3]) if sys.argv[2:3] == ["--sample"] else 0
    main(Path(sys.argv[1]), wanted)
