"""What KPIs are called in a line of values, and whose they are where several are called the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from conversations.know import Know
from conversations.value_field import askable
from kpi_engine.intake.names import Askable
from kpi_engine.model.company import Person
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.name import Name


@dataclass(frozen=True, slots=True)
class Whose:
    """The names of those who have KPIs."""

    people: Mapping[int, Name]
    departments: Mapping[int, Name]

    def of(self, version: KpiVersion) -> Name:
        """The person whose KPI it is, or the department."""
        kpi = version.kpi
        return self.departments[kpi.department_id] if kpi.person_id is None else self.people[kpi.person_id]

    def askable(self, version: KpiVersion, last: Decimal | None = None) -> Askable:
        """The KPI by every name that it has, and by whose it is: a person's first name will do."""
        name = self.of(version)
        first = name.en.split()[0] if version.kpi.person_id is not None else name.zh.removesuffix("部")
        return replace(askable(version, last), whose=tuple(dict.fromkeys((name.en, name.zh, first))))


def whose(know: Know) -> Whose:
    """As they are called now, whoever has left among them."""
    people = {person.id: person.name for person in know.everybody()}
    return Whose(people, {department.id: department.name for department in know.departments()})


def askables(know: Know, me: Person) -> tuple[Askable, ...]:
    """The KPIs that a line may name, one's own first: these are meant by a name that others have as well."""
    versions, names = know.kpis(), whose(know)
    mine = [version for version in versions if version.definition.owner_id == me.id]
    others = [version for version in versions if version.definition.owner_id != me.id]
    return (*_asked(mine, names, mine=True), *_asked(others, names, mine=False))


def _asked(versions: Sequence[KpiVersion], names: Whose, *, mine: bool) -> Sequence[Askable]:
    return [replace(names.askable(version), mine=mine) for version in versions]
