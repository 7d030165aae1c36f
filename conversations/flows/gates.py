"""Which KPIs of a department are gates: the total is multiplied by them, or capped until they are met."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from conversations.ask import Ask
from conversations.choice_fields import record_id, record_value
from conversations.flows.finding import find_kpi
from conversations.forms import form, many, number
from conversations.view import Option
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.errors import Refusal
from kpi_engine.model.kpi import KpiVersion, Unit, UnitKind
from kpi_engine.model.scoring import AT_TARGET
from kpi_engine.model.total import CappedUntilMet, Gate, Gating, Multiplier

NONE = ("none", "no", "off", "无", "没有", "取消")
_TIMES = ("×", "x", "times", "multiplies", "乘", "连乘")
_PIECES = re.compile(r"\s*[,，;；、]\s*")
_CAPPED = re.compile(r"(?P<name>.+?)\s*(?:caps?|at most|≤|<=|封顶|上限)?\s+(?P<cap>\d{1,3}(?:\.\d+)?)")


@form
class GateKpis:
    """KPIs that shut a gate; one that multiplies is none that caps."""

    capping: tuple[str, ...] = many(optional=True)
    multiplying: tuple[str, ...] = many(optional=True)


@form
class GateCap:
    """What the total is at most until they are met."""

    cap: Decimal = number(Unit(UnitKind.SCORE), least=0)


def gating(ask: Ask, department_id: int, words: str) -> Gating:
    """`none`, `Complaints 80, Backup times`, or asked for; two-way tables stay as they are."""
    kpis, now = standing(ask, department_id)
    if words.casefold() in NONE:
        return replace(now, gates=())
    if words:
        return replace(now, gates=tuple(_gate(ask, piece) for piece in _PIECES.split(words) if piece))
    return replace(now, gates=_asked(ask, kpis, now.gates))


def standing(ask: Ask, department_id: int) -> tuple[Sequence[KpiVersion], Gating]:
    """The department's own KPIs, and what of gates and tables holds there this month."""
    every = ask.know.agreements().gating(Period.holding(ask.today, PeriodKind.MONTH))
    kpis = ask.know.kpis(department_id=department_id)
    ids = {each.kpi.id for each in kpis}
    gates = tuple(gate for gate in every.gates if gate.kpi_id in ids)
    tables = tuple(table for table in every.tables if table.row_kpi_id in ids)
    return [each for each in kpis if each.kpi.person_id is None], Gating(gates, tables)


def _gate(ask: Ask, piece: str) -> Gate:
    """A KPI's name with the cap behind it, or a word that it multiplies; alone it caps at 100."""
    *name, last = piece.split()
    if name and last.casefold() in _TIMES:
        return Multiplier(_kpi(ask, " ".join(name)))
    capped = _CAPPED.fullmatch(piece)
    if capped and find_kpi(ask, piece) is None:
        return CappedUntilMet(_kpi(ask, capped["name"]), Decimal(capped["cap"]))
    return CappedUntilMet(_kpi(ask, piece))


def _kpi(ask: Ask, name: str) -> int:
    found = find_kpi(ask, name)
    if found is None:
        raise Refusal("words_left", words=name)
    return found.kpi.id


def _asked(ask: Ask, kpis: Sequence[KpiVersion], standing: Sequence[Gate]) -> tuple[Gate, ...]:
    options = [Option(record_value(each.kpi.id), ask.texts.name(each.definition.name)) for each in kpis]
    found = ask(GateKpis, options={"capping": options, "multiplying": options})
    caps = [gate.cap for gate in standing if isinstance(gate, CappedUntilMet)]
    usual = ask.texts.format.number(caps[0] if caps else AT_TARGET)
    cap = ask(GateCap, initial={"cap": usual}).cap if found.capping else AT_TARGET
    capping = [CappedUntilMet(int(record_id(one)), cap) for one in found.capping]
    return (*capping, *(Multiplier(int(record_id(one))) for one in found.multiplying))
