"""Pace and suggestions from the records, for those who may see them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.commands import NewKpi, PublishKpis
from kpi_engine.design.targets import Suggestion, TooFew
from kpi_engine.errors import Refusal
from kpi_engine.model.actual import Reading
from kpi_engine.model.done import Published
from kpi_engine.model.kpi import Direction, Target, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.model.pace import PaceStatus
from tests.factories import Office, definition, entry, month

YEAR = Period(date(2026, 1, 1), PeriodKind.YEAR)
BEGUN = date(2024, 1, 15)


def a_year_of_revenue(office: Office) -> int:
    """Ten months of 2026 and twelve of 2025, between 96 and 104; 1,200 a year are agreed."""
    target = Target(Decimal(1200))
    [kpi_id] = office.publish(definition("Revenue", cycle=PeriodKind.YEAR, target=target), today=BEGUN)
    months = [month(number, year) for year in (2025, 2026) for number in range(1, 13)][:22]
    office.enter(*(entry(kpi_id, each, 96 + n * 5 % 9) for n, each in enumerate(months)))
    return kpi_id


def test_the_pace_of_a_year(office: Office) -> None:
    """Ten months of twelve: 1,000 of 1,200 are expected; November is not over, so both may still come."""
    pace = office.reader().pace(a_year_of_revenue(office), YEAR)

    assert pace is not None
    assert (pace.line.version.definition.name.en, pace.to_come) == ("Revenue", 2)
    assert pace.expected == Target(Decimal(1000))
    assert pace.status is PaceStatus.ON_TRACK
    assert pace.band is not None
    assert pace.band.low < 1200 < pace.band.high
    assert pace.required == (1200 - (pace.line.reading.value if pace.line.reading else 0)) / 2


def test_a_suggestion_for_the_next_year(office: Office) -> None:
    kpi_id = a_year_of_revenue(office)
    found = office.reader().suggestion(kpi_id, YEAR)

    assert isinstance(found, Suggestion)
    assert found.outlook.known == 12
    assert found.target.of == 1
    assert abs(found.target.target.value - 1200) < 60


def test_a_margin_has_a_pace_and_a_suggestion_like_what_is_entered(office: Office) -> None:
    """Two years of revenue and cost; the margin was agreed only this month."""
    money = UnitKind.MONEY
    revenue, cost = office.publish(
        definition("Revenue", 50, unit=money), definition("Cost", 50, unit=money), today=BEGUN
    )
    for n, each in enumerate(month(number, year) for year in (2025, 2026) for number in range(1, 11)):
        office.enter(entry(revenue, each, 200 + n * 5 % 9), entry(cost, each, 150 + n * 3 % 7))
    share = definition("Margin", unit=UnitKind.PERCENT, expression="1 - cost / revenue", target=Target(Decimal("0.3")))
    office.do(PublishKpis(office.service, "Serve", None, (NewKpi(share),)))
    [margin] = office.reader().kpis(office.service)

    pace = office.reader().pace(margin.kpi.id, month(11))
    assert pace is not None
    assert pace.band is not None
    assert Decimal("0.2") < pace.band.low < pace.band.high < Decimal("0.3")
    found = office.reader().suggestion(margin.kpi.id, month(12))
    assert isinstance(found, Suggestion)
    assert found.outlook.known == 20


def test_no_suggestion_from_few_values_or_none(office: Office) -> None:
    [kpi_id] = office.publish(definition("Revenue"), today=BEGUN)
    assert office.reader().suggestion(kpi_id, month(12)) == TooFew(0, None)

    office.enter(*(entry(kpi_id, month(number), 100) for number in (8, 9, 10)))
    assert office.reader().suggestion(kpi_id, month(12)) == TooFew(3, Decimal(100))


def test_what_is_met_or_not(office: Office) -> None:
    [kpi_id] = office.publish(
        definition("Audit passed", unit=UnitKind.YESNO, direction=Direction.YESNO, target=Target(Decimal(1))),
        today=BEGUN,
    )
    office.enter(entry(kpi_id, month(10), 1))

    assert office.reader().suggestion(kpi_id, month(12)) is None


def test_nothing_where_it_is_not_measured(office: Office) -> None:
    kpi_id = a_year_of_revenue(office)

    assert office.reader().pace(kpi_id, Period(date(2026, 11, 16), PeriodKind.WEEK)) is None
    assert office.reader().pace(kpi_id, month(11, 2023)) is None


def test_a_persons_own_are_seen_by_whom_they_concern(office: Office) -> None:
    mine = NewKpi(definition("Calls", owner_id=office.sam), person_id=office.sam)
    office.do(PublishKpis(office.sales, "Sell more", None, (mine,)))
    [version] = office.reader().kpis(person_id=office.sam)

    assert office.reader(office.sam).pace(version.kpi.id, month(11)) is not None
    for question in (office.reader(office.eve).pace, office.reader(office.eve).suggestion):
        with pytest.raises(Refusal, match="not_allowed"):
            question(version.kpi.id, month(11))


def test_there_is_no_such_kpi(office: Office) -> None:
    with pytest.raises(Refusal, match="unknown_kpi"):
        office.reader().pace(999, month(11))


def test_values_given_as_proof_make_a_suggestion(office: Office) -> None:
    past = tuple((month(number), Reading(Decimal(100 + number))) for number in range(3, 11))
    command = PublishKpis(office.sales, "Sell", None, (NewKpi(definition("Visits"), past=past),), Name.same("Grow"))
    published = office.do(command)
    assert isinstance(published, Published)

    found = office.reader().suggestion(published.versions[0].kpi.id, month(11))
    assert isinstance(found, Suggestion)
    assert found.outlook.known == 8
