"""What the words after `report`, `why` or `history` are about: a subject or a KPI, and a period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conversations.ask import Ask
from conversations.cards.names import Names, kpi_words, subject_words
from conversations.value_field import askable
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import read_period
from kpi_engine.design.match import is_called, nearest, same
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Role
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.score import KpiScore, Scorecard, Subject, SubjectKind

COMPANY = ("company", "公司", "全公司")
ME = ("me", "我")


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see; no period means the present one."""

    about: Subject | KpiVersion
    period: Period | None


def read_asked(ask: Ask, words: str) -> Asked:
    """Reads `Sales last month`, `@anna`, `上季度`, `on-time delivery 2026-Q3`; Refusal names what comes nearest.

    What is called like a period is found by its name.
    """
    for name, period in _divided(ask, words.split()):
        about = _called(ask, name) if name else own_subject(ask)
        if about:
            return Asked(about, period)
    name = min((name for name, _ in _divided(ask, words.split())), key=len)
    raise Refusal("nothing_called", name=name, nearest=nearest(name.lstrip("@"), _every_name(ask), 3))


def own_subject(ask: Ask) -> Subject:
    """What one's report is about: the company for who looks after all of it, a head's department, or oneself."""
    if ask.me.role in (Role.OWNER, Role.VIEWER) or not ask.me.positions:
        return Subject(SubjectKind.COMPANY, ask.know.company().id)
    if ask.me.role is Role.HEAD:
        return Subject(SubjectKind.DEPARTMENT, ask.me.positions[0].department_id)
    return Subject(SubjectKind.PERSON, ask.me.id)


def day_subject(ask: Ask) -> Subject:
    """Whose score one's day begins with: one's own, or where nothing is measured of oneself the report's."""
    has_own = ask.me.positions and ask.me.role is not Role.VIEWER
    return Subject(SubjectKind.PERSON, ask.me.id) if has_own else own_subject(ask)


def present_card(ask: Ask, subject: Subject, period: Period | None) -> Scorecard:
    """The scorecard of the period; without one this month's, or last month's while there is nothing in this one."""
    month = Period.holding(ask.today, PeriodKind.MONTH)
    card = ask.know.scorecard(subject, period or month)
    if period or card.score is not None:
        return card
    before = ask.know.scorecard(subject, month.previous())
    return card if before.score is None else before


def kpi_line(ask: Ask, version: KpiVersion, period: Period | None) -> KpiScore:
    """Where the KPI stands in the period; without one in its target's present cycle, or in the last one measured."""
    cycle = ask.know.company().calendar.holding(ask.today, version.definition.cycle)
    line = ask.know.kpi_score(version.kpi.id, period or cycle)
    if period is None and (line is None or line.score is None):
        line = ask.know.kpi_score(version.kpi.id, cycle.previous()) or line
    if line is None:
        raise Refusal("not_measured", name=version.definition.name, period=period or cycle)
    return line


def all_names(ask: Ask) -> Names:
    """The names of the company, its departments and whoever was ever in it, in the reader's language."""
    return Names(
        ask.texts.name(ask.know.company().name),
        {found.id: ask.texts.name(found.name) for found in ask.know.departments()},
        {found.id: ask.texts.name(found.name) for found in ask.know.everybody()},
    )


def find_kpi(ask: Ask, name: str) -> KpiVersion | None:
    """The KPI by its name, its id (`#7`) or an alias; of several the one nearest to the person who asks."""
    versions = ask.know.kpis()
    for is_meant in (_is_id, _is_name, _is_alias):
        found = [version for version in versions if is_meant(name, version)]
        if found:
            return min(found, key=lambda version: _distance(ask, version))
    return None


def kpi_names(ask: Ask) -> list[str]:
    """What the KPIs are called, in both languages."""
    names = [version.definition.name for version in ask.know.kpis()]
    return [text for name in names for text in (name.en, name.zh)]


def _divided(ask: Ask, words: Sequence[str]) -> Iterator[tuple[str, Period | None]]:
    """Every way to take the words as a name and a period after it, the longest name first."""
    yield " ".join(words), None
    year_start = ask.know.company().calendar.year_start
    for first in range(len(words) - 1, -1, -1):
        period = read_period(" ".join(words[first:]), ask.today, year_start)
        if period:
            yield " ".join(words[:first]), period


def _called(ask: Ask, name: str) -> Subject | KpiVersion | None:
    company = ask.know.company()
    if name.casefold() in COMPANY or is_called(name, company.name):
        return Subject(SubjectKind.COMPANY, company.id)
    if name.casefold() in ME:
        return Subject(SubjectKind.PERSON, ask.me.id)
    return _subject(ask, name) or _person(ask, name) or _department(ask, name) or find_kpi(ask, name)


def _subject(ask: Ask, words: str) -> Subject | None:
    """The one that a button means."""
    company = Subject(SubjectKind.COMPANY, ask.know.company().id)
    departments = (Subject(SubjectKind.DEPARTMENT, found.id) for found in ask.know.departments())
    people = (Subject(SubjectKind.PERSON, found.id) for found in ask.know.people())
    return next((found for found in (company, *departments, *people) if subject_words(found) == words), None)


def _person(ask: Ask, name: str) -> Subject | None:
    bare = name.removeprefix("@")
    people = [one for one in ask.know.people() if is_called(bare, one.name)]
    if not people and name.startswith("@"):
        people = [one for one in ask.know.people() if one.name.en.casefold().split()[0] == bare.casefold()]
    return Subject(SubjectKind.PERSON, people[0].id) if len(people) == 1 else None


def _department(ask: Ask, name: str) -> Subject | None:
    for found in ask.know.departments():
        if same(name, found.name.en) or same(_without_bu(name), _without_bu(found.name.zh)):
            return Subject(SubjectKind.DEPARTMENT, found.id)
    return None


def _without_bu(name: str) -> str:
    """销售 and 销售部 are the same department."""
    return name.removesuffix("部")


def _is_id(name: str, version: KpiVersion) -> bool:
    return name == kpi_words(version)


def _is_name(name: str, version: KpiVersion) -> bool:
    return is_called(name, version.definition.name)


def _is_alias(name: str, version: KpiVersion) -> bool:
    return any(same(name, alias) for alias in askable(version).names)


def _distance(ask: Ask, version: KpiVersion) -> tuple[bool, bool]:
    mine = version.definition.owner_id == ask.me.id
    return not mine, version.kpi.department_id not in ask.me.department_ids


def _every_name(ask: Ask) -> list[str]:
    names = [*(found.name for found in ask.know.departments()), *(found.name for found in ask.know.people())]
    return [*(text for name in names for text in (name.en, name.zh)), *kpi_names(ask)]
