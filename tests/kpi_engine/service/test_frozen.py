"""Whatever is tried after a closing, the frozen card stays, and the records still give it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.commands import (
    AddKpi,
    ClosePeriod,
    Command,
    DecideProposal,
    EnterActuals,
    Entry,
    NewKpi,
    Propose,
    PublishKpis,
    RetireKpi,
    ReviseKpi,
    SetPeriodTarget,
    SetWeights,
    StartReview,
    Undo,
)
from kpi_engine.design.sets import alive
from kpi_engine.design.weights import share
from kpi_engine.errors import Refusal
from kpi_engine.measure.score.card import department_card
from kpi_engine.model.actual import ActualState
from kpi_engine.model.change import Change
from kpi_engine.model.done import Discussed
from kpi_engine.model.kpi import Aggregation, KpiVersion, Target
from kpi_engine.model.score import Scorecard, Subject, SubjectKind
from kpi_engine.reader.cards import lines_of
from kpi_engine.reader.records import read_records
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import KpiRow
from tests.factories import TODAY, Office, definition, found_office, month, reading

OCTOBER = month(10)
BEGIN = date(2026, 9, 1)
DATES = st.dates(date(2026, 9, 20), date(2026, 12, 20))
NUMBERS = st.integers(1, 300)
CYCLES = st.sampled_from([PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF])
FREQUENCIES = st.sampled_from([PeriodKind.WEEK, PeriodKind.MONTH])

Step = Callable[[Office], Command | None]


def office_with_a_closed_october(session: Session) -> Office:
    """Four KPIs of several kinds since September; on 23 November October is closed."""
    office = found_office(session)
    ann = office.owner.person.id
    office.publish(
        definition("A", 25, ann),
        definition("B", 25, ann, frequency=PeriodKind.WEEK),
        definition("C", 25, ann, cycle=PeriodKind.QUARTER),
        definition("D", 25, ann, cycle=PeriodKind.HALF, aggregation=Aggregation.AVERAGE),
        today=BEGIN,
    )
    a, b, c, d = (version.kpi.id for version in office.reader().kpis(office.sales))
    weeks = [Period(date(2026, 9, 28) + timedelta(weeks=n), PeriodKind.WEEK) for n in range(4)]
    entries = [Entry(kpi_id, OCTOBER, ActualState.OK, reading(80)) for kpi_id in (a, c, d)]
    office.enter(*entries, *(Entry(b, week, ActualState.OK, reading(20)) for week in weeks))
    sales = Subject(SubjectKind.DEPARTMENT, office.sales)
    office.do(StartReview((sales,), OCTOBER))
    office.do(ClosePeriod(sales, OCTOBER))
    return office


@st.composite
def entering(draw: st.DrawFn) -> Step:
    place, day, value = draw(st.integers(0, 9)), draw(DATES), draw(NUMBERS)

    def step(office: Office) -> Command:
        version = kpi_at(office, place)
        period = Period.holding(day, version.definition.frequency)
        return EnterActuals((Entry(version.kpi.id, period, ActualState.OK, reading(value)),))

    return step


@st.composite
def changing(draw: st.DrawFn) -> Callable[[Office], Change]:
    kind, place, day = (
        draw(st.sampled_from(["revise", "weigh", "add", "retire", "target"])),
        draw(st.integers(0, 9)),
        draw(DATES),
    )
    number, cycle, frequency = draw(NUMBERS), draw(CYCLES), draw(FREQUENCIES)

    def step(office: Office) -> Change:
        version = kpi_at(office, place)
        others = [each for each in standing(office) if each.kpi != version.kpi]
        match kind:
            case "revise":
                changed = replace(version.definition, target=Target(Decimal(number)), cycle=cycle, frequency=frequency)
                return ReviseKpi(version.kpi.id, changed, day, "so")
            case "weigh":
                return SetWeights(shared([version, *others], number), day, "so")
            case "add":
                new = definition(f"K{number}", 1, office.owner.person.id, cycle=cycle, frequency=frequency)
                return AddKpi(office.sales, NewKpi(new), shared([version, *others], number, total=99), day, "so")
            case "retire":
                return RetireKpi(version.kpi.id, shared(others, number), day, "so")
            case _:
                target = Target(Decimal(number))
                return SetPeriodTarget(version.kpi.id, Period.holding(day, version.definition.cycle), target, "so")

    return step


@st.composite
def publishing(draw: st.DrawFn) -> Step:
    day = draw(st.none() | DATES)

    def step(office: Office) -> Command:
        retire = tuple(version.kpi.id for version in standing(office))
        drafts = (NewKpi(definition("N", owner_id=office.owner.person.id, cycle=PeriodKind.QUARTER)),)
        return PublishKpis(office.sales, "Sell more", None, drafts, retire=retire, in_force=day)

    return step


def proposing(changing: Callable[[Office], Change]) -> Step:
    """Proposed and at once accepted."""

    def step(office: Office) -> Command | None:
        made = office.do(Propose(changing(office)))
        assert isinstance(made, Discussed)
        return DecideProposal(made.proposal.id, accept=True)

    return step


def undoing(_office: Office) -> Command:
    return Undo()


STEPS = st.one_of(entering(), changing(), publishing(), changing().map(proposing), st.just(undoing))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(STEPS, st.integers(0, 40)), min_size=1, max_size=8))
def test_a_closed_period_never_changes(
    session: Session, steps: list[tuple[Callable[[Office], Command | None], int]]
) -> None:
    office = office_with_a_closed_october(session)
    sales = Subject(SubjectKind.DEPARTMENT, office.sales)
    frozen = office.reader().scorecard(sales, OCTOBER)
    today = TODAY
    for step, days in steps:
        today += timedelta(days=days)
        with suppress(Refusal):
            if command := step(office):
                office.do(command, today=today)
        assert office.reader(today=today).scorecard(sales, OCTOBER) == frozen
        assert without_trend(computed(office)) == without_trend(frozen)


def computed(office: Office) -> Scorecard:
    """The card as the records give it, as of the closing."""
    scope = Scope(office.session, office.owner.company_id)
    versions = load.versions(scope, KpiRow.department_id == office.sales)
    lines = lines_of(read_records(scope, versions, OCTOBER.start, OCTOBER.end), versions, OCTOBER, TODAY)
    return department_card(office.sales, lines, OCTOBER, TODAY)


def without_trend(card: Scorecard) -> Scorecard:
    """Earlier periods may still be open: what they come to is no part of the score."""
    return replace(card, lines=tuple(replace(line, trend=()) for line in card.lines))


def standing(office: Office) -> list[KpiVersion]:
    scope = Scope(office.session, office.owner.company_id)
    return list(alive(load.versions(scope, KpiRow.department_id == office.sales)).values())


def kpi_at(office: Office, place: int) -> KpiVersion:
    found = standing(office)
    return found[place % len(found)]


def shared(members: list[KpiVersion], first: int, total: int = 100) -> tuple[tuple[int, Decimal], ...]:
    """Weights for all of them that sum to the total."""
    if not members:
        return ()
    weights = list(share([Decimal(first), *[Decimal(100)] * (len(members) - 1)]))
    weights[-1] -= 100 - total
    return tuple((member.kpi.id, weight) for member, weight in zip(members, weights, strict=True))
