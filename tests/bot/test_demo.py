"""The made-up company: the same for the same day, full of life, and scored as anybody would."""

from __future__ import annotations

import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import mean
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, Row, select
from sqlalchemy.orm import Session

from bot.demo.company import personas
from bot.demo.seasons import WORKING
from bot.demo.seed import seed
from conversations.flows.build.better import FIRST
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import read_period
from kpi_engine.design.check.finding import Finding
from kpi_engine.design.check.rules import Severity, rule
from kpi_engine.design.sets import check_weights
from kpi_engine.measure.values.slots import version_in
from kpi_engine.model.actual import Actual, ActualState
from kpi_engine.model.check import RuleId
from kpi_engine.model.company import Actor, Role
from kpi_engine.model.kpi import Aggregation, Direction, KpiVersion
from kpi_engine.model.name import Name
from kpi_engine.model.score import Scorecard, Status, Subject, SubjectKind
from kpi_engine.model.strategy import SwotKind
from kpi_engine.reader.reader import Reader
from kpi_engine.service import entries
from kpi_engine.service.definitions import checked
from kpi_engine.store import load, record, values
from kpi_engine.store.base import Base
from kpi_engine.store.database import connect
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import ActualRow, CompanyRow
from tests.kpi_engine import naive

SHANGHAI = ZoneInfo("Asia/Shanghai")
TODAY = date(2026, 11, 23)
NEARLY = Fraction(1, 10**20)


def test_two_starts_on_one_day_give_the_same_rows(sqlite_template: Path, tmp_path: Path) -> None:
    assert rows(sqlite_template, tmp_path / "1", at(TODAY, 0)) == rows(sqlite_template, tmp_path / "2", at(TODAY, 23))


def test_the_next_day_has_one_more_day_of_values(sqlite_template: Path, tmp_path: Path) -> None:
    days = []
    for today in (TODAY, TODAY + timedelta(days=1)):
        found = rows(sqlite_template, tmp_path / f"{today}", at(today))["actual"]
        days.append(max(row.period_start for row in found if row.kind is PeriodKind.DAY))
    assert days == [date(2026, 11, 20), date(2026, 11, 23)]


def test_there_are_eight_departments_and_twenty_five_people(owner: Reader) -> None:
    people = owner.people()
    assert len(owner.departments()) == 8
    assert Counter(person.role for person in people) == {Role.OWNER: 1, Role.HEAD: 7, Role.MEMBER: 16, Role.VIEWER: 1}
    assert len([person for person in people if len(person.department_ids) == 2]) == 4
    assert {Name("Chen Zhe", "陈喆"), Name("Zhang Yue", "张玥")} <= {person.name for person in people}


def test_nobody_has_more_or_less_than_all_their_time(owner: Reader) -> None:
    shares = [sum(hat.share for hat in person.positions) for person in owner.people() if person.role != Role.VIEWER]
    assert set(shares) == {1}


def test_personas_are_people_of_every_role(owner: Reader) -> None:
    roles = {person.name: person.role for person in owner.people()}
    assert [roles[name] for name in personas()] == [Role.OWNER, Role.MEMBER, Role.HEAD, Role.MEMBER, Role.VIEWER]


def test_every_department_serves_a_goal_of_the_company(owner: Reader) -> None:
    goals = {goal.id: goal for goal in owner.goals()}
    own = [goal for goal in goals.values() if goal.department_id is not None]
    assert {goal.department_id for goal in own} == {department.id for department in owner.departments()}
    assert all(goal.serves in goals for goal in own)
    assert {version.definition.goal_id for version in owner.kpis()} == {goal.id for goal in own}
    assert {entry.kind for entry in owner.swot()} == set(SwotKind)


def test_the_check_finds_no_error_and_every_line_of_the_swot_answered(owner: Reader) -> None:
    findings = owner.check()
    assert [finding for finding in findings if rule(finding.rule).severity is Severity.ERROR] == []
    assert [finding.params["line"] for finding in findings if finding.rule is RuleId.SWOT_UNANSWERED] == []
    assert len(findings) < 30


