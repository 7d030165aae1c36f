"""The other ways in which rules find something, and where they hold back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.presence import Leave, Presence
from kpi_engine.commands import PublishKpis, ReviseKpi
from kpi_engine.design.catalogue import kpis
from kpi_engine.design.check.finding import Apply, Finding, Layer, Question, Topic
from kpi_engine.design.check.heading import better, better_by_name
from kpi_engine.design.check.model import Model
from kpi_engine.design.check.record import Part
from kpi_engine.design.check.rules import check, of_department, rule
from kpi_engine.model.action import ActionState
from kpi_engine.model.actual import Actual
from kpi_engine.model.check import Mute, RuleId
from kpi_engine.model.company import Role
from kpi_engine.model.kpi import Aggregation, Definition, Direction, PeriodTarget, Perspective, Unit, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.model.scoring import (
    PLAIN,
    Anchor,
    Anchors,
    Basis,
    Limit,
    PerStep,
    Progress,
    Proportional,
    Reciprocal,
    Scoring,
    Side,
    Step,
)
from kpi_engine.model.strategy import Goal, SwotKind
from tests.factories import month
from tests.kpi_engine.design.check.models import (
    EVERY_ORDER,
    GOOD,
    HAL,
    KPIS,
    LOGISTICS,
    ON_TIME,
    SALES,
    SAM,
    action,
    banded,
    changed,
    defined,
    entered,
    found,
    known,
    kpi,
    own,
    person,
    record,
    redefined,
    said,
    target,
    threat,
    with_kpi,
    with_version,
)

COUNT, PERCENT, MONEY = Unit(UnitKind.COUNT), Unit(UnitKind.PERCENT), Unit(UnitKind.MONEY)
RIVAL = Definition(
    Name("Parcels", "包裹数"), COUNT, Direction.HIGHER, Aggregation.SUM, PeriodKind.WEEK, PeriodKind.MONTH,
    Perspective.PROCESS, Decimal(25), target(5), 1, 11,
)  # fmt: skip


FROM_ZERO = Scoring(Progress(Decimal(0)))


def applied(finding: Finding) -> Definition:
    """What the button puts in force."""
    assert isinstance(finding.fix, Apply)
    assert isinstance(finding.fix.command, ReviseKpi)
    return finding.fix.command.definition


def weekly(name: Name, aggregation: Aggregation, unit: Unit = COUNT) -> Model:
    """The good model with a KPI that is entered by the week."""
    return with_kpi(record(9, replace(RIVAL, name=name, aggregation=aggregation, unit=unit)))


class TestGoals:
    def test_a_goal_that_is_gone_is_no_goal(self) -> None:
        assert found(RuleId.GOAL_MISSING, defined(goal_id=77))

    def test_a_department_goal_in_other_words_is_still_its_goal(self) -> None:
        reworded = replace(EVERY_ORDER, id=12)
        model = replace(GOOD, goals=(ON_TIME, reworded), former_goals=(EVERY_ORDER,))
        assert found(RuleId.GOAL_MISSING, model) == []

    def test_a_company_goal_that_was_dropped_is_gone(self) -> None:
        dropped = Goal(13, Name.same("Grow"))
        model = replace(defined(goal_id=13), former_goals=(dropped,))
        assert found(RuleId.GOAL_MISSING, model)

    def test_one_who_confirmed_it_or_a_formula_makes_it_related(self) -> None:
        canteen = record(9, own("Canteen menu choices", "食堂菜品数"))
        confirmed = with_kpi(replace(canteen, link_confirmed=True))
        feeding = with_kpi(canteen, model=defined(expression="{9} / {3}"))
        by_way = with_kpi(canteen, model=defined(2, defined(expression="{2} / {3}"), expression="{9} / {3}"))
        assert found(RuleId.UNRELATED, with_kpi(canteen))
        assert [found(RuleId.UNRELATED, model) for model in (confirmed, feeding, by_way)] == [[], [], []]

    def test_values_that_lead_those_of_the_goals_kpi_make_it_related(self) -> None:
        values = "1 9 2 8 4 7 3 10 6 5 11 13 12 15 14 16"
        canteen = replace(record(9, own("Canteen menu choices", "食堂菜品数")), actuals=entered(9, values))
        following = replace(kpi(1), actuals=entered(1, f"0 {values.rpartition(' ')[0]}"))
        model = with_kpi(canteen, following)
        assert found(RuleId.UNRELATED, model)
        assert found(RuleId.UNRELATED, replace(model, goal_kpis=((10, 1),))) == []

    def test_without_a_goal_nothing_can_be_unrelated(self) -> None:
        assert found(RuleId.UNRELATED, with_kpi(record(9, own("Canteen menu choices", "食堂", goal_id=None)))) == []

    def test_for_a_swot_line_those_are_offered_that_answer_it(self) -> None:
        (finding,) = found(RuleId.SWOT_UNANSWERED, replace(GOOD, kpis=KPIS[3:4]))
        assert finding.subject.kind is Layer.COMPANY
        assert Name("On-time delivery", "准时交货率") in finding.params["offers"]  # type: ignore[operator]


class TestNames:
    @pytest.mark.parametrize("name", [Name("Pass rate", "合格率"), Name("Research and development cost", "研发费用")])
    def test_one_thing_is_not_two(self, name: Name) -> None:
        assert found(RuleId.COMPOUND, with_kpi(record(9, own(name.en, name.zh)))) == []

    def test_names_of_the_catalogue_are_never_compound_or_intrusive(self) -> None:
        every = tuple(record(20 + place, known(each.id, 1)) for place, each in enumerate(kpis()))
        model = replace(GOOD, kpis=every)
        for id in (RuleId.COMPOUND, RuleId.INTRUSIVE, RuleId.OUT_OF_CONTROL, RuleId.DIRECTION_WRONG, RuleId.VAGUE_WORD):
            assert found(id, model) == [], id
        assert found(RuleId.AGGREGATION_WRONG, model) == []

    def test_no_name_of_the_catalogue_contradicts_what_is_known(self) -> None:
        straight = [each for each in kpis() if each.direction in (Direction.HIGHER, Direction.LOWER)]
        told = [(name, better_by_name(name), each) for each in straight for name in (each.name.en, each.name.zh)]
        assert [name for name, direction, each in told if direction not in (None, each.direction)] == []
        assert sum(direction is not None for _, direction, _ in told) > 150

    def test_an_alias_that_says_the_opposite_decides_nothing(self) -> None:
        """The catalogue knows "payroll errors" as a name of payroll accuracy."""
        errors = own("Payroll errors", "发薪差错数", direction=Direction.LOWER)
        assert found(RuleId.DIRECTION_WRONG, with_kpi(record(9, errors))) == []

    @pytest.mark.parametrize(
        ("name", "direction"),
        [
            ("Rate of defects", Direction.LOWER),
            ("Complaint closure rate", Direction.HIGHER),
            ("投诉关闭率", Direction.HIGHER),
            ("投诉率", Direction.LOWER),
            ("不合格率", Direction.LOWER),
            ("Cost of sales", Direction.LOWER),
            ("Accident-free days", None),
            ("Complaints about sales", Direction.LOWER),
            ("Sales", Direction.HIGHER),
            ("Sales cycle", None),
            ("Parcels", None),
        ],
    )
    def test_the_last_word_of_the_head_tells_what_is_better(self, name: str, direction: Direction | None) -> None:
        assert better_by_name(name) is direction

    @pytest.mark.parametrize(
        ("name", "direction", "turned"),
        [
            ("Complaints", Direction.AT_LEAST, Direction.AT_MOST),
            ("Complaints", Direction.AT_MOST, None),
            ("Complaints", Direction.ZERO, None),
            ("Sales", Direction.AT_MOST, Direction.AT_LEAST),
            ("Sales", Direction.AT_LEAST, None),
            ("Sales", Direction.MILESTONE, None),
        ],
    )
    def test_a_limit_contradicts_a_name_as_well(
        self, name: str, direction: Direction, turned: Direction | None
    ) -> None:
        findings = found(RuleId.DIRECTION_WRONG, with_kpi(record(9, own(name, direction=direction))))
        assert [applied(each).direction for each in findings] == ([turned] if turned else [])

    @pytest.mark.parametrize(
        ("kept", "name", "told"),
        [
            (Direction.AT_LEAST, "Sales", Direction.HIGHER),
            (Direction.ZERO, "Complaints", Direction.LOWER),
            (Direction.AT_MOST, "Sales", None),
            (Direction.RANGE, "Sales", None),
        ],
    )
    def test_what_is_to_be_kept_agrees_with_a_name_that_goes_the_same_way(
        self, kept: Direction, name: str, told: Direction | None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        there = replace(next(iter(kpis())), direction=kept)
        monkeypatch.setattr("kpi_engine.design.check.heading.known", lambda definition: there)
        assert better(own(name)) is told

    def test_a_catalogue_kpi_that_is_turned_round(self) -> None:
        (finding,) = found(RuleId.DIRECTION_WRONG, defined(direction=Direction.LOWER))
        assert finding.params["direction"] is Direction.LOWER

    def test_the_same_formula_is_the_same_kpi(self) -> None:
        copied = own("Trucks in time", "准点车次", formula=kpi(1).definition.formula)
        assert found(RuleId.DUPLICATE, with_kpi(record(9, copied)))

    def test_two_people_may_have_the_same_kpi(self) -> None:
        assert found(RuleId.DUPLICATE, with_kpi(record(9, kpi(5).definition, person=1))) == []

    def test_a_department_and_its_person_may_share_one(self) -> None:
        assert found(RuleId.DUPLICATE, with_kpi(record(9, kpi(1).definition, person=2))) == []


class TestCounting:
    def test_a_change_begins_with_the_companys_own_year(self) -> None:
        yearly = defined(cycle=PeriodKind.YEAR, scoring=Scoring(cap=Decimal(300)))
        model = replace(yearly, company=replace(GOOD.company, calendar=replace(GOOD.company.calendar, year_start=4)))
        (finding,) = found(RuleId.CAP_MISSING, model)
        assert isinstance(finding.fix, Apply)
        assert isinstance(finding.fix.command, ReviseKpi)
        assert finding.fix.command.in_force == date(2026, 4, 1)

    def test_what_nobody_has_said(self) -> None:
        model = changed(unsaid=frozenset(Part))
        for id in (
            RuleId.UNIT_WRONG, RuleId.DIRECTION_WRONG, RuleId.TARGET_MISSING, RuleId.PERIOD_MISSING, RuleId.OWNER_WRONG,
        ):  # fmt: skip
            assert len(found(id, model)) == 1, id

    def test_a_target_that_nobody_has_said_is_not_judged(self) -> None:
        absent = frozenset({Part.TARGET})
        model = with_kpi(
            replace(redefined(kpi(1), replace(kpi(1).definition, target=target(0, "1", "-1"), scoring=FROM_ZERO)), unsaid=absent)
        )  # fmt: skip
        for id in (
            RuleId.UNIT_WRONG, RuleId.TARGET_ORDER, RuleId.TARGET_ZERO, RuleId.TARGET_BASIS, RuleId.TARGET_IS_BASELINE,
        ):  # fmt: skip
            assert found(id, model) == [], id

    @pytest.mark.parametrize(
        ("name", "unit", "level", "wrong"),
        [
            (Name("Pass rate of lorries", "车辆合格率"), COUNT, "0.9", True),
            (Name("Pass rate of lorries", "车辆合格率"), COUNT, "90", False),
            (Name("Lorries", "车辆数"), Unit(UnitKind.COUNT, Name("%", "%")), "90", True),
            (Name("Lorries", "车辆数"), COUNT, "0.9", False),
            (Name("Growth", "增长"), PERCENT, "2", False),
            (Name("Growth", "增长"), PERCENT, "20", True),
        ],
    )
    def test_unit_and_target(self, name: Name, unit: Unit, level: str, *, wrong: bool) -> None:
        model = with_kpi(record(9, own(name.en, name.zh, unit=unit, target=target(level))))
        assert bool(found(RuleId.UNIT_WRONG, model)) is wrong

    @pytest.mark.parametrize(
        ("scoring", "known"),
        [
            (PLAIN, True),
            (Scoring(Anchors((Anchor(Decimal("0.9"), Decimal(60)), Anchor(Decimal(1), Decimal(100))), Basis.TARGET)), True),
            (Scoring(Anchors((Anchor(Decimal(90), Decimal(60)), Anchor(Decimal(95), Decimal(100))))), False),
            (Scoring(Progress(Decimal(80))), False),
            (Scoring(PerStep(Step(Decimal(2), Decimal("0.01")))), False),
            (Scoring(PerStep(Step(Decimal(2), Decimal("0.01"), Basis.TARGET))), True),
            (Scoring(limits=(Limit(Side.BELOW, Decimal(80)),)), False),
        ],
    )  # fmt: skip
    def test_levels_of_a_rule_are_never_taken_for_hundredths(self, scoring: Scoring, *, known: bool) -> None:
        (finding,) = found(RuleId.UNIT_WRONG, defined(target=target(95), scoring=scoring))
        if known:
            assert (applied(finding).target, applied(finding).scoring) == (target("0.95"), scoring)
        else:
            assert finding.fix == Question(Topic.UNIT)

    @pytest.mark.parametrize(
        ("name", "aggregation", "unit", "fitting"),
        [
            (Name("Parcels", "包裹"), Aggregation.SUM, PERCENT, Aggregation.RATIO),
            (Name("Order backlog", "积压订单"), Aggregation.SUM, COUNT, Aggregation.LAST),
            (Name("Orders", "订单数"), Aggregation.LAST, COUNT, Aggregation.SUM),
            (Name("Revenue", "收入"), Aggregation.LAST, MONEY, Aggregation.SUM),
            (Name("Orders", "订单数"), Aggregation.SUM, COUNT, None),
            (Name("Bank balance", "账户余额"), Aggregation.LAST, MONEY, None),
            (Name("Waiting", "等待"), Aggregation.AVERAGE, Unit(UnitKind.DURATION), None),
        ],
    )
    def test_aggregation(self, name: Name, aggregation: Aggregation, unit: Unit, fitting: Aggregation | None) -> None:
        findings = found(RuleId.AGGREGATION_WRONG, weekly(name, aggregation, unit))
        assert [finding.params["fitting"] for finding in findings] == ([fitting] if fitting else [])

    def test_one_value_a_cycle_is_not_put_together(self) -> None:
        monthly = replace(RIVAL, name=Name("Order backlog", "积压订单"), frequency=PeriodKind.MONTH)
        assert found(RuleId.AGGREGATION_WRONG, with_kpi(record(9, monthly))) == []

    def test_a_formula_that_divides_by_nothing_or_needs_itself(self) -> None:
        zero = with_kpi(replace(kpi(2), actuals=entered(2, "5 0 4")), model=defined(expression="{3} / {2}"))
        circle = defined(2, defined(expression="{2} + {3}"), expression="{1} - {4}")
        assert [each.params["zero"] for each in found(RuleId.FORMULA_WRONG, zero)] == [kpi(2).definition.name]
        assert [each.params["circle"] for each in found(RuleId.FORMULA_WRONG, circle)] == [True, True]


class TestTargets:
    @pytest.mark.parametrize(
        ("text", "wrong"),
        [
            ("as good as possible", True),
            ("尽量多", True),
            ("95 %", False),
            ("提升20%", True),
            ("by 5%", True),
            ("５０", False),
        ],
    )
    def test_words_in_place_of_a_number(self, text: str, *, wrong: bool) -> None:
        assert bool(found(RuleId.TARGET_WORDS, changed(target_text=text))) is wrong

    def test_a_name_that_asks_for_a_rise(self) -> None:
        model = with_kpi(record(9, own("Raise parcels by 20 %", "包裹数提升20%")))
        assert [each.params["text"] for each in found(RuleId.TARGET_WORDS, model)] == ["by 20 %"]

    @pytest.mark.parametrize(("level", "hard"), [("0.5", False), ("0.995", True)])
    def test_chances_beyond_the_reasonable(self, level: str, *, hard: bool) -> None:
        (finding,) = found(RuleId.TARGET_CHANCE, defined(target=target(level)))
        assert finding.params["hard"] is hard

    def test_a_target_agreed_for_the_present_cycle_is_judged_instead(self) -> None:
        november, december = (PeriodTarget(1, month(number), target("0.5")) for number in (11, 12))
        assert found(RuleId.TARGET_CHANCE, changed(targets=(november,)))
        assert found(RuleId.TARGET_CHANCE, changed(targets=(december,))) == []

    @pytest.mark.parametrize(("level", "hard"), [("0.9", False), ("0.999", True)])
    def test_what_is_computed_is_judged_by_what_its_operands_came_to(self, level: str, *, hard: bool) -> None:
        """The better of two rates, one of which is known for eight months."""
        computed = defined(expression="max({3}, 1 - {2})", target=target(level))
        (finding,) = found(
            RuleId.TARGET_CHANCE, with_kpi(replace(kpi(2), actuals=KPIS[1].actuals[-8:]), model=computed)
        )
        assert (finding.params["hard"], finding.params["count"]) == (hard, 8)

    def test_a_season_that_was_not_seen_twice_is_no_fault_of_its_targets(self) -> None:
        months = ((10, "0.9"), (11, "0.5"))
        by_season = changed(targets=tuple(PeriodTarget(1, month(number), target(level)) for number, level in months))
        assert found(RuleId.TARGET_CHANCE, by_season) == []
        since = replace(kpi(1).version, in_force=date(2024, 1, 1))
        two_years = replace(
            kpi(1, by_season), version=since, versions=(since,), actuals=entered(1, "94/100 96/100 " * 13)
        )
        assert found(RuleId.TARGET_CHANCE, with_kpi(two_years))

    def test_by_five_values_no_chance_is_told(self) -> None:
        short = with_kpi(replace(kpi(1), actuals=KPIS[0].actuals[-5:]), model=defined(target=target("0.5")))
        assert found(RuleId.TARGET_CHANCE, with_kpi(replace(kpi(1, short), actuals=KPIS[0].actuals[-5:]))) == []

    def test_what_is_kept_may_be_sure_but_not_hopeless(self) -> None:
        easy, hard = (defined(direction=Direction.AT_LEAST, target=target(level)) for level in ("0.5", "0.995"))
        assert found(RuleId.TARGET_CHANCE, easy) == []
        assert found(RuleId.TARGET_CHANCE, hard)

    def test_nobody_is_told_to_plan_accidents(self) -> None:
        accidents = replace(own("Accidents", "工伤数"), direction=Direction.ZERO, target=target(0))
        assert found(RuleId.TARGET_CHANCE, with_kpi(record(9, accidents, "2 1 3 2 1 2 3 1"))) == []

    def test_yes_or_no_may_be_zero(self) -> None:
        assert found(RuleId.TARGET_ZERO, defined(direction=Direction.YESNO, target=target(0))) == []

    @pytest.mark.parametrize(
        ("cap", "values", "wrong"),
        [("120", "9 4", False), ("150", "9 4", True), ("150", "9 5", False), ("201", "9 5", True)],
    )
    def test_a_reciprocal_that_runs_away(self, cap: str, values: str, *, wrong: bool) -> None:
        days = own(
            "Days", direction=Direction.LOWER, target=target(10), scoring=Scoring(Reciprocal(), cap=Decimal(cap))
        )
        findings = found(RuleId.CAP_MISSING, with_kpi(record(9, days, values)))
        assert [applied(each).scoring for each in findings] == ([Scoring(Reciprocal())] if wrong else [])

    def test_a_cap_that_cannot_be_lowered_is_asked_about(self) -> None:
        (finding,) = found(RuleId.CAP_MISSING, defined(scoring=Scoring(cap=Decimal(300), hurdle=Decimal(150))))
        assert finding.fix == Question(Topic.LEVELS)

    def test_bands_that_overlap(self) -> None:
        (finding,) = found(RuleId.BANDS_WRONG, banded((None, "3"), ("2", "5"), ("5", None)))
        assert (finding.params["gap"], finding.params["overlap"]) == (None, 2)

    @pytest.mark.parametrize(
        ("direction", "kept"), [(Direction.HIGHER, Direction.AT_LEAST), (Direction.LOWER, Direction.AT_MOST)]
    )
    def test_what_is_only_kept_becomes_a_matter_of_met_or_not(self, direction: Direction, kept: Direction) -> None:
        level = target("0.95", *(("0.9", "0.99") if direction is Direction.HIGHER else ("0.99", "0.9")))
        model = defined(direction=direction, target=level, scoring=Scoring(Progress(Decimal("0.95")), cap=Decimal(110)))
        (finding,) = found(RuleId.TARGET_IS_BASELINE, model)
        changed = applied(finding)
        assert (changed.direction, changed.target, changed.scoring) == (kept, target("0.95"), Scoring(cap=Decimal(110)))
        assert found(RuleId.TARGET_IS_BASELINE, with_kpi(redefined(kpi(1), changed))) == []

    def test_nothing_as_the_target_of_what_should_be_less_is_none_at_all(self) -> None:
        accidents = own("Accidents", "工伤数", direction=Direction.LOWER, target=target(0))
        (finding,) = found(RuleId.TARGET_ZERO, with_kpi(record(9, accidents)))
        changed = applied(finding)
        assert (changed.direction, changed.target) == (Direction.ZERO, target(0))
        assert found(RuleId.TARGET_ZERO, with_kpi(record(9, changed))) == []

    @pytest.mark.parametrize(
        ("direction", "level", "scoring", "wrong"),
        [
            (Direction.HIGHER, "0", PLAIN, True),
            (Direction.LOWER, "-5", PLAIN, True),
            (Direction.HIGHER, "-5", Scoring(Progress(Decimal(-20))), False),
            (Direction.HIGHER, "0", Scoring(Proportional()), True),
            (Direction.AT_MOST, "0", PLAIN, False),
        ],
    )
    def test_only_a_part_of_the_target_needs_one_above_zero(
        self, direction: Direction, level: str, scoring: Scoring, *, wrong: bool
    ) -> None:
        growth = own("Growth", direction=direction, target=target(level), scoring=scoring)
        findings = found(RuleId.TARGET_ZERO, with_kpi(record(9, growth)))
        assert [each.fix for each in findings] == ([Question(Topic.LEVELS)] if wrong else [])


class TestData:
    def test_a_value_that_comes_less_often_than_it_is_looked_at(self) -> None:
        quarterly = replace(kpi(1).definition, frequency=PeriodKind.QUARTER, cycle=PeriodKind.QUARTER)
        model = with_kpi(redefined(kpi(1), quarterly))
        (finding,) = found(RuleId.TOO_SELDOM, replace(model, review_every=PeriodKind.MONTH))[:1]
        assert finding.params["looked_at"] is PeriodKind.MONTH

    def test_who_left_the_leaderboard_or_agreed_to_it_is_not_ranked_against_their_will(self) -> None:
        ranking = replace(GOOD, company=replace(GOOD.company, ranks_people=True))
        assert [each.params["person"] for each in found(RuleId.PERSONAL_DATA, ranking)] == [SAM.name]
        assert found(RuleId.PERSONAL_DATA, replace(ranking, people=(HAL, replace(SAM, ranked=False)))) == []
        assert found(RuleId.PERSONAL_DATA, replace(ranking, chose_ranking=frozenset({SAM.id}))) == []

    def test_personal_data_of_somebody_who_agreed(self) -> None:
        ill = record(9, own("Sick notes checked", "病假原因核查数"), person=2)
        assert found(RuleId.PERSONAL_DATA, with_kpi(ill))
        agreeing = replace(ill, consents=(said(9, SAM, 3),))
        assert found(RuleId.PERSONAL_DATA, with_kpi(agreeing)) == []
        assert found(RuleId.PERSONAL_DATA, with_kpi(replace(agreeing, settled_on=date(2026, 11, 4))))
        assert found(RuleId.PERSONAL_DATA, with_kpi(replace(ill, consents=(said(9, SAM, 3, "Private"),))))

    def test_a_kpi_that_is_new_is_not_stale(self) -> None:
        fresh = replace(kpi(1), actuals=(), versions=(replace(kpi(1).version, in_force=date(2026, 10, 1)),))
        assert found(RuleId.STALE, with_kpi(fresh)) == []

    def test_nobody_asked_for_a_value_before_it_was_published(self) -> None:
        silent = changed(actuals=(), published_on=date(2026, 10, 5))
        assert found(RuleId.STALE, silent) == []
        assert found(RuleId.STALE, changed(actuals=(), published_on=date(2026, 8, 31)))

    def test_the_days_of_grace_are_granted(self) -> None:
        """October's value is late from the sixth working day of November on."""
        silent = replace(changed(actuals=entered(1, "95/100 - -")), today=date(2026, 11, 6))
        assert found(RuleId.STALE, silent) == []
        assert len(found(RuleId.STALE, replace(silent, today=date(2026, 11, 9)))) == 1

    def test_days_are_counted_by_working_days(self) -> None:
        daily = replace(kpi(1).definition, frequency=PeriodKind.DAY)
        of = redefined(kpi(1), daily)
        thursday, friday = (line(9, day) for day in (19, 20))
        assert found(RuleId.STALE, with_kpi(replace(of, actuals=())))
        assert found(RuleId.STALE, with_kpi(replace(of, actuals=(thursday, friday)))) == []

    def test_scores_of_nothing_are_no_signal_either(self) -> None:
        assert found(RuleId.NO_SIGNAL, changed(actuals=entered(1, "0/9 0/9 0/9 0/9 0/9 0/9")))
        assert found(RuleId.NO_SIGNAL, changed(actuals=entered(1, "0/9 0/9 0/9 0/9 0/9"))) == []

    def test_levels_that_make_no_curve_are_not_scored(self) -> None:
        of = redefined(kpi(1), replace(kpi(1).definition, target=target("0.9", threshold="0.95")))
        assert found(RuleId.NO_SIGNAL, with_kpi(of)) == []

    def test_values_that_never_change_move_with_nothing(self) -> None:
        flat = (replace(kpi(id), actuals=entered(id, " ".join(["5"] * 12))) for id in (1, 3))
        assert found(RuleId.MOVES_TOGETHER, with_kpi(*flat)) == []

    def test_what_was_long_ago_is_not_compared(self) -> None:
        """Of these twelve values three are older than thirteen months."""
        apart = "1 3 2 - - - 5 4 6 8 7 9 10 12 11"
        pair = (replace(kpi(id), actuals=entered(id, apart)) for id in (1, 3))
        assert found(RuleId.MOVES_TOGETHER, with_kpi(*pair)) == []

    def test_months_in_which_somebody_is_away_are_passed_over(self) -> None:
        away = replace(SAM, presence=Presence(leave=(Leave(date(2026, 10, 1), date(2026, 11, 1)),)))
        low = with_kpi(replace(kpi(5), actuals=entered(5, "990/1000 500/1000")))
        assert [each.subject.id for each in found(RuleId.NO_ACTION, low)] == [5]
        assert found(RuleId.NO_ACTION, replace(low, people=(HAL, away))) == []

    def test_nobody_enters_values_of_months_in_which_they_are_away(self) -> None:
        silent = with_kpi(replace(kpi(5), actuals=entered(5, "990/1000 - -")))
        away = replace(SAM, presence=Presence(leave=(Leave(date(2026, 9, 1), date(2026, 11, 1)),)))
        assert [each.subject.id for each in found(RuleId.STALE, silent)] == [5]
        assert found(RuleId.STALE, replace(silent, people=(HAL, away))) == []

    def test_opposite_ways_count_as_well(self) -> None:
        up, down = "1 3 2 5 4 6 8 7 9 10 12 11", "11 9 10 7 8 6 4 5 3 2 0 1"
        pair = (replace(kpi(1), actuals=entered(1, up)), replace(kpi(3), actuals=entered(3, down)))
        assert [each.params["opposite"] for each in found(RuleId.MOVES_TOGETHER, with_kpi(*pair))] == [True]


