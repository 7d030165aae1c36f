"""What the words after `report`, `why` or `history` are about: a subject or a KPI, and a period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from conversations.ask import Ask
from conversations.cards.names import Names, subject_words
from conversations.flows.finding import begun_kpi, department_called, find_kpi, kpi_names, nothing_called
from conversations.flows.people import ME, people_called
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.when import read_when
from kpi_engine.design.match import is_called
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Role
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.score import KpiScore, Scorecard, Subject, SubjectKind

COMPANY = ("company", "公司", "全公司", "我们公司", "our company")
WE = ("we", "us", "our team", "我们", "咱们", "我们团队")
OUR_DEPARTMENT = ("our department", "my department", "我们部门", "我的部门", "本部门", "我部门", "部门")


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see; no period means the present one."""

    about: Subject | KpiVersion
    period: Period | None


def read_asked(ask: Ask, words: str) -> Asked:
    """Reads `Sales last month`, `2026-10 Sales`, `@anna`, `上季度销售部`; Refusal names what comes nearest.

    What is called like a period is found by its name.
    """
    for name, period in _divided(ask, words):
        about = _called(ask, name) if name else own_subject(ask)
        if about:
            return Asked(about, period)
    name, period = min(_divided(ask, words), key=lambda divided: len(divided[0]))
    begun = begun_kpi(ask, name)
    if begun:
        return Asked(begun, period)
    raise nothing_called(ask, name, _every_name(ask), words.removeprefix(name))


def own_subject(ask: Ask) -> Subject:
    """What one's report is about: the company for who looks after all of it, a head's department, or oneself."""
    if ask.me.role in (Role.OWNER, Role.VIEWER) or not ask.me.positions:
        return Subject(SubjectKind.COMPANY, ask.know.company().id)
    if ask.me.role is Role.HEAD:
        return _main_department(ask)
    return Subject(SubjectKind.PERSON, ask.me.id)


def _main_department(ask: Ask) -> Subject:
    """The one that takes most of one's time, of those with KPIs; where there is none the company."""
    by_time = sorted(ask.me.positions, key=lambda position: -position.share)
    departments = (one.department_id for one in by_time if ask.know.kpis(department_id=one.department_id))
    found = next(departments, None)
    return (
        Subject(SubjectKind.COMPANY, ask.know.company().id) if found is None else Subject(SubjectKind.DEPARTMENT, found)
    )


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
        {id: ask.texts.name(name) for id, name in ask.know.names().items()},
    )


def _divided(ask: Ask, words: str) -> Iterator[tuple[str, Period | None]]:
    """Every way to take the words as a name with a period behind or before it, the longest name first."""
    words = " ".join(words.split())
    yield words, None
    year_start = ask.know.company().calendar.year_start
    cuts = [cut.start() for cut in _CUT.finditer(words)]
    ways = [(words[:cut], words[cut:]) for cut in cuts] + [(words[cut:], words[:cut]) for cut in cuts]
    for name, said in sorted(ways, key=lambda way: -len(way[0])):
        period = read_when(_LINK.sub("", said.strip()), ask.today, year_start) if said.strip() else None
        if period:
            yield _LINK.sub("", name.strip()), period


_CUT = re.compile(r"^|$|\s+|(?<=[^\x00-\x7f])|(?=[^\x00-\x7f])")
"""Between words; in Chinese between any two characters."""
_LINK = re.compile(r"^(?:for|in|of|on|the|的)(?:\s+|$)|(?:^|\s+)(?:for|in|of|on)$|的$", re.IGNORECASE)
"""What may stand between a name and its period: `Sales in October`, `10月的销售部`; not the `On` of `On-time`."""


def _called(ask: Ask, name: str) -> Subject | KpiVersion | None:
    company = ask.know.company()
    if name.casefold() in COMPANY or is_called(name, company.name):
        return Subject(SubjectKind.COMPANY, company.id)
    if name.casefold() in ME:
        return Subject(SubjectKind.PERSON, ask.me.id)
    if name.casefold() in WE:
        return own_subject(ask)
    if name.casefold() in OUR_DEPARTMENT:
        return _main_department(ask)
    department = department_called(ask, name)
    subject = Subject(SubjectKind.DEPARTMENT, department.id) if department else None
    return _subject(ask, name) or _person(ask, name) or subject or find_kpi(ask, name)


def _subject(ask: Ask, words: str) -> Subject | None:
    """The one that a button means."""
    company = Subject(SubjectKind.COMPANY, ask.know.company().id)
    departments = (Subject(SubjectKind.DEPARTMENT, found.id) for found in ask.know.departments())
    people = (Subject(SubjectKind.PERSON, found.id) for found in ask.know.people())
    return next((found for found in (company, *departments, *people) if subject_words(found) == words), None)


def _person(ask: Ask, name: str) -> Subject | None:
    people = people_called(ask, name)
    return Subject(SubjectKind.PERSON, people[0].id) if len(people) == 1 else None


def _every_name(ask: Ask) -> list[str]:
    names = [*(found.name for found in ask.know.departments()), *(found.name for found in ask.know.people())]
    return [*(text for name in names for text in (name.en, name.zh)), *kpi_names(ask)]