def test_its_warnings_tell_a_story_each(owner: Reader) -> None:
    assert warned(owner) == {
        (RuleId.NO_SIGNAL, "Salaries paid on time"),
        (RuleId.TARGET_CHANCE, "On-time delivery"),
        (RuleId.TARGET_CHANCE, "Supplier on-time delivery"),
        (RuleId.NOT_CONFIRMED, "Supplier on-time delivery"),
        (RuleId.TARGET_CHANCE, "Product pages tested"),
        (RuleId.PERSPECTIVE_MISSING, "Customer service"),
        (RuleId.NO_COUNTER, "Key-account visits"),
    }
    gifts = [each for each in owner.check() if each.rule is RuleId.TARGET_CHANCE and not each.params["hard"]]
    assert [name_in(each) for each in gifts] == ["Product pages tested"]


def test_there_are_about_forty_kpis_of_every_sort(owner: Reader) -> None:
    definitions = [version.definition for version in owner.kpis()]
    assert len(definitions) == 45
    assert {each.direction for each in definitions} == {*FIRST, Direction.YESNO}
    assert {each.aggregation for each in definitions} >= {
        Aggregation.SUM,
        Aggregation.LAST,
        Aggregation.AVERAGE,
        Aggregation.RATIO,
    }
    assert {each.frequency for each in definitions} >= {PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH}
    assert len([version for version in owner.kpis() if version.kpi.person_id]) == 5


def test_every_department_looks_at_itself_from_three_sides(owner: Reader) -> None:
    for department in owner.departments():
        own = [version for version in owner.kpis(department.id) if version.kpi.person_id is None]
        assert 4 <= len(own) <= 6
        assert len({version.definition.perspective for version in own}) >= 3


def test_the_engine_would_have_taken_every_kpi(scope: Scope) -> None:
    sets = defaultdict(list)
    for versions in load.versions(scope).values():
        for version in versions:
            assert checked(version.definition, scope) == version.definition
        kpi = versions[-1].kpi
        sets[kpi.department_id, kpi.person_id].append(versions[-1].definition.weight)
    for weights in sets.values():
        check_weights(weights)


def test_the_engine_would_have_taken_every_value(scope: Scope) -> None:
    for kpi_id, versions in load.versions(scope).items():
        for line in record.all_actuals(scope, kpi_id):
            version = version_in(versions, line.period, WORKING)
            assert version
            entries.check_period(line.period, version.definition, line.entered_at.astimezone(SHANGHAI).date(), WORKING)
            assert (line.reading is None) == (line.state is ActualState.NOT_APPLICABLE)
            if line.reading:
                entries.check_reading(line.reading, version.definition)


def test_a_year_of_values_came_before_today(scope: Scope) -> None:
    found = scope.all(select(ActualRow).order_by(ActualRow.id))
    assert 2800 < len(found) < 3200
    assert all(before.entered_at <= after.entered_at for before, after in pairwise(found))
    assert found[0].entered_at < at(date(2025, 11, 5))
    assert at(date(2026, 11, 20)) < found[-1].entered_at < at(TODAY, 0)


def test_some_values_were_never_entered(owner: Reader) -> None:
    days = [line.period.start for line in current(owner, "First response time")]
    weekend = timedelta(days=3)
    assert [after - before for before, after in pairwise(days) if after - before > weekend]


def test_nobody_works_at_spring_festival_but_the_shop(owner: Reader) -> None:
    new_year = Period(date(2026, 2, 17), PeriodKind.DAY)
    office, shop = (
        next(line for line in current(owner, name) if line.period == new_year)
        for name in ("Sales revenue", "Online sales")
    )
    assert (office.state, office.note) == (ActualState.NOT_APPLICABLE, "Spring Festival / 春节")
    assert shop.reading


def test_the_shop_sells_most_in_november_and_little_at_new_year(owner: Reader) -> None:
    days = defaultdict(list)
    for line in current(owner, "Online sales"):
        days[f"{line.period.start:%Y-%m}"].append(value(line))
    a_day = {month: mean(sold) for month, sold in days.items() if month != "2026-11"}
    assert min(a_day, key=lambda month: a_day[month]) == "2026-02"
    assert max(a_day, key=lambda month: a_day[month]) == "2025-11"