class TestBalance:
    def test_few_kpis_may_weigh_more(self) -> None:
        pair = (replace(each.definition, weight=Decimal(50)) for each in KPIS[:2])
        model = replace(GOOD, kpis=tuple(redefined(*both) for both in zip(KPIS[:2], pair, strict=True)))
        assert found(RuleId.WEIGHT_RANGE, model) == []

    def test_a_small_company_may_weigh_more(self) -> None:
        crowd = tuple(replace(SAM, id=100 + each) for each in range(28))
        model = defined(weight=Decimal(40))
        assert found(RuleId.WEIGHT_RANGE, model) == []
        assert [
            each.params["weight"] for each in found(RuleId.WEIGHT_RANGE, replace(model, people=(HAL, SAM, *crowd)))
        ] == [40]

    def test_too_many(self) -> None:
        dozen = tuple(record(20 + each, own(f"KPI {each}"), person=2) for each in range(9))
        assert [each.params["most"] for each in found(RuleId.KPI_COUNT, with_kpi(*dozen))] == [8]

    def test_a_hat_under_which_nothing_is_measured(self) -> None:
        ann = person(5, Name("Ann", "安"), Role.MEMBER, (1, "0.5"), (2, "0.5"))
        model = replace(GOOD, people=(HAL, SAM, ann), departments=(LOGISTICS, SALES))
        (finding,) = found(RuleId.SMALL_COMPANY, model)
        assert (finding.params["person"], finding.params["department"]) == (ann.name, SALES.name)
        crowd = tuple(replace(SAM, id=100 + each) for each in range(28))
        assert found(RuleId.SMALL_COMPANY, replace(model, people=(*model.people, *crowd))) == []

    def test_three_kpis_need_not_show_four_sides_but_the_company_does(self) -> None:
        (finding,) = found(RuleId.PERSPECTIVE_MISSING, replace(GOOD, kpis=KPIS[:3]))
        assert (finding.params["department"], finding.params["missing"]) == (None, (Perspective.LEARNING,))

    def test_one_department_that_is_all_there_is_is_told_of_once(self) -> None:
        one_sided = defined(4, perspective=Perspective.FINANCIAL)
        two = with_kpi(record(9, known("sales_revenue", 5), department=2), model=one_sided)
        about = [
            [each.params["department"] for each in found(RuleId.PERSPECTIVE_MISSING, each)]
            for each in (one_sided, replace(two, departments=(LOGISTICS, SALES)))
        ]
        assert about == [[LOGISTICS.name], [None, LOGISTICS.name]]

    def test_five_kpis_of_a_small_company_need_not_warn_in_time(self) -> None:
        assert found(RuleId.ONLY_LAGGING, replace(GOOD, kpis=KPIS[:3])) == []

    def test_speed_in_ones_own_words_wants_quality(self) -> None:
        fast = record(9, own("Loading speed", "装车速度"))
        careless = replace(GOOD, kpis=(fast, KPIS[1]))
        assert found(RuleId.NO_COUNTER, careless)
        assert (
            found(RuleId.NO_COUNTER, replace(careless, kpis=(fast, record(8, own("Loading errors", "装车差错"))))) == []
        )
        assert (
            found(
                RuleId.NO_COUNTER,
                replace(careless, kpis=(record(9, own("Loading speed and quality", "装车速度与质量")),)),
            )
            == []
        )


