"""A target that is agreed: how likely it is, what would be likely, and what another one would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conversations.cards.chance import Known, known_blocks, levels_words
from conversations.cards.change import moves_table
from conversations.cards.names import Names, kpi_words
from conversations.cards.say import run_button, undo_button
from conversations.texts import Texts
from conversations.view import Block, Button, Message, Run, Style, Table, Text, Tone
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.words import write_period
from kpi_engine.design.targets import Suggestion, TooFew
from kpi_engine.model.done import Revised
from kpi_engine.model.kpi import Definition, KpiVersion, PeriodTarget, Target
from kpi_engine.model.preview import Preview

MOST_KEPT = 3
"""Cycles with a target of their own that are named."""
ONLY = "only "
"""Before the period of a target for that period alone."""


@dataclass(frozen=True, slots=True)
class AgreedTarget:
    """The target of a KPI for its present cycle, and what its values say about targets."""

    version: KpiVersion
    cycle: Period
    target: Target
    found: Suggestion | TooFew | None


@dataclass(frozen=True, slots=True)
class NewTarget:
    """Another target, from a cycle on or for it alone."""

    target: Target
    cycle: Period
    only: bool
    reason: str


def target_card(texts: Texts, agreed: AgreedTarget, seasons: Sequence[Suggestion], *, may_change: bool) -> Message:
    """What stands, with a button for the suggestion and one for anything else."""
    buttons = [*_changes(texts, agreed, seasons)] if may_change else []
    report = run_button(texts, "report_kpi", f"report {kpi_words(agreed.version)}")
    return Message((*standing_blocks(texts, agreed), *season_blocks(texts, agreed, seasons)), (*buttons, report))


def standing_blocks(texts: Texts, agreed: AgreedTarget) -> Sequence[Block]:
    """The target with its chance, then the suggestion."""
    definition = agreed.version.definition
    level = agreed.found.level(agreed.target) if isinstance(agreed.found, Suggestion) else None
    present = texts.say(
        "target.present",
        name=definition.name,
        target=agreed.target,
        unit=definition.unit,
        period=agreed.cycle,
        level=level,
    )
    return [Text(present), *known_blocks(texts, Known(definition.name, definition.unit, (), agreed.found))]


def change_words(texts: Texts, definition: Definition, before: Target, new: NewTarget) -> Text:
    """The change in a sentence."""
    return Text(texts.say("target.change", name=definition.name, before=before, new=new, unit=definition.unit))


def kept_blocks(texts: Texts, own: Sequence[PeriodTarget], version: KpiVersion) -> list[Block]:
    """The cycles that keep a target of their own, if any do."""
    said = {"own": own[:MOST_KEPT], "more": len(own[MOST_KEPT:]), "unit": version.definition.unit}
    return [Text(texts.say("target.own", **said))] if own else []


def revised_message(texts: Texts, done: Revised) -> Message:
    """The new version; where cycles keep another target, they are named, each with a button that changes it too."""
    said = Text(texts.say("done.revised", done=done))
    buttons = (_change_too(texts, done.version, one.cycle) for one in done.kept[:MOST_KEPT])
    return Message((said, *kept_blocks(texts, done.kept, done.version)), (*buttons, undo_button(texts)), Tone.SUCCESS)


def _change_too(texts: Texts, version: KpiVersion, cycle: Period) -> Button:
    levels = levels_words(texts, version.definition.target, version.definition.unit)
    words = f"{texts.label('commands.target')} {kpi_words(version)} {levels} {ONLY}{write_period(cycle)}"
    return Button(texts.plain("target.change_too", period=cycle), Run(words))


def preview_blocks(texts: Texts, preview: Preview, names: Names) -> Sequence[Block]:
    """Whose score a change moves."""
    if not preview.changes:
        return [Text(texts.say("target.no_score", period=preview.period))]
    moves = moves_table(texts, preview.changes, names, ("item", "was", "after"))
    return [Text(texts.say("target.scores", period=preview.period)), moves]


def season_blocks(texts: Texts, agreed: AgreedTarget, seasons: Sequence[Suggestion]) -> list[Block]:
    """What would be likely in each period of a year to come; nothing where the values follow no seasons."""
    if not seasons:
        return []
    unit = agreed.version.definition.unit
    columns = tuple(texts.label(f"columns.{key}") for key in ("period", "suggested", "chance"))
    rows = tuple(
        (
            texts.format.period(one.cycle),
            texts.plain("targets.levels_short", target=one.agreed, unit=unit),
            texts.plain("targets.percent", chance=one.target.chance),
        )
        for one in seasons
    )
    return [Text(texts.say("target.seasons")), Table(columns, rows, "lrr")]


def _changes(texts: Texts, agreed: AgreedTarget, seasons: Sequence[Suggestion]) -> Iterator[Button]:
    command = f"{texts.label('commands.target')} {kpi_words(agreed.version)}"
    if isinstance(agreed.found, Suggestion) and agreed.found.agreed != agreed.target:
        levels = levels_words(texts, agreed.found.agreed, agreed.version.definition.unit)
        yield Button(texts.label("target.take"), Run(f"{command} {levels}"), Style.PRIMARY)
    for what in (*(["seasons"] if seasons else []), "change", "rule"):
        yield Button(texts.label(f"target.{what}"), Run(f"{command} {texts.label(f'target.{what}_word')}"))