def test_mondays_are_busier_than_fridays_in_the_office(owner: Reader) -> None:
    week = [Decimal(0)] * 5
    for line in current(owner, "Same-day shipping"):
        if line.reading and line.reading.denominator:
            week[line.period.start.weekday()] += line.reading.denominator
    assert week[0] > week[2] > week[4]


def test_values_were_corrected_with_a_reason(owner: Reader) -> None:
    lines = {line.id: line for version in owner.kpis() for line in owner.actuals(version.kpi.id)}
    corrections = [(lines[line.supersedes], line) for line in lines.values() if line.supersedes is not None]
    assert len(corrections) == 5
    for before, after in corrections:
        assert (before.current, after.current) == (False, True)
        assert before.period == after.period
        assert before.reading != after.reading
        assert before.entered_at < after.entered_at < at(TODAY)
        assert after.reason


def test_one_target_changed_three_months_ago(owner: Reader) -> None:
    changed = [versions for version in owner.kpis() if len(versions := owner.versions(version.kpi.id)) > 1]
    ((before, after),) = changed
    assert after.definition.name.en == "Supplier on-time delivery"
    assert after.in_force == date(2026, 8, 1)
    assert (before.definition.target.value, after.definition.target.value) == (Decimal("0.89"), Decimal("0.95"))
    assert after.reason


def test_some_actions_are_open_and_one_is_done(owner: Reader) -> None:
    actions = [action for version in owner.kpis() for action in owner.actions(version.kpi.id)]
    assert Counter(action.is_open for action in actions) == {True: 11, False: 1}
    assert all(action.due > TODAY for action in actions if action.is_open)


def test_everybody_has_something_to_enter_but_not_much(scope: Scope) -> None:
    owing = {person: as_seen_by(scope, person.name.en).owed() for person in load.people(scope)}
    assert {person.role for person, owed in owing.items() if owed} == {Role.OWNER, Role.HEAD, Role.MEMBER}
    most = max(owing, key=lambda person: len(owing[person]))
    assert (most.name, len(owing[most])) == (personas()[-2], 5)


@pytest.mark.parametrize("words", ["this month", "last month"])
def test_one_kpi_is_at_risk_and_it_is_on_time_delivery(owner: Reader, words: str) -> None:
    company = company_card(owner, words)
    lines = [line for part in company.parts for line in part.card.lines]
    at_risk = [line.version.definition.name.en for line in lines if line.status is Status.AT_RISK]
    assert at_risk == ["On-time delivery"]
    assert 3 <= len([line for line in lines if line.status is Status.BEHIND]) <= 7
    assert company.score
    assert 95 < company.score < 102
    scores = [part.card.score for part in company.parts if part.card.score]
    assert len(scores) == 8
    assert 80 < min(scores) < 90
    assert 102 < max(scores) < 110


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2027, 2, 7), date(2028, 2, 29)])
def test_it_is_at_risk_and_little_else_is_wrong_whenever_one_looks(sqlite_database: str, today: date) -> None:
    engine = connect(sqlite_database)
    with Session(engine) as session, session.begin():
        seed(session, at(today))
        owner = as_seen_by(Scope(session, session.scalars(select(CompanyRow.id)).one()), "Chen Zhe", today)
        before = Period.holding(today, PeriodKind.MONTH).previous()
        line = owner.kpi_score(kpi(owner, "On-time delivery").kpi.id, before)
        warnings = warned(owner)
    engine.dispose()
    assert {(RuleId.TARGET_CHANCE, "On-time delivery"), (RuleId.NO_COUNTER, "Key-account visits")} < warnings
    assert len(warnings) <= 12
    assert line
    assert line.status is Status.AT_RISK


def test_on_time_delivery_was_fine_three_months_ago(owner: Reader) -> None:
    line = owner.kpi_score(kpi(owner, "On-time delivery").kpi.id, period("2026-08"))
    assert line
    assert line.status is Status.ON_TRACK