class TestPeople:
    @pytest.mark.parametrize("owner", [77, 2])
    def test_an_owner_who_is_not_there(self, owner: int) -> None:
        gone = replace(SAM, active=False)
        model = replace(defined(owner_id=owner), people=(HAL, gone))
        (finding, *_) = found(RuleId.OWNER_WRONG, model)
        assert (finding.params["several"], finding.params["people"]) == (False, (gone.name,) if owner == 2 else ())

    def test_nobody_can_move_the_weather(self) -> None:
        assert found(RuleId.OUT_OF_CONTROL, with_kpi(record(9, own("Exchange rate gain", "汇率收益"))))

    def test_a_head_can_move_the_profit(self) -> None:
        assert found(RuleId.OUT_OF_CONTROL, with_kpi(record(9, own("Net profit", "净利润"), person=1))) == []

    def test_who_enters_a_value_has_a_part(self) -> None:
        bob = replace(SAM, id=3)
        model = replace(defined(owner_id=3), people=(HAL, SAM, bob))
        assert found(RuleId.PERSON_WITHOUT_KPI, model) == []

    def test_viewers_and_empty_departments_have_none(self) -> None:
        eve, bob = replace(SAM, id=3, role=Role.VIEWER), person(4, Name.same("Bob"), Role.MEMBER, (2, "1"))
        model = replace(GOOD, people=(HAL, SAM, eve, bob), departments=(LOGISTICS, SALES))
        assert found(RuleId.PERSON_WITHOUT_KPI, model) == []


