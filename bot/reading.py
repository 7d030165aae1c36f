"""What a turn reads: a flow is played several times for each answer, and nothing changes meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TypeVar, cast

from kpi_engine.model.company import Company, Department, Person
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.name import Name
from kpi_engine.reader.reader import Reader

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TurnReader(Reader):
    """A reader that asks once for what every play asks for; whoever has written something needs a new one."""

    _known: dict[Hashable, object] = field(default_factory=dict)

    def company(self) -> Company:
        return self._once("company", lambda: Reader.company(self))

    def departments(self) -> tuple[Department, ...]:
        return self._once("departments", lambda: Reader.departments(self))

    def people(self) -> tuple[Person, ...]:
        return tuple(person for person in self.everybody() if person.active)

    def everybody(self) -> tuple[Person, ...]:
        return self._once("everybody", lambda: Reader.everybody(self))

    def names(self) -> dict[int, Name]:
        if "everybody" in self._known:
            return {person.id: person.name for person in self.everybody()}
        return self._once("names", lambda: Reader.names(self))

    def kpis(self, department_id: int | None = None, person_id: int | None = None) -> tuple[KpiVersion, ...]:
        return self._once(("kpis", department_id, person_id), lambda: Reader.kpis(self, department_id, person_id))

    def _once(self, question: Hashable, ask: Callable[[], T]) -> T:
        if question not in self._known:
            self._known[question] = ask()
        return cast(T, self._known[question])
