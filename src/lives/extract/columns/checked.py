"""From the TOML of a recipe to a recipe that can be relied on, or to its faults."""

from collections.abc import Mapping
from typing import Any

from lives.extract.columns.naming import gender_read
from lives.extract.columns.recipe import (
    ALIAS,
    EMPTY,
    Condition,
    Entries,
    EntryRule,
    Field,
    Lookup,
    NameRule,
    PersonRule,
    Recipe,
    RoleRule,
    Split,
    StatementRule,
    Totals,
    folded,
)
from lives.extract.columns.section import Section
from lives.extract.columns.taught import offered, taught
from lives.extract.entries.vocabulary import languages
from lives.model.errors import Several
from lives.model.kinds import Kind, kinds
from lives.model.mention import Gender
from lives.model.statement import Modality
from lives.reading.dates import read_date

_ORDERS = {"surname first": True, "given first": False}
_ROWS = {"one a person": False, "several a person": True}
_BRACKETS = {"aliases": True, "ignored": False}


def checked(table: Mapping[str, Any], file: str) -> Recipe:
    """Check a recipe.

    Args:
        table: What its TOML says.
        file: Its file name, for messages.

    Raises:
        BadRecipe: It has one fault.
        Several: It has several.
    """
    top = Section(table, file, [])
    top.text("about")  # free words for whoever reviews it
    name = _name(top)
    first = name.surname_first
    recipe = Recipe(
        file=file,
        lookups=_lookups(top),
        splits=tuple(_split(s) for s in top.sections("split")),
        entry_texts=tuple(_entry(s) for s in top.sections("entry")),
        entries=_entries(top.section("entries")),
        name=name,
        aliases=tuple(_person(s, ALIAS, first=first) for s in top.sections("aliases")),
        people=tuple(_person(s, first=first) for s in top.sections("people")),
        statements=tuple(_statement(s) for s in top.sections("statements")),
        header=top.number("header"),
        empty=EMPTY | {folded(value) for value in top.texts("empty")},
        ignored=frozenset(top.texts("ignored")),
        optional=frozenset(top.texts("optional")),
        repeats=_choice(top, "rows", _ROWS, usual=False),
        totals=_totals(top.section("totals")),
    )
    top.end()
    _check_references(recipe, top)
    if len(top.faults) == 1:
        raise top.faults[0]
    if top.faults:
        raise Several(top.faults)
    return recipe


def _lookups(top: Section) -> dict[str, Lookup]:
    """Return the recipe's own lookups, laid over the vocabularies that it takes."""
    own = {name: _lookup(top, name, v) for name, v in top.items("lookups")}
    taken: dict[str, Lookup] = {}
    for name in top.texts("vocabularies"):
        if name in offered():
            taken[name] = taught(name) | own.get(name, {})
        else:
            top.fault(
                f"there is no vocabulary {name!r}",
                f"use one of: {', '.join(offered())}",
            )
    return own | taken


def _lookup(top: Section, name: str, table: object) -> Lookup:
    section = Section(table, f"{top.where} [lookups.{name}]", top.faults)
    if not isinstance(table, Mapping):
        return {}
    return {folded(value): section.text(value) for value in table}


def _split(section: Section) -> Split:
    separators = section.patterns("separator")
    result = Split(
        section.text("column"),
        section.patterns("pattern", "patterns"),
        separators[0] if separators else None,
    )
    if not result.column or not (section.value("pattern") or section.value("patterns")):
        section.fault("a split needs a column and a pattern")
    section.end()
    return result


def _entry(section: Section) -> EntryRule:
    rule = EntryRule(
        section.text("column"), section.text("language"), section.text("voice")
    )
    section.end()
    if not rule.column:
        section.fault("an entry text needs the column in which it stands")
    if rule.language not in languages():
        section.fault(
            f"entries in the language {rule.language!r} cannot be read",
            f"write one of: {', '.join(languages())}",
        )
    return rule


def _entries(section: Section | None) -> Entries | None:
    if section is None:
        return None
    patterns = section.patterns("pattern", "patterns")
    result = Entries(patterns, section.patterns("skip"), section.flag("lines"))
    if not (section.value("pattern") or section.value("patterns")):
        section.fault("a register needs a pattern that its entries follow")
    section.end()
    return result


def _name(top: Section) -> NameRule:
    section = top.section("name")
    if section is None:
        top.fault("a recipe must tell which columns name the person", "add [name]")
        return NameRule()
    rule = NameRule(
        full=section.text("full"),
        surname=section.text("surname"),
        given=section.text("given"),
        patronymic=section.text("patronymic"),
        maiden=section.text("maiden"),
        surname_first=_choice(section, "order", _ORDERS, usual=True),
        gender=section.field("gender"),
        description=section.text("description"),
        aliases_in_brackets=_choice(section, "brackets", _BRACKETS, usual=True),
    )
    section.end()
    if rule.gender and rule.gender.constant and not gender_read(rule.gender.constant):
        section.fault(f"{rule.gender.constant!r} is no gender", "write f or m")
    if bool(rule.full) == bool(rule.surname):
        section.fault("give either 'full' or 'surname', with 'given' if there is one")
    return rule


def _choice(
    section: Section, key: str, choices: Mapping[str, bool], *, usual: bool
) -> bool:
    chosen = section.text(key)
    if chosen and chosen not in choices:
        allowed = " or ".join(map(repr, choices))
        section.fault(f"{key} {chosen!r} is not known", f"write {allowed}")
    return choices.get(chosen, usual)


