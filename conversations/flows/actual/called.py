"""What KPIs are called in a line of values, and whose they are where several are called the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from conversations.flows.actual.wanted import may_enter
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

    def called(self, version: KpiVersion) -> tuple[str, ...]:
        """What stands behind the KPI's name for it: a person's first name will do, and a department's without 部."""
        name = self.of(version)
        short = name.en.split()[0] if version.kpi.person_id is not None else name.zh.removesuffix("部")
        return tuple(dict.fromkeys((name.en, name.zh, short)))


def whose(know: Know) -> Whose:
    """As they are called now, whoever has left among them."""
    people = {person.id: person.name for person in know.everybody()}
    return Whose(people, {department.id: department.name for department in know.departments()})


def askables(know: Know, me: Person) -> tuple[Askable, ...]:
    """The KPIs that a line may name, one's own first: these are meant by a name that others have as well.

    Of a KPI's names the reader's comes first: what is put before a day without a name is told again.
    """
    versions = sorted(know.kpis(), key=lambda version: version.definition.owner_id != me.id)
    asked = [_for_reader(version, me) for version in versions]
    times = Counter(name for one in asked for name in set(one.names))
    shared = {name for name, count in times.items() if count > 1}
    if not shared:
        return tuple(asked)
    names = whose(know)
    return tuple(
        one if shared.isdisjoint(one.names) else replace(one, whose=names.called(version))
        for version, one in zip(versions, asked, strict=True)
    )


def _for_reader(version: KpiVersion, me: Person) -> Askable:
    asked = askable(version)
    names = dict.fromkeys((version.definition.name.text(me.language), *asked.names))
    own = (version.definition.name.en, version.definition.name.zh)
    mine = version.definition.owner_id == me.id
    enters = may_enter(me, version) and not version.definition.expression
    return replace(asked, names=tuple(names), mine=mine, in_part=own if enters else ())
