"""KPI sets, put in force as a whole; and single KPIs revised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.commands import (
    Command,
    NewGoal,
    NewKpi,
    PlannedAction,
    PublishKpis,
    ReviseKpi,
    SetStrategy,
    Undo,
)
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Role
from kpi_engine.model.done import Published, Revised, StrategySet
from kpi_engine.model.kpi import Definition, Direction, Target
from kpi_engine.model.name import Name
from kpi_engine.model.scoring import Mirror, NamedLevel, NamedLevels, PerStep, Rounding, Scoring, Step
from tests.factories import TODAY, Office, definition, entry, hat, month, reading, who_may


def refused(office: Office, command: Command, by: int | None = None) -> Refusal:
    with pytest.raises(Refusal) as caught:
        office.do(command, by)
    return caught.value


def published(done: object) -> Published:
    assert isinstance(done, Published)
    return done


def names(versions: object) -> list[str]:
    assert isinstance(versions, tuple)
    return [version.definition.name.en for version in versions]


def a_set(
    office: Office, *drafts: NewKpi, keep: tuple[tuple[int, Decimal], ...] = (), retire: tuple[int, ...] = ()
) -> PublishKpis:
    return PublishKpis(office.sales, "Sell more", None, drafts, keep=keep, retire=retire)


def test_a_set_is_put_in_force(office: Office) -> None:
    past = ((month(9), reading(80)), (month(10), reading(90)))
    actions = (PlannedAction("Train  the team", office.sam, date(2026, 12, 1)),)
    drafts = (
        NewKpi(definition("Revenue", 60, office.sam), past=past, actions=actions),
        NewKpi(definition("Visits", 40, office.sam, cycle=PeriodKind.QUARTER)),
    )
    done = published(office.do(PublishKpis(office.sales, "Sell more", None, drafts), by=office.hal))
    revenue, visits = done.versions
    assert (revenue.in_force, visits.in_force) == (date(2026, 11, 1), date(2026, 10, 1))
    assert (revenue.number, revenue.author_id, done.retired) == (1, office.hal, ())
    assert revenue.definition.goal_id == done.goal.id
    reader = office.reader()
    assert reader.kpis(office.sales) == done.versions
    assert [line.reading for line in reader.recent(revenue.kpi.id, 5)] == [reading(80), reading(90)]
    assert [(action.text, action.person_id) for action in reader.actions(revenue.kpi.id)] == [
        ("Train the team", office.sam)
    ]
    assert reader.goals() == (done.goal,)


def test_a_companys_first_goal_is_written_down(office: Office) -> None:
    command = replace(a_set(office, NewKpi(definition("A"))), company_goal=Name("Grow", "增长"))
    done = published(office.do(command, by=office.hal))
    grow, more = office.reader().goals()
    assert (grow.name, grow.department_id) == (Name("Grow", "增长"), None)
    assert (more, more.serves) == (done.goal, grow.id)
    (first,) = (version.kpi.id for version in done.versions)
    again = replace(command, kpis=(NewKpi(definition("B")),), retire=(first,))
    assert published(office.do(again)).goal == done.goal
    office.do(Undo(), by=office.owner.person.id)
    office.do(Undo(), by=office.hal)
    assert office.reader().goals() == ()


def test_a_company_goal_that_stands_is_served(office: Office) -> None:
    strategy = office.do(SetStrategy((NewGoal(Name("Grow", "增长")),), ()))
    assert isinstance(strategy, StrategySet)
    (grow,) = strategy.goals
    command = a_set(office, NewKpi(definition("A")))
    done = published(office.do(replace(command, company_goal=Name.same("grow"))))
    assert done.goal.serves == grow.id
    again = replace(command, serves=grow.id, kpis=(NewKpi(definition("B")),), retire=(done.versions[0].kpi.id,))
    assert published(office.do(again)).goal.serves == grow.id


def test_nobody_who_has_left_owns_a_kpi(office: Office) -> None:
    pat = office.hire("Pat", Role.MEMBER, hat(office.sales))
    office.do(Undo())
    refusal = refused(office, a_set(office, NewKpi(definition("A", owner_id=pat))))
    assert (refusal.key, refusal.params) == ("person_inactive", {"person": Name.same("Pat")})


def test_weights_make_a_hundred(office: Office) -> None:
    refusal = refused(office, a_set(office, NewKpi(definition("A", 60)), NewKpi(definition("B", "39.99"))))
    assert (refusal.key, refusal.params) == ("weights_sum", {"total": Decimal("99.99")})
    assert office.reader().kpis() == ()


def test_a_set_keeps_reweighs_and_retires(office: Office) -> None:
    kept, same, dropped = office.publish(definition("A", 50), definition("B", 30), definition("C", 20))
    keep = ((kept, Decimal(40)), (same, Decimal(30)))
    done = published(office.do(a_set(office, NewKpi(definition("D", 30)), keep=keep, retire=(dropped,))))
    assert names(done.versions) == ["A", "B", "D"]
    assert [version.number for version in done.versions] == [2, 1, 1]
    assert (names(done.retired), done.retired[0].kpi.id) == (["C"], dropped)
    assert names(office.reader().kpis(office.sales)) == ["A", "B", "D"]


def test_a_kpi_that_nobody_spoke_of_does_not_end(office: Office) -> None:
    (before,) = office.publish(definition("A"))
    drafted = a_set(office, NewKpi(definition("B")), retire=(before,))
    office.do(a_set(office, NewKpi(definition("Meanwhile", 40)), keep=((before, Decimal(60)),)), by=office.hal)
    assert refused(office, drafted).key == "set_changed"
    assert names(office.reader().kpis(office.sales)) == ["A", "Meanwhile"]


def test_what_ended_already_does_not_end_again(office: Office) -> None:
    (gone,) = office.publish(definition("A"))
    office.publish(definition("B"))
    assert refused(office, a_set(office, NewKpi(definition("C")), retire=(gone,))).key == "set_changed"


def test_a_persons_set_is_apart_from_the_departments(office: Office) -> None:
    (of_department,) = office.publish(definition("A"))
    own = a_set(office, NewKpi(definition("My calls", owner_id=office.sam), person_id=office.sam))
    done = published(office.do(own))
    assert done.retired == ()
    assert done.versions[0].kpi.person_id == office.sam
    office.publish(definition("B"))
    assert names(office.reader().kpis(person_id=office.sam)) == ["My calls"]
    assert office.reader().versions(of_department)[-1].retired


def test_reweighing_leaves_what_is_over(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A"), today=date(2026, 9, 15))
    keep = ((kpi_id, Decimal(50)),)
    command = replace(a_set(office, NewKpi(definition("B", 50)), keep=keep), in_force=date(2026, 9, 1))
    old, new = published(office.do(command)).versions
    assert (old.in_force, new.in_force) == (date(2026, 11, 1), date(2026, 9, 1))


def test_what_cannot_be_published(office: Office) -> None:
    good = NewKpi(definition("A"))

    def changed(definition: Definition) -> PublishKpis:
        return a_set(office, replace(good, definition=definition))

    backwards = Target(Decimal(100), threshold=Decimal(120))
    for bad, key in (
        (a_set(office), "no_kpis"),
        (replace(a_set(office, good), department_id=99), "unknown_department"),
        (replace(a_set(office, good), serves=99), "unknown_goal"),
        (replace(a_set(office, good), goal=" "), "name_empty"),
        (a_set(office, good, keep=((99, Decimal(1)),)), "unknown_kpi"),
        (changed(replace(good.definition, name=Name("x" * 201, "短"))), "name_too_long"),
        (changed(definition(weight=0)), "weight_range"),
        (changed(definition(weight="NaN")), "weight_range"),
        (changed(definition(cycle=PeriodKind.WEEK)), "cycle_shorter"),
        (changed(definition(target=backwards)), "target_out_of_order"),
        (changed(definition(direction=Direction.RANGE)), "target_without_top"),
        (changed(definition(scoring=Scoring(Mirror()))), "scoring_other_direction"),
        (changed(definition(owner_id=99)), "unknown_person"),
        (changed(definition(goal_id=99)), "unknown_goal"),
        (a_set(office, replace(good, person_id=office.eve)), "not_of_department"),
        (a_set(office, replace(good, past=((month(12), reading(1)),))), "period_future"),
        (a_set(office, replace(good, actions=(PlannedAction("Do", 99, TODAY),))), "unknown_person"),
    ):
        assert refused(office, bad).key == key
    twice = (NewKpi(definition("Sales", 50)), NewKpi(definition("SALES", 50)))
    assert refused(office, a_set(office, *twice)).key == "kpi_name_taken"
    assert office.reader().kpis() == ()
    assert office.reader().goals() == ()


def test_who_may_publish(office: Office) -> None:
    draft = NewKpi(definition("A"))
    elsewhere = PublishKpis(office.service, "Serve", None, (draft,))
    for command, by in (
        (a_set(office, draft), office.sam),
        (elsewhere, office.hal),
        (a_set(office, draft), office.eve),
    ):
        assert refused(office, command, by).key == "not_allowed"
    assert who_may(refused(office, a_set(office, draft), office.sam)) == ["Hal", "Ann"]


def test_a_revision_holds_from_its_date_on(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A"), today=date(2026, 9, 1))
    for number in (9, 10, 11):
        office.enter(entry(kpi_id, month(number), 100))
    higher = definition("A", target=Target(Decimal(200)))
    done = office.do(ReviseKpi(kpi_id, higher, date(2026, 11, 1), "the market grew"), by=office.hal)
    assert isinstance(done, Revised)
    assert (done.version.number, done.previous.number) == (2, 1)
    reader = office.reader()
    scores = [office.stored_score(kpi_id, month(number)) for number in (9, 10, 11)]
    assert [score and score.score for score in scores] == [100, 100, 50]
    assert [version.reason for version in reader.versions(kpi_id)] == ["", "the market grew"]


def test_what_cannot_be_revised(office: Office) -> None:
    kpi_id, other = office.publish(definition("A", 60), definition("B", 40))
    (now,) = (version.definition for version in office.reader().versions(kpi_id))
    good = ReviseKpi(kpi_id, replace(now, target=Target(Decimal(200))), TODAY, "grown")
    for bad, key in (
        (replace(good, kpi_id=99), "unknown_kpi"),
        (replace(good, reason=" "), "reason_missing"),
        (replace(good, in_force=date(2026, 10, 31)), "in_force_past"),
        (replace(good, definition=now), "nothing_changed"),
        (replace(good, definition=definition("A", 70)), "weights_sum"),
        (replace(good, definition=definition("b", 60)), "kpi_name_taken"),
    ):
        assert refused(office, bad).key == key
    assert refused(office, good, by=office.sam).key == "not_allowed"
    office.do(a_set(office, keep=((other, Decimal(100)),), retire=(kpi_id,)))
    assert refused(office, good).key == "kpi_retired"


def test_a_way_of_scoring_is_kept_and_what_it_makes_of_a_value(office: Office) -> None:
    rule = Scoring(PerStep(worse=Step(Decimal(2), Decimal(1), rounding=Rounding.DOWN)), cap=Decimal(110))
    (kpi_id,) = office.publish(definition(scoring=rule))
    office.enter(entry(kpi_id, month(11), "97.5"))

    (version,) = office.reader().kpis(office.sales)
    assert version.definition.scoring == rule
    kept = office.stored_score(kpi_id, month(11))
    assert kept is not None
    assert kept.score == 96
    now = office.reader().kpi_score(kpi_id, month(11))
    assert now is not None
    assert kept.curve == now.curve


def test_the_names_of_levels_are_tidy_and_not_empty(office: Office) -> None:
    def judged(*names: str) -> Definition:
        levels = tuple(NamedLevel(Name.same(name), Decimal(20 * n)) for n, name in enumerate(names, 1))
        levels_of = Scoring(NamedLevels(levels))
        return definition(direction=Direction.LEVELS, target=Target(Decimal(2)), scoring=levels_of)

    office.publish(judged(" poor ", "good"))
    (version,) = office.reader().kpis(office.sales)
    method = version.definition.scoring.method
    assert isinstance(method, NamedLevels)
    assert [level.name.en for level in method.levels] == ["poor", "good"]
    with pytest.raises(Refusal):
        office.publish(judged("poor", " "))
