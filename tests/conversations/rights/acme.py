"""Two companies in one database, in December: Acme with everybody whom rights tell apart, and Other, of which Acme knows nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.posting import Rhythm
from kpi_engine.commands import (
    AddKpi,
    ClosePeriod,
    Command,
    Invite,
    MuteFinding,
    NewKpi,
    PlanAction,
    PlannedAction,
    Propose,
    ReviseKpi,
    SetBulletin,
    ShareDraft,
    StartReview,
)
from kpi_engine.model.bulletin import BulletinKind
from kpi_engine.model.check import RuleId
from kpi_engine.model.company import Role
from kpi_engine.model.done import Acted, BulletinSet, Discussed
from kpi_engine.model.draft import DraftSet
from kpi_engine.model.kpi import KpiVersion, Target
from kpi_engine.model.name import Language
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.reader.reader import Reader
from kpi_engine.service.execute import execute
from kpi_engine.store.tables import ChannelRow
from kpi_engine.store.work import Work
from tests.factories import definition
from tests.stage import ZONE, RealStage

WHO = {
    "owner": "Anna",
    "head": "Hal",
    "other": "Rob",
    "enters": "Sam",
    "member": "Nia",
    "hats": "Mia",
    "viewer": "Eve",
    "left": "Leo",
    "abroad": "Xia",
}
"""By what they are in the tables."""
STRANGER = "Zed"
"""Whom nobody knows."""
OTHER = ("Xia",)
"""Of the other company."""
ACME = (*(name for name in WHO.values() if name not in OTHER), STRANGER)
DECEMBER = datetime(2026, 12, 10, 9, 0, tzinfo=ZONE)
NOVEMBER = Period(date(2026, 11, 1), PeriodKind.MONTH)
JANUARY = date(2027, 1, 1)

_MADE = (
    "/kpi start Acme",
    *("Sales, Service", "Shanghai", "CNY"),
    "/kpi members add Hal, Sales, head, 100%",
    "/kpi members add Sam, Sales, member, 100%",
    "/kpi members add Rob, Service, head, 100%",
    "/kpi members add Mia, Service, member, 50%",
    "/kpi members add Mia, Sales, 30%",
    "/kpi members add Nia, Sales, member, 100%",
    "/kpi members add Ned, Service, member, 100%",
    "/kpi members add Eve, Sales, viewer, 100%",
    "/kpi members add Leo, Sales, head, 100%",
    "Leo: /kpi",
    "/kpi members remove Leo",
    *("/kpi build Sales", "Sell abroad", "Win customers", "Win rate, Quotes sent", "24%", "20", "30%, 25"),
    *("Different people", "Hal", "Sam", "All the same", "skip", "yes"),
    *("/kpi build Service", "1", "Answer fast", "Complaint count", "4", "3", "Mia", "skip", "yes"),
)
_OTHER = (
    "/kpi start new company",
    *("Other", "Sales, Secret Lab", "Shanghai", "CNY"),
    "/kpi members add Zoe, Secret Lab, member, 100%",
    "/kpi members add Zac, Secret Lab, member, 100%",
    *("/kpi build Sales", "Sell abroad", "Win customers", "Quotes sent", "990", "999", "skip", "yes"),
    *("/kpi build Secret Lab", "1", "Invent something", "secret count", "1", "A count", "month", "skip", "777", "778"),
    *("Zoe", "skip", "yes"),
    "quotes sent 999, secret count 777",
)


@dataclass(frozen=True, slots=True)
class Place:
    """What commands of a department are about: its KPIs, who enters the first of them, and somebody else there."""

    department: int
    kpis: tuple[KpiVersion, ...]
    member: int
    """In review for November; the department's own review is over."""
    fresh: int
    """Not in review, and enters nothing."""
    action: int
    """Planned by the head for `member`."""
    proposal: int
    """To give the first KPI a higher target, by who enters it."""
    goal: str
    channel: int
    bulletin: int
    """What is posted in the channel."""


def stage_of(file: Path, who: str) -> RealStage:
    """The person's company, in December."""
    other = who in OTHER
    stage = RealStage(f"sqlite:///{file}", OTHER if other else ACME, *(("other", "other") if other else ("", "")))
    stage.now = DECEMBER
    return stage


