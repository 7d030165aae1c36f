"""A change that is not made yet: what it is about, what would be different, and whose score it would move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from markupsafe import Markup

from conversations.cards.names import Names
from conversations.texts import Texts
from conversations.view import Block, Table, Text
from kpi_engine.model.change import AddKpi, Change, RetireKpi, ReviseKpi, SetPeriodTarget, SetWeights, Weights
from kpi_engine.model.kpi import Definition, KpiVersion
from kpi_engine.model.name import Name
from kpi_engine.model.preview import Preview, ScoreChange

MOST_MOVES = 12
"""Scores that are shown; in a large department the others go the same way."""
Versions = Mapping[int, KpiVersion]
"""The KPIs that a change names, as they are."""


def kpis_in(change: Change) -> tuple[int, ...]:
    """The ids of the KPIs that the change names; what it is about comes first."""
    match change:
        case ReviseKpi(kpi_id=kpi_id) | SetPeriodTarget(kpi_id=kpi_id):
            return (kpi_id,)
        case RetireKpi(kpi_id=kpi_id, weights=weights):
            return (kpi_id, *dict(weights))
        case SetWeights(weights=weights) | AddKpi(weights=weights):
            return tuple(dict(weights))


def about(change: Change, versions: Versions) -> Name:
    """What the KPI that it is about is called."""
    if isinstance(change, AddKpi):
        return change.kpi.definition.name
    return versions[kpis_in(change)[0]].definition.name


def title(texts: Texts, change: Change, versions: Versions) -> Markup:
    """The change in a few words."""
    return texts.say(_TITLES[type(change)], name=about(change, versions))


def change_table(texts: Texts, change: Change, versions: Versions, names: Names) -> Table:
    """What would be different: as it is, and as it would be."""
    columns = tuple(texts.label(f"columns.{key}") for key in ("item", "is_now", "would_be"))
    return Table(columns, tuple(_rows(texts, change, versions, names)), "lll")


def preview_blocks(texts: Texts, preview: Preview, names: Names) -> tuple[Block, ...]:
    """Whose score of the period would not be the same, as far as the reader may see it."""
    moves = len(preview.changes)
    said = Text(texts.say("propose.preview", period=preview.period, moves=moves, shown=min(moves, MOST_MOVES)))
    if not preview.changes:
        return (said,)
    return said, moves_table(texts, preview.changes[:MOST_MOVES], names, ("whose", "is_now", "would_be"))


def moves_table(texts: Texts, moves: Sequence[ScoreChange], names: Names, columns: tuple[str, str, str]) -> Table:
    """Whose score moves, from where to where; `columns` are the keys of their labels."""
    rows = tuple(
        (names.subject(one.before.subject), *(_points(texts, card.score) for card in (one.before, one.after)))
        for one in moves
    )
    return Table(tuple(texts.label(f"columns.{key}") for key in columns), rows, "lrr")


_TITLES: Mapping[type[Change], str] = {
    ReviseKpi: "propose.revise",
    SetWeights: "propose.weight",
    AddKpi: "propose.new",
    RetireKpi: "propose.end",
    SetPeriodTarget: "propose.period_target",
}


def _rows(texts: Texts, change: Change, versions: Versions, names: Names) -> Iterator[tuple[str, ...]]:
    match change:
        case ReviseKpi(kpi_id=kpi_id, definition=definition):
            was, now = (_facts(texts, each, names) for each in (versions[kpi_id].definition, definition))
            yield from ((key, was[key], now[key]) for key in now if was[key] != now[key])
        case SetWeights(weights=weights):
            yield from _weights(texts, weights, versions)
        case AddKpi(kpi=new, weights=weights):
            facts = _facts(texts, new.definition, names)
            yield from ((key, "", word) for key, word in facts.items() if word)
            yield from _weights(texts, weights, versions)
        case RetireKpi(kpi_id=kpi_id, weights=weights):
            ending = versions[kpi_id].definition
            yield texts.name(ending.name), texts.format.number(ending.weight), texts.label("propose.ends")
            yield from _weights(texts, weights, versions)
        case SetPeriodTarget(kpi_id=kpi_id, target=target):
            definition = versions[kpi_id].definition
            levels = [texts.format.agreed(each, definition.unit) for each in (definition.target, target) if each]
            yield texts.label("columns.target"), levels[0], levels[-1]


def _facts(texts: Texts, definition: Definition, names: Names) -> dict[str, str]:
    facts = {
        "kpi": texts.name(definition.name),
        "target": texts.plain("targets.levels_short", target=definition.target, unit=definition.unit),
        "weight": texts.format.number(definition.weight),
        "owner": names.people.get(definition.owner_id, ""),
        "counted": texts.name(definition.formula),
        "frequency": texts.member(definition.frequency),
    }
    return {texts.label(f"columns.{key}"): word for key, word in facts.items()}


def _weights(texts: Texts, weights: Weights, versions: Versions) -> Iterator[tuple[str, ...]]:
    """Of the set, those that would weigh something else."""
    for kpi_id, weight in weights:
        definition = versions[kpi_id].definition
        if weight != definition.weight:
            label = texts.plain("propose.weight_of", name=definition.name)
            yield label, texts.format.number(definition.weight), texts.format.number(weight)


def _points(texts: Texts, score: Decimal | None) -> str:
    return "–" if score is None else texts.format.points(score)