class TestFixes:
    def test_what_is_to_end_is_not_kept(self) -> None:
        ending = with_version(kpi(2), date(2026, 12, 1), kpi(2).definition, retired=True)
        heavy = redefined(kpi(1), replace(kpi(1).definition, weight=Decimal(35)))
        (finding,) = found(RuleId.WEIGHTS_SUM, with_kpi(heavy, ending))
        assert isinstance(finding.fix, Apply)
        assert isinstance(finding.fix.command, PublishKpis)
        assert [id for id, _ in finding.fix.command.keep] == [1, 3, 4]
        assert sum(weight for _, weight in finding.fix.command.keep) == 100

    def test_of_two_alike_one_of_which_is_to_end_nothing_is_chosen(self) -> None:
        again = own("On-time deliveries", "准时交货比率")
        ending = with_version(record(9, again), date(2026, 12, 1), again, retired=True)
        (finding,) = found(RuleId.DUPLICATE, with_kpi(ending))
        assert isinstance(finding.fix, Question)

    def test_a_change_begins_with_the_open_cycle(self) -> None:
        (finding,) = found(RuleId.AGGREGATION_WRONG, defined(aggregation=Aggregation.SUM))
        assert isinstance(finding.fix, Apply)
        assert isinstance(finding.fix.command, ReviseKpi)
        assert (finding.fix.command.in_force, finding.fix.command.reason) == (date(2026, 11, 1), "")

    def test_or_with_the_version_that_is_planned(self) -> None:
        summed = replace(kpi(1).definition, aggregation=Aggregation.SUM)
        planned = with_version(redefined(kpi(1), summed), date(2027, 1, 1), replace(summed, target=target("0.97")))
        (finding,) = found(RuleId.AGGREGATION_WRONG, with_kpi(planned))
        assert isinstance(finding.fix, Apply)
        assert isinstance(finding.fix.command, ReviseKpi)
        assert (finding.fix.command.in_force, finding.fix.command.definition.target) == (
            date(2027, 1, 1),
            target("0.97"),
        )

    def test_weights_of_nothing_cannot_be_shared_in_proportion(self) -> None:
        nothing = (redefined(each, replace(each.definition, weight=Decimal(0))) for each in KPIS[:4])
        (finding,) = found(RuleId.WEIGHTS_SUM, with_kpi(*nothing))
        assert isinstance(finding.fix, Question)

    def test_without_a_goal_a_department_cannot_be_published(self) -> None:
        (finding,) = found(RuleId.WEIGHTS_SUM, replace(defined(weight=Decimal(35)), goals=(ON_TIME,)))
        assert isinstance(finding.fix, Question)

    def test_the_owner_of_ones_own_kpi_is_oneself(self) -> None:
        model = with_kpi(redefined(kpi(5), replace(kpi(5).definition, owner_id=77)))
        (finding,) = found(RuleId.OWNER_WRONG, model)
        assert isinstance(finding.fix, Apply)
        assert isinstance(finding.fix.command, ReviseKpi)
        assert finding.fix.command.definition.owner_id == SAM.id

    def test_levels_that_no_order_mends(self) -> None:
        model = defined(direction=Direction.YESNO, target=target(5))
        (finding,) = found(RuleId.TARGET_ORDER, model)
        assert isinstance(finding.fix, Question)

    def test_levels_that_cannot_change_places_fall_away(self) -> None:
        wrong = own("Rate of defects", "缺陷率", target=target(5, threshold="4", stretch="5"))
        turned = redefined(record(9, wrong), replace(wrong, target=target(5, threshold="6", stretch="4")))
        (finding,) = found(RuleId.DIRECTION_WRONG, with_kpi(turned))
        assert isinstance(finding.fix, Apply)
        assert isinstance(finding.fix.command, ReviseKpi)
        assert finding.fix.command.definition.target == target(5)