def make(file: Path) -> dict[str, Place]:
    """Both companies, with something of everything: `here` is Sales, `there` Service, `elsewhere` the other company's."""
    for founder, lines in (("Anna", _MADE), ("Xia", _OTHER)):
        stage = RealStage(f"sqlite:///{file}", ACME if founder == "Anna" else OTHER, *_workspace(founder))
        for line in lines:
            who, _, words = line.rpartition(": ")
            said = stage.type(who or founder, words)
            assert "✗" not in said, (line, said)
        stage.close()
    return {
        "here": _place(file, "Anna", "Sales", "Sam", "Nia"),
        "there": _place(file, "Anna", "Service", "Mia", "Ned"),
        "elsewhere": _place(file, "Xia", "Secret Lab", "Zoe", "Zac"),
    }


def _workspace(founder: str) -> tuple[str, str]:
    return ("", "") if founder == "Anna" else ("other", "other")


def _place(file: Path, owner: str, department: str, member: str, fresh: str) -> Place:
    """Reviews begun and closed, a proposal, a draft that is shown, a finding that is left alone."""
    stage = stage_of(file, owner)
    with stage.reader(owner) as reader:
        place = _prepared(reader, department, member, fresh)
        reader.session.commit()
    stage.close()
    return place


def _prepared(reader: Reader, department: str, member: str, fresh: str) -> Place:
    id = next(each.id for each in reader.departments() if each.name.en == department)
    people = {each.name.en: each.id for each in reader.people()}
    subject, person = Subject(SubjectKind.DEPARTMENT, id), Subject(SubjectKind.PERSON, people[member])
    first = next(each for each in reader.kpis(id) if each.definition.owner_id == people[member])
    head = next(
        each for each in reader.people() if each.name.en in ("Hal", "Rob", "Xia") and _rules(each.id, id, reader)
    )
    own = definition("Calls answered", 50, head.id)
    steps: list[tuple[int, Command]] = [
        (head.id, MuteFinding(RuleId.STALE, first.kpi.id, "New")),
        (head.id, ShareDraft(id, DraftSet("Sell", (NewKpi(definition("Calls", owner_id=head.id)),)))),
        (head.id, StartReview((subject,), NOVEMBER)),
        (head.id, ClosePeriod(subject, NOVEMBER)),
        (head.id, StartReview((person,), NOVEMBER)),
        (head.id, Invite(people[fresh])),
    ]
    if len(reader.kpis(id)) == 1:
        weights = ((first.kpi.id, Decimal(50)),)
        steps.append((head.id, AddKpi(id, NewKpi(own), weights, DECEMBER.date().replace(day=1), "Two are better")))
    for by, command in steps:
        execute(command, _work(reader, by))
    kpis = tuple(
        reader.versions(each.kpi.id)[-1] for each in (first, *(k for k in reader.kpis(id) if k.kpi != first.kpi))
    )
    planned = execute(PlanAction(PlannedAction("Write to all", people[member], JANUARY), id), _work(reader, head.id))
    assert isinstance(planned, Acted)
    proposed = execute(Propose(higher(kpis[0])), _work(reader, people[member]))
    assert isinstance(proposed, Discussed)
    channel = _channel(reader, department)
    posted = execute(SetBulletin(channel, BulletinKind.BRIEF, Rhythm(0, time(9))), _work(reader, head.id))
    assert isinstance(posted, BulletinSet)
    of_head = planned.action.id, proposed.proposal.id, department, channel, posted.bulletin.id
    return Place(id, kpis, people[member], people[fresh], *of_head)


def _channel(reader: Reader, name: str) -> int:
    row = ChannelRow(company_id=reader.actor.company_id, platform="slack", workspace="T1", external_id=name)
    row.name, row.language = f"#{name}", Language.EN
    reader.session.add(row)
    reader.session.flush()
    return row.id


def higher(version: KpiVersion) -> ReviseKpi:
    """A higher target from January on."""
    target = Target(version.definition.target.value + 1)
    return ReviseKpi(version.kpi.id, replace(version.definition, target=target), JANUARY, "More is possible")


def _rules(person_id: int, department_id: int, reader: Reader) -> bool:
    person = next(each for each in reader.people() if each.id == person_id)
    return person.role is Role.OWNER or department_id in person.department_ids


def _work(reader: Reader, by: int) -> Work:
    person = next(each for each in reader.people() if each.id == by)
    return Work(reader.session, replace(reader.actor, person=person), DECEMBER, DECEMBER.date())
