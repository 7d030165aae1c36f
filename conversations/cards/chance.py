"""What is known of a target before it is agreed: past values, suggestions and their chances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from conversations.texts import Texts
from conversations.view import Block, Table, Text
from kpi_engine.design.market import AtOdds, Blended
from kpi_engine.design.targets import Suggestion, TooFew
from kpi_engine.model.kpi import Target, Unit
from kpi_engine.model.name import Name

LATEST = 3
"""Past values that stand where there is no suggestion."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a KPI that still needs its target."""

    name: Name
    unit: Unit
    past: tuple[Decimal, ...]
    found: Suggestion | TooFew | None
    market: Blended | AtOdds | None = None
    part: Target | None = None
    """A person's part of the department's target."""


def past_facts(texts: Texts, unit: Unit, past: Sequence[Decimal]) -> Text:
    """The last values as they were understood, with their best, worst and middle."""
    return Text(texts.say("build.past", unit=unit, past=past, ordered=sorted(past)))


def levels_words(texts: Texts, target: Target, unit: Unit) -> str:
    """Threshold, target and stretch, as they can be typed."""
    return texts.plain("targets.levels", target=target, unit=unit)


def known_blocks(texts: Texts, one: Known) -> list[Block]:
    """What the market and the values say, and what would be likely; or why nothing can be said."""
    part = [Text(texts.say("targets.part", part=one.part, unit=one.unit))] if one.part else []
    match one.found:
        case Suggestion() as found:
            return [*part, *_market(texts, one), Text(texts.say("targets.suggested", found=found, unit=one.unit))]
        case TooFew(known=known):
            return [*part, Text(texts.say("targets.too_few", known=known))]
        case None:
            return [*part]


def known_table(texts: Texts, known: Sequence[Known]) -> list[Block]:
    """Each KPI with what is suggested, and the chance of that; where nothing is known at all, with its unit."""
    table = _suggested(texts, known) if any(map(_is_known, known)) else _counted(texts, known)
    few = [one.name for one in known if not isinstance(one.found, Suggestion) and not one.part]
    notes = [Text(texts.say("targets.some_too_few", names=few, all=len(few) == len(known)))] if few else []
    return [table, *(block for one in known for block in _market(texts, one)), *notes]


def _is_known(one: Known) -> bool:
    return bool(isinstance(one.found, Suggestion) or one.past or one.part)


def _suggested(texts: Texts, known: Sequence[Known]) -> Table:
    columns = tuple(texts.label(f"columns.{key}") for key in ("kpi", "suggested", "chance"))
    return Table(columns, tuple(_row(texts, one) for one in known), "lrl")


def _counted(texts: Texts, known: Sequence[Known]) -> Table:
    """In the order in which targets are typed, with what each is counted in."""
    columns = tuple(texts.label(f"columns.{key}") for key in ("kpi", "counted_in"))
    units = (texts.name(one.unit.label) or texts.member(one.unit.kind) for one in known)
    rows = (
        (f"{place}. {texts.name(one.name)}", unit)
        for place, (one, unit) in enumerate(zip(known, units, strict=True), 1)
    )
    return Table(columns, tuple(rows), "ll")


def _market(texts: Texts, one: Known) -> list[Block]:
    if one.market is None:
        return []
    macro = "targets.blended" if isinstance(one.market, Blended) else "targets.at_odds"
    both = {"history": one.market.history, "market": one.market.market}
    return [Text(texts.say(macro, name=one.name, unit=one.unit, **both))]


def _row(texts: Texts, one: Known) -> tuple[str, ...]:
    if not isinstance(one.found, Suggestion):
        if one.part:
            part = texts.plain("targets.levels_short", target=one.part, unit=one.unit)
            return texts.name(one.name), part, texts.label("build.part_of_target")
        lately = texts.plain("targets.lately", past=one.past[-LATEST:], unit=one.unit) if one.past else ""
        return texts.name(one.name), "–", lately
    levels = texts.plain("targets.levels_short", target=one.found.agreed, unit=one.unit)
    return texts.name(one.name), levels, texts.plain("targets.chance_short", level=one.found.target)