class TestUpkeep:
    def test_a_new_kpi_wants_an_action(self) -> None:
        assert [each.params["score"] for each in found(RuleId.NO_ACTION, changed(actuals=()))] == [None]

    def test_what_is_done_is_done(self) -> None:
        model = changed(actuals=entered(1, "85/100"), actions=(action(1, ActionState.DONE),))
        assert found(RuleId.NO_ACTION, model)

    def test_the_market_has_changed_since(self) -> None:
        """It concerns on-time delivery alone, which was looked at on the second."""
        for day, about in ((date(2026, 11, 2), []), (date(2026, 11, 3), [1])):
            model = replace(changed(reviewed_on=date(2026, 11, 2)), swot=(threat("Carriers are late", day),))
            assert [each.subject.id for each in found(RuleId.NOT_REVIEWED, model)] == about
        strength = replace(model, swot=(replace(model.swot[0], kind=SwotKind.STRENGTH),))
        assert found(RuleId.NOT_REVIEWED, strength) == []

    def test_whoever_changes_a_kpi_looks_at_it(self) -> None:
        old = replace(kpi(1), versions=(replace(kpi(1).version, in_force=date(2024, 1, 1)),))
        fresh = with_version(old, date(2026, 2, 1), replace(kpi(1).definition, target=target("0.97")))
        assert found(RuleId.NOT_REVIEWED, with_kpi(old))
        assert found(RuleId.NOT_REVIEWED, with_kpi(fresh)) == []

    @pytest.mark.parametrize(
        ("begins", "change", "wrong"),
        [
            (date(2026, 11, 9), {"weight": Decimal(30)}, False),
            (date(2026, 10, 9), {"target": target("0.97")}, False),
            (date(2026, 11, 9), {"formula": Name.same("Otherwise")}, True),
            (date(2026, 12, 9), {"target": target("0.97")}, True),
        ],
    )
    def test_only_what_decides_about_a_score_that_is_open(
        self, begins: date, change: dict[str, object], *, wrong: bool
    ) -> None:
        definition = replace(kpi(1).definition, **change)  # type: ignore[arg-type]  # the names are the definition's
        model = with_kpi(with_version(kpi(1), begins, definition))
        assert bool(found(RuleId.CHANGED_INSIDE, model)) is wrong

    def test_one_may_think_for_two_weeks_but_a_no_is_told_at_once(self) -> None:
        new = date(2026, 11, 10)
        assert found(RuleId.NOT_CONFIRMED, changed(settled_on=new)) == []
        (finding,) = found(RuleId.NOT_CONFIRMED, changed(settled_on=new, consents=(said(1, HAL, 11, "Too much"),)))
        assert finding.params["word"] == "Too much"

    def test_who_agreed_to_what_it_was_before_is_asked_again(self) -> None:
        before = changed(settled_on=date(2026, 11, 3), consents=(said(1, HAL, 2), said(1, SAM, 4)))
        assert len(found(RuleId.NOT_CONFIRMED, before)) == 1