def test_all_scores_are_what_a_naive_sum_says(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    # It looks at every KPI again for every department and person.
    monkeypatch.setattr(naive, "kpi_scores", cache(naive.kpi_scores))
    with Session(engine) as session, session.begin():
        seed(session, at(TODAY))
        owner = as_seen_by(Scope(session, session.scalars(select(CompanyRow.id)).one()), "Chen Zhe")
        records = naive_records(owner)
        for words in ("this month", "last month", "last quarter", "last week"):
            assert_as_naive(owner, records, period(words))


def assert_as_naive(owner: Reader, records: naive.Records, asked: Period) -> None:
    departments = owner.departments()
    company = owner.scorecard(Subject(SubjectKind.COMPANY, owner.company().id), asked)
    assert company.score
    assert same(company, naive.company_score(records, departments, asked))
    for department in departments:
        card = owner.scorecard(Subject(SubjectKind.DEPARTMENT, department.id), asked)
        assert same(card, naive.department_score(records, department.id, asked)), department.name.en
    for person in owner.people():
        card = owner.scorecard(Subject(SubjectKind.PERSON, person.id), asked)
        assert same(card, naive.person_score(records, person, asked)), person.name.en


@pytest.fixture(scope="module")
def scope(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scope]:
    """One company for all who only look."""
    engine = connect(f"sqlite:///{shutil.copy(sqlite_template, tmp_path_factory.mktemp('demo') / 'kpi.db')}")
    with Session(engine) as session, session.begin():
        seed(session, at(TODAY))
        yield Scope(session, session.scalars(select(CompanyRow.id)).one())
    engine.dispose()


@pytest.fixture(scope="module")
def owner(scope: Scope) -> Reader:
    return as_seen_by(scope, "Chen Zhe")


def warned(owner: Reader) -> set[tuple[RuleId, str]]:
    """Which rule warns of which KPI, or of which department."""
    warnings = (each for each in owner.check() if rule(each.rule).severity is Severity.WARNING)
    return {(each.rule, name_in(each)) for each in warnings}


def name_in(finding: Finding) -> str:
    """The KPI that it is about, or else the department."""
    name = finding.params.get("kpi") or finding.params["department"]
    assert isinstance(name, Name)
    return name.en


def at(day: date, hour: int = 9) -> datetime:
    return datetime(day.year, day.month, day.day, hour, 30, tzinfo=SHANGHAI)


def period(words: str) -> Period:
    found = read_period(words, TODAY)
    assert found
    return found


def as_seen_by(scope: Scope, name: str, today: date = TODAY) -> Reader:
    person = next(each for each in load.people(scope) if each.name.en == name)
    return Reader(scope.session, Actor(scope.company_id, person), today)


def company_card(owner: Reader, words: str) -> Scorecard:
    return owner.scorecard(Subject(SubjectKind.COMPANY, owner.company().id), period(words))


def kpi(owner: Reader, name: str) -> KpiVersion:
    return next(version for version in owner.kpis() if version.definition.name.en == name)


def current(owner: Reader, name: str) -> tuple[Actual, ...]:
    return owner.current(kpi(owner, name).kpi.id)


def value(line: Actual) -> Decimal:
    assert line.reading
    return line.reading.value


def same(card: Scorecard, naive_score: Fraction | None) -> bool:
    if card.score is None or naive_score is None:
        return card.score is None and naive_score is None
    return abs(Fraction(card.score) - naive_score) < NEARLY


def naive_records(owner: Reader) -> naive.Records:
    scope = Scope(owner.session, owner.actor.company_id)
    versions = load.versions(scope)
    targets = load.period_targets(scope, versions).values()
    actuals = record.current_actuals(scope, versions).values()
    return naive.Records(
        [one for each in versions.values() for one in each],
        [one for each in targets for one in each],
        [one for each in actuals for one in each],
        values.calendar(scope.company()).is_working,
        TODAY,
    )


def rows(template: Path, copy: Path, now: datetime) -> dict[str, list[Row[tuple[Any, ...]]]]:
    engine = connect(f"sqlite:///{shutil.copy(template, copy)}")
    with Session(engine) as session, session.begin():
        seed(session, now)
        tables = Base.metadata.sorted_tables
        found = {table.name: list(session.execute(select(table).order_by(*table.primary_key))) for table in tables}
    engine.dispose()
    return found
