"""Why a KPI is red, what is done about it, whether it helped; by whom, and taken back."""

from __future__ import annotations

from datetime import date

import pytest

from kpi_engine.calendar.presence import Leave
from kpi_engine.commands import CloseAction, Command, ExplainRed, LookAgain, PlannedAction, PutOffRed, SetLeave, Undo
from kpi_engine.errors import Refusal
from kpi_engine.model.cause import Explained, Verdict
from kpi_engine.model.done import Entered, RedExplained
from kpi_engine.model.name import Name
from tests.factories import TODAY, Office, definition, entry, month

RAIN = Name("Rain", "下雨")
OCTOBER, NOVEMBER = month(10), month(11)
SINCE = date(2026, 10, 5)


@pytest.fixture
def revenue(office: Office) -> int:
    """Sam's KPI, red in October."""
    (kpi,) = office.publish(definition(owner_id=office.sam), today=SINCE)
    office.enter(entry(kpi, OCTOBER, 50), by=office.sam, today=SINCE)
    return kpi


def explain(office: Office, kpi: int, by: int | None = None) -> Explained:
    done = office.do(ExplainRed(kpi, OCTOBER, RAIN, PlannedAction("Umbrellas", office.sam, TODAY)), by)
    assert isinstance(done, RedExplained)
    return done.explained


def refused(office: Office, command: Command, by: int | None = None) -> str:
    with pytest.raises(Refusal) as caught:
        office.do(command, by)
    return caught.value.key


def said(office: Office, kpi: int) -> list[tuple[int, Verdict | None, str]]:
    """The months, verdicts and actions of what was said."""
    every = office.reader().causes([kpi])
    return [(one.cause.period.start.month, one.cause.verdict, one.action.text if one.action else "") for one in every]


def test_a_cause_comes_with_its_action(office: Office, revenue: int) -> None:
    made = explain(office, revenue, by=office.sam)
    assert office.reader().causes([revenue]) == (made,)
    assert office.reader().actions(revenue) == (made.action,)
    assert (made.cause.cause, made.cause.author_id, made.cause.said_on) == (RAIN, office.sam, TODAY)


def test_who_enters_a_red_value_is_asked_once(office: Office, revenue: int) -> None:
    done = office.enter(entry(revenue, NOVEMBER, 40), by=office.sam)
    assert isinstance(done, Entered)
    assert [line.period for line in done.reds.why] == [OCTOBER]
    explain(office, revenue, by=office.sam)
    assert office.reader(office.sam).reds().why == ()
    assert [look.now.period for look in office.reader(office.sam).reds().again] == [NOVEMBER]


def test_nobody_else_is_asked_and_nobody_while_away(office: Office, revenue: int) -> None:
    assert [len(office.reader(who).reds().why) for who in (office.sam, office.hal, office.mia)] == [1, 0, 0]
    office.do(SetLeave(office.sam, (Leave(TODAY, date(2026, 12, 1)),)))
    assert office.reader(office.sam).reds().why == ()


@pytest.mark.parametrize(
    ("verdict", "value", "expected"),
    [
        (Verdict.HELPED, 95, [(10, Verdict.HELPED, "Umbrellas")]),
        (Verdict.NOT_YET, 40, [(10, Verdict.NOT_YET, "Umbrellas"), (11, None, "Umbrellas")]),
        (Verdict.NOT_YET, 95, [(10, Verdict.NOT_YET, "Umbrellas")]),
        (Verdict.OTHER, 40, [(10, Verdict.OTHER, "Umbrellas"), (11, None, "Tents")]),
    ],
)
def test_what_has_not_helped_goes_on(
    office: Office, revenue: int, verdict: Verdict, value: int, expected: list[tuple[int, Verdict | None, str]]
) -> None:
    explain(office, revenue)
    office.enter(entry(revenue, NOVEMBER, value))
    action = PlannedAction("Tents", office.sam, TODAY) if verdict is Verdict.OTHER else None
    office.do(LookAgain(revenue, OCTOBER, NOVEMBER, verdict, action))
    assert said(office, revenue) == expected

    office.do(Undo())
    assert said(office, revenue) == [(10, None, "Umbrellas")]
    assert [each.text for each in office.reader().open_actions()] == ["Umbrellas"]


def test_it_is_taken_back_with_its_action(office: Office, revenue: int) -> None:
    explain(office, revenue, by=office.sam)
    office.do(Undo(), by=office.sam)
    assert said(office, revenue) == []
    assert office.reader().open_actions() == ()


def test_what_somebody_built_on_is_not_taken_back(office: Office, revenue: int) -> None:
    made = explain(office, revenue, by=office.sam)
    assert made.action is not None
    office.do(CloseAction(made.action.id, done=True), by=office.hal)
    assert refused(office, Undo(), by=office.sam) == "changed_since"
    assert said(office, revenue) == [(10, None, "Umbrellas")]


def test_who_answers_for_it_and_the_head_say_why(office: Office, revenue: int) -> None:
    for by in (office.mia, office.eve):
        assert refused(office, ExplainRed(revenue, OCTOBER, RAIN), by) == "not_allowed"
    office.do(ExplainRed(revenue, OCTOBER, RAIN), by=office.hal)
    assert refused(office, LookAgain(revenue, OCTOBER, NOVEMBER, Verdict.HELPED), office.mia) == "not_allowed"


def test_what_is_refused(office: Office, revenue: int) -> None:
    assert refused(office, ExplainRed(999, OCTOBER, RAIN)) == "unknown_kpi"
    assert refused(office, ExplainRed(revenue, NOVEMBER, RAIN)) == "not_red"
    assert refused(office, LookAgain(revenue, OCTOBER, NOVEMBER, Verdict.HELPED)) == "cause_unknown"
    assert refused(office, ExplainRed(revenue, OCTOBER, Name.same(" "))) == "name_empty"
    explain(office, revenue)
    assert refused(office, ExplainRed(revenue, OCTOBER, RAIN)) == "cause_told"


def test_what_is_put_off_is_asked_about_in_the_next_cycle_only(office: Office, revenue: int) -> None:
    for _ in ("once", "a second click"):
        office.do(PutOffRed(revenue, OCTOBER), by=office.sam)
    assert office.reader(office.sam).reds().why == ()

    office.enter(entry(revenue, NOVEMBER, 40), by=office.sam)
    assert [line.period for line in office.reader(office.sam).reds().why] == [NOVEMBER]


def test_what_was_put_off_can_be_told_all_the_same(office: Office, revenue: int) -> None:
    office.do(PutOffRed(revenue, OCTOBER), by=office.sam)
    explain(office, revenue, by=office.sam)
    assert said(office, revenue) == [(10, None, "Umbrellas")]
    assert refused(office, PutOffRed(revenue, OCTOBER)) == "cause_told"
    assert refused(office, PutOffRed(revenue, NOVEMBER)) == "not_red"