class TestFindings:
    def test_what_is_muted_says_so_and_why(self) -> None:
        mute = Mute(RuleId.NOT_CONFIRMED, 1, "He is on a journey", 1, date(2026, 11, 2))
        model = replace(changed(settled_on=date(2026, 11, 2)), mutes=(mute,))
        assert [finding.muted for finding in check(model)] == [mute]
        other = replace(model, mutes=(replace(mute, kpi_id=2), replace(mute, rule=RuleId.STALE)))
        assert [finding.muted for finding in check(other)] == [None]

    def test_a_mute_of_a_kpi_is_not_one_of_a_department_with_its_number(self) -> None:
        mute = Mute(RuleId.WEIGHTS_SUM, 1, "", 1, date(2026, 11, 2))
        findings = check(replace(defined(weight=Decimal(35)), mutes=(mute,)))
        assert [finding.muted for finding in findings if finding.rule is RuleId.WEIGHTS_SUM] == [None]

    def test_errors_come_first(self) -> None:
        model = replace(
            changed(settled_on=date(2026, 11, 2), unsaid=frozenset({Part.PERIOD})), swot=GOOD.swot * 2, kpis=KPIS[:1]
        )
        ranks = [rule(finding.rule).severity for finding in check(model)]
        assert ranks == sorted(ranks, key=["error", "warning", "info"].index)
        assert len(set(ranks)) > 1

    def test_a_department_gets_what_concerns_it(self) -> None:
        model = replace(defined(weight=Decimal(35)), swot=(), departments=(LOGISTICS, SALES))
        findings = check(model)
        assert of_department(findings, 1) == findings
        assert of_department(findings, 2) == ()


def line(kpi_id: int, day: int) -> Actual:
    """A value of a day in November."""
    (found,) = entered(kpi_id, "95/100")
    return replace(found, period=Period(date(2026, 11, day), PeriodKind.DAY))
