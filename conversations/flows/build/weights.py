"""Step 4 of building, the weights: equal, by points, by comparing two at a time, or by an order of importance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from conversations.ask import Ask
from conversations.asking import Asking
from conversations.choice_fields import record_id, record_value
from conversations.flows.build.pairs import compared
from conversations.flows.size import is_small_company
from conversations.forms import choice, form
from conversations.kpi_fields import PointsField
from conversations.view import Option
from kpi_engine.design.ahp import MOST
from kpi_engine.design.bounds import usual, within
from kpi_engine.design.rank_order import rank_sum
from kpi_engine.design.weights import equal
from kpi_engine.model.name import Name

FEWEST = 3
"""KPIs from which on it is worth comparing them; two share 100 points."""


class Weighing(StrEnum):
    """How the weights come about."""

    EQUAL = "equal"
    POINTS = "points"
    PAIRS = "pairs"
    ORDER = "order"


@form
class Weights:
    """How much each KPI counts."""

    how: Weighing = choice(of=Weighing)


@form
class Order:
    """Which KPI comes next in importance."""

    next: str = choice()


def weights(ask: Ask, names: Mapping[str, Name]) -> tuple[Decimal, ...]:
    """A weight for each KPI of the set, named by key, 100 in all: what is answered is for these KPIs in this order."""
    if len(names) == 1:
        return equal(1)
    ways = [option for option in ask.texts.options(Weighing) if _is_possible(Weighing(option.value), len(names))]
    match ask(Weights, options={"how": ways}, initial={"how": Weighing.EQUAL}).how:
        case Weighing.EQUAL:
            return equal(len(names))
        case Weighing.POINTS:
            return _points(ask, names)
        case Weighing.PAIRS:
            found = compared(ask, names)
            return found.weights if found.agreed else _points(ask, names, found.weights)
        case Weighing.ORDER:
            return _by_order(ask, names)


def _is_possible(way: Weighing, count: int) -> bool:
    match way:
        case Weighing.PAIRS:
            return FEWEST <= count <= MOST
        case Weighing.ORDER:
            return count >= FEWEST
        case _:
            return True


def _points(ask: Ask, names: Mapping[str, Name], before: Sequence[Decimal] = ()) -> tuple[Decimal, ...]:
    """`before` stands in the field to begin with."""
    listed = tuple(map(ask.texts.name, names.values()))
    asked = PointsField(names=listed, label=ask.texts.plain("build.points", names=listed))
    initial = {"points": " ".join(format(weight, "f") for weight in before)} if before else {}
    return ask.field(Asking(f"points:{','.join(names)}", "points", {"points": asked}, (), initial), tuple[Decimal, ...])


def _by_order(ask: Ask, names: Mapping[str, Name]) -> tuple[Decimal, ...]:
    left, order = dict(names), list[str]()
    while len(left) > 1:
        options = [Option(record_value(key), ask.texts.name(name)) for key, name in left.items()]
        key = f"order:{','.join(left)}"
        order.append(record_id(ask(Order, key, options={"next": options}).next))
        del left[order[-1]]
    points = dict(zip([*order, *left], rank_sum(len(names)), strict=True))
    return within([points[key] for key in names], usual(len(names), small=is_small_company(ask)))
