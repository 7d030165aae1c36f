"""The KPIs that a sheet may speak of, and which of them a cell names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.design.match import bare, same
from kpi_engine.intake.begun import nearest_kpis
from kpi_engine.intake.names import Askable
from kpi_engine.intake.sheet.headings import without_bracket


@dataclass(frozen=True, slots=True)
class SheetKpi:
    """A KPI that values may be for: what it is called, how often it is entered, and whose it is."""

    askable: Askable
    frequency: PeriodKind
    people: tuple[str, ...] = ()
    """Names of whom it is about and of who enters it: they tell KPIs of one name apart."""


class KnownKpis:
    """Found by their names at once, as a sheet has thousands of rows."""

    def __init__(self, kpis: Sequence[SheetKpi]) -> None:
        self._all = tuple(kpi.askable for kpi in kpis)
        self._nearest: dict[str, tuple[str, ...]] = {}
        self._by_name: dict[str, list[SheetKpi]] = {}
        for kpi in kpis:
            for name in {bare(name) for name in kpi.askable.names}:
                self._by_name.setdefault(name, []).append(kpi)

    def called(self, name: str, person: str = "") -> tuple[SheetKpi, ...]:
        """Those of that name, with a unit in brackets behind it or without; a person's name narrows them down."""
        found = self._by_name.get(bare(name)) or self._by_name.get(bare(without_bracket(name)), [])
        return tuple(kpi for kpi in found if not person or not kpi.people or _is_one(person, kpi.people))

    def nearest(self, name: str) -> tuple[str, ...]:
        """The names most like one that is not known; of the first few such names, as it takes its time."""
        if name not in self._nearest and len(self._nearest) < _MOST_NEAREST:
            near = nearest_kpis(name, self._all)
            self._nearest[name] = tuple(kpi.names[0] for kpi in self._all if kpi.kpi_id in near)
        return self._nearest.get(name, ())


_MOST_NEAREST = 20


def _is_one(person: str, people: Sequence[str]) -> bool:
    return any(same(person, one) for one in people)