def _person(section: Section, key: str = "", *, first: bool) -> PersonRule:
    rule = PersonRule(
        key=key or section.text("key"),
        column=section.text("column"),
        relation="" if key else section.text("relation"),
        named=bool(key) or section.flag("named"),
        surname_first=_choice(section, "order", _ORDERS, usual=first),
        lookup=section.text("lookup"),
        separator=section.text("separator"),
        times=section.number("times") or 1,
        gender=_gender(section),
        only=_only(section),
    )
    section.end()
    if not rule.key or not rule.column:
        section.fault(
            "a person needs a key, by which statements call him or her, and a column"
        )
    elif not rule.named and not rule.relation:
        section.fault(
            f"who is {rule.key!r} to the person of the row?",
            'add relation = "…", or named = true where the column holds a name',
        )
    return rule


def _gender(section: Section) -> Gender:
    found = section.text("gender")
    if found in set(Gender):
        return Gender(found)
    section.fault(f"gender {found!r} is not known", "write f or m")
    return Gender.UNKNOWN


def _only(section: Section) -> tuple[Condition, ...]:
    found = []
    for column, values in section.items("only"):
        several = [values] if isinstance(values, str) else values
        if isinstance(several, list) and all(isinstance(x, str) for x in several):
            found.append(Condition(column, frozenset(map(folded, several))))
        else:
            section.fault(f"'only' must give values of {column!r} in square brackets")
    return tuple(found)


def _statement(section: Section) -> StatementRule:
    kind = kinds().get(section.text("kind"))
    if kind is None:
        named = section.text("kind")
        section.fault(
            f"there is no kind {named!r}", f"use one of: {', '.join(kinds())}"
        )
    modality, modality_by = _modality(section, kind)
    rule = StatementRule(
        kind=kind.key if kind else "",
        about=section.text("about"),
        words=section.texts("words"),
        when=section.field("when"),
        where=section.field("where"),
        what=section.field("what"),
        group=section.field("group"),
        voice=section.field("voice"),
        modality=modality,
        modality_by=modality_by,
        roles=tuple(_role(section, n, v) for n, v in section.items("roles")),
        only=_only(section),
    )
    section.end()
    if kind is not None:
        _check_kind(rule, kind, section)
    return rule


def _modality(section: Section, kind: Kind | None) -> tuple[Modality, Field | None]:
    # What a charge, a denunciation or a confession alleges is nobody's deed.
    usual = Modality.CHARGED if kind and kind.content else Modality.ASSERTED
    found = section.field("modality", constant=True)
    if found is None:
        return usual, None
    if found.columns:
        if not found.lookup:
            section.fault("a modality from a column needs a lookup")
        return usual, found
    if found.constant in set(Modality):
        return Modality(found.constant), None
    allowed = f"use one of: {', '.join(Modality)}"
    section.fault(f"there is no modality {found.constant!r}", allowed)
    return usual, None


def _role(section: Section, name: str, value: object) -> RoleRule:
    if isinstance(value, str):
        return RoleRule(name, person=value)
    table = Section(value, f"{section.where} roles.{name}", section.faults)
    rule = RoleRule(name, column=table.text("column"))
    table.end()
    if not rule.column:
        table.fault('name a person of the row, or give { column = "…" }')
    return rule


def _totals(section: Section | None) -> Totals:
    if section is None:
        return Totals()
    found: dict[str, int] = {}
    for kind, count in section.items("statements"):
        if kind not in kinds():
            section.fault(
                f"there is no kind {kind!r}", f"use one of: {', '.join(kinds())}"
            )
        elif not isinstance(count, int) or isinstance(count, bool):
            section.fault(f"{kind!r} must be a number, not {count!r}")
        else:
            found[kind] = count
    totals = Totals(section.number("rows"), section.number("refused"), found)
    section.end()
    return totals


def _check_kind(rule: StatementRule, kind: Kind, section: Section) -> None:
    if rule.what and not kind.what:
        section.fault(f"the kind {kind.key!r} takes no 'what'")
    if rule.group and not kind.group:
        section.fault(f"the kind {kind.key!r} takes no 'group'")
    for role in rule.roles:
        if role.name not in kind.roles:
            allowed = f"it takes: {', '.join(kind.roles) or 'no roles'}"
            section.fault(f"the kind {kind.key!r} takes no role {role.name!r}", allowed)
    if kind.content and rule.modality is Modality.ASSERTED:
        section.fault(
            f"what a {kind.key} alleges cannot be asserted: it is not a deed",
            "leave 'modality' out, or write modality = \"charged\"",
        )
    if rule.when and rule.when.constant and read_date(rule.when.constant) is None:
        section.fault(f"the date {rule.when.constant!r} cannot be read")


def _check_references(recipe: Recipe, top: Section) -> None:
    """Note lookups and persons that rules name and the recipe does not have."""
    fields = [f for s in recipe.statements for f in s.fields()]
    fields += [recipe.name.gender] if recipe.name.gender else []
    wanted = {f.lookup for f in fields} | {p.lookup for p in recipe.people}
    for lookup in sorted(wanted - {"", *recipe.lookups}):
        top.fault(f"there is no lookup {lookup!r}", f"add [lookups.{lookup}]")
    keys = {person.key for person in recipe.people}
    used = {s.about for s in recipe.statements}
    used |= {r.person for s in recipe.statements for r in s.roles}
    for key in sorted(used - keys - {""}):
        top.fault(
            f"nobody in the row is called {key!r}", "add [[people]] with this key"
        )
    for column in sorted(recipe.ignored & recipe.read_columns()):
        top.fault(f"column {column!r} is both ignored and read", "take one of them out")
