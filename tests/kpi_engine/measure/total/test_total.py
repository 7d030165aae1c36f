"""A scorecard's score becomes a total with a grade."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.measure.score.card import department_card, person_card
from kpi_engine.measure.total.problems import adjustment_problem, total_problems
from kpi_engine.measure.total.total import grade_of, total
from kpi_engine.measure.total.two_way import cell_of, two_way
from kpi_engine.measure.why.contributions import contributions
from kpi_engine.model.name import Name
from kpi_engine.model.score import Scorecard
from kpi_engine.model.total import (
    GRADES,
    Adjustment,
    CappedUntilMet,
    Gate,
    Gating,
    Grade,
    Grading,
    Multiplier,
    TotalRules,
    TwoWay,
)
from tests.kpi_engine.measure.build import TODAY
from tests.kpi_engine.measure.cards import OCTOBER, department, line, person
from tests.kpi_engine.naive_points import grade_of as naive_grade

D = Decimal
PLAIN = TotalRules()


def gated(*gates: Gate) -> TotalRules:
    return TotalRules(gating=Gating(gates))


def tabled(*tables: TwoWay) -> TotalRules:
    return TotalRules(gating=Gating(tables=tables))


def card(*lines: tuple[str, str | None]) -> Scorecard:
    """KPIs 1, 2, 3, ... with their weights and scores."""
    return department(1, *(line(number, weight, value) for number, (weight, value) in enumerate(lines, 1)))


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        ("120", "S"),
        ("110", "S"),
        ("109.95", "S"),
        ("109.94", "A"),
        ("100", "A"),
        ("99.9", "B"),
        ("90", "B"),
        ("89.94", "C"),
        ("70", "C"),
        ("69.9", "D"),
        ("0", "D"),
    ],
)
def test_grades_are_half_open_and_go_by_the_score_as_shown(score: str, grade: str) -> None:
    assert grade_of(D(score), GRADES).name.en == grade


def test_a_grade_has_its_coefficient() -> None:
    assert [(grade.name.en, grade.coefficient) for grade in GRADES] == [
        ("S", D("1.5")),
        ("A", D("1.2")),
        ("B", D(1)),
        ("C", D("0.8")),
        ("D", D(0)),
    ]


def test_a_company_has_grades_of_its_own() -> None:
    own = (Grade(Name("Good", "优"), D(85), D("1.1")), Grade(Name("Fair", "良"), None, D(1)))

    found = total(card(("100", "86")), TotalRules(Grading(own))).grade

    assert found == own[0]


@pytest.mark.parametrize(
    ("known", "coverage", "grade"), [("60", "0.6", "A"), ("59.9", "0.599", None), ("100", "1", "A")]
)
def test_there_is_no_grade_under_60_percent_coverage(known: str, coverage: str, grade: str | None) -> None:
    found = total(card((known, "100"), (str(100 - D(known)), None)), PLAIN)

    assert (found.score, found.coverage) == (D(100), D(coverage))
    assert (found.grade and found.grade.name.en) == grade


def test_nothing_scored_is_no_total() -> None:
    found = total(card(("100", None)), PLAIN, [Adjustment(D(5), "fair")])

    assert (found.base, found.raw, found.score, found.grade, found.coverage) == (None, None, None, None, D(0))


def test_points_are_added_and_taken_with_a_reason() -> None:
    given = (Adjustment(D(5), "新客户案例被行业刊物采用"), Adjustment(D("-2.5"), "周报迟交"))
    found = total(card(("100", "95")), PLAIN, given)

    assert (found.base, found.raw, found.score) == (D(95), D("97.5"), D("97.5"))
    assert found.adjustments == given
    assert found.grade is not None
    assert found.grade.name.en == "B"


def test_a_total_is_capped_and_what_it_was_is_shown_beside_it() -> None:
    found = total(card(("100", "118")), PLAIN, [Adjustment(D(10), "big order")])

    assert (found.raw, found.score) == (D(128), D(120))


def test_a_total_is_not_less_than_its_floor() -> None:
    found = total(card(("100", "3")), PLAIN, [Adjustment(D(-10), "accident")])

    assert (found.raw, found.score) == (D(-7), D(0))


@pytest.mark.parametrize(("adjustment", "problem"), [
    (Adjustment(D(5), "  "), "reason_missing"),
    (Adjustment(D("NaN"), "x"), "adjustment_range"),
    (Adjustment(D(0), "x"), "adjustment_range"),
    (Adjustment(D(-3), "x"), None),
])  # fmt: skip
def test_nobody_gains_or_loses_points_without_a_word(adjustment: Adjustment, problem: str | None) -> None:
    assert adjustment_problem(adjustment) == problem


class TestGates:
    def test_a_gate_that_is_not_met_leaves_nothing(self) -> None:
        rules = gated(Multiplier(2))

        assert total(card(("100", "90"), ("0", "0")), rules).score == 0
        assert total(card(("100", "90"), ("0", "100")), rules).score == 90

    def test_a_gate_multiplies_by_what_it_scores(self) -> None:
        found = total(card(("100", "90"), ("0", "110")), gated(Multiplier(2)))

        assert (found.base, found.factor, found.raw, found.score) == (D(90), D("1.1"), D(99), D(99))

    def test_points_given_by_hand_are_not_multiplied(self) -> None:
        found = total(card(("100", "90"), ("0", "50")), gated(Multiplier(2)), [Adjustment(D(5), "x")])

        assert found.raw == 50

    def test_a_gate_without_a_value_is_waited_for(self) -> None:
        found = total(card(("100", "90"), ("0", None)), gated(Multiplier(2), Multiplier(9)))

        assert (found.score, found.factor, found.waiting) == (D(90), D(1), (2, 9))

    @pytest.mark.parametrize(
        ("gate", "score", "closed"),
        [("99.94", "100", (2,)), ("99.95", "115", ()), ("100", "115", ()), (None, "100", (2,))],
    )
    def test_a_total_is_capped_until_the_gate_is_met(
        self, gate: str | None, score: str, closed: tuple[int, ...]
    ) -> None:
        found = total(card(("100", "115"), ("0", gate)), gated(CappedUntilMet(2)))

        assert (found.raw, found.score, found.closed) == (D(115), D(score), closed)

    def test_the_lower_cap_holds(self) -> None:
        rules = gated(CappedUntilMet(2, D(80)), CappedUntilMet(3))

        assert total(card(("100", "115"), ("0", "50"), ("0", "50")), rules).score == 80

    def test_a_gate_is_found_behind_the_hats_of_a_person(self) -> None:
        own = person_card(person((1, "1")), [], {1: card(("100", "115"), ("0", "50"))}, OCTOBER, TODAY)

        assert total(own, gated(CappedUntilMet(2))).score == 100


TABLE = TwoWay(
    1, 2, (D(90), D(100)), (D(90), D(100)), ((D(30), D(40), D(60)), (D(40), D(70), D(80)), (D(60), D(80), D(100)))
)


class TestTwoWayTables:
    def test_the_cell_says_between_which_scores_it_holds(self) -> None:
        cell = cell_of(TABLE, D("89.96"), D("120"))
        assert (cell.row, cell.column, cell.points) == ((D(90), D(100)), (D(100), None), D(80))
        assert cell_of(TABLE, D(0), D(90)).row == (None, D(90))

    @pytest.mark.parametrize(
        ("row", "column", "points"),
        [
            ("0", "0", "30"),
            ("89.94", "100", "60"),
            ("90", "90", "70"),
            ("89.95", "99.94", "70"),
            ("100", "95", "80"),
            ("120", "120", "100"),
        ],
    )
    def test_the_points_are_where_row_and_column_meet(self, row: str, column: str, points: str) -> None:
        assert two_way(TABLE, D(row), D(column)) == D(points)

    def test_the_table_counts_in_place_of_its_kpis(self) -> None:
        found = total(card(("30", "100"), ("20", "95"), ("50", "60")), tabled(TABLE))

        assert (found.base, found.coverage) == (D(70), D(1))

    def test_it_needs_both(self) -> None:
        found = total(card(("30", "100"), ("20", None), ("50", "60")), tabled(TABLE))

        assert (found.base, found.coverage, found.grade) == (D(60), D("0.5"), None)

    def test_a_card_without_its_kpis_is_as_it_was(self) -> None:
        found = total(department(1, line(7, "100", "80")), tabled(TABLE))

        assert (found.base, found.coverage) == (D(80), D(1))

    def test_no_weight_is_no_base(self) -> None:
        assert total(card(("0", "100"), ("0", "95")), tabled(TABLE)).base is None


@pytest.mark.parametrize(
    ("rules", "problem"),
    [
        (TotalRules(Grading(grades=())), "grades_not_whole"),
        (TotalRules(Grading(grades=GRADES[:-1])), "grades_not_whole"),
        (TotalRules(Grading(grades=(GRADES[-1], *GRADES))), "grades_not_whole"),
        (TotalRules(Grading(grades=(GRADES[1], GRADES[0], *GRADES[2:]))), "grades_out_of_order"),
        (TotalRules(Grading(grades=(GRADES[0], GRADES[0], *GRADES[2:]))), "grades_out_of_order"),
        (TotalRules(Grading(grades=(replace(GRADES[0], name=Name("A", "甲")), *GRADES[1:]))), "grades_same_name"),
        (TotalRules(Grading(floor=D(120))), "total_cap"),
        (TotalRules(Grading(cap=D("NaN"))), "total_cap"),
        (TotalRules(Grading((replace(GRADES[0], coefficient=D(-1)), *GRADES[1:]))), "grade_coefficient"),
        (TotalRules(Grading((replace(GRADES[0], coefficient=D("Infinity")), *GRADES[1:]))), "grade_coefficient"),
        (gated(Multiplier(1), CappedUntilMet(1)), "gate_twice"),
        (gated(CappedUntilMet(1, D(-1))), "gate_cap"),
        (tabled(replace(TABLE, points=((D("NaN"),) * 3,) * 3)), "table_points"),
        (tabled(replace(TABLE, points=TABLE.points[:2])), "table_shape"),
        (tabled(replace(TABLE, points=((D(1),),) * 3)), "table_shape"),
        (tabled(replace(TABLE, row_from=(D(100), D(90)))), "table_out_of_order"),
        (tabled(replace(TABLE, column_kpi_id=1)), "table_pairs"),
        (tabled(TABLE, replace(TABLE, row_kpi_id=3)), "table_pairs"),
    ],
)
def test_what_is_wrong_with_the_rules(rules: TotalRules, problem: str) -> None:
    assert problem in total_problems(rules)


def test_nothing_is_wrong_with_what_holds_by_default() -> None:
    assert total_problems(tabled(TABLE)) == ()


CARDS = {1: card(("100", "60"))}
OWN = (line(5, "100", "100", person=7),)


class TestTeamShare:
    @pytest.mark.parametrize(("share", "score"), [("0", "100"), ("0.3", "88"), ("1", "60")])
    def test_a_part_of_the_score_is_the_departments(self, share: str, score: str) -> None:
        found = person_card(person((1, "1")), OWN, CARDS, OCTOBER, TODAY, {1: D(share)})

        assert found.score == D(score)
        assert sum(one.points for one in contributions(found)) == D(score)

    def test_who_has_no_kpis_of_their_own_has_the_departments_score(self) -> None:
        assert person_card(person((1, "1")), (), CARDS, OCTOBER, TODAY, {1: D("0.3")}).score == 60

    def test_a_team_without_kpis_has_no_share(self) -> None:
        found = person_card(person((1, "1")), OWN, {1: department(1)}, OCTOBER, TODAY, {1: D("0.3")})

        assert (found.score, found.coverage) == (D(100), D(1))

    def test_each_hat_has_its_own_team(self) -> None:
        cards = {**CARDS, 2: department_card(2, [line(6, "100", "80", department=2)], OCTOBER, TODAY)}
        found = person_card(person((1, "0.5"), (2, "0.5")), OWN, cards, OCTOBER, TODAY, dict.fromkeys(cards, D("0.5")))

        # Half of (100 and 60) and half of 80.
        assert found.score == 80

    def test_where_the_own_kpis_have_no_value_the_team_counts_and_the_coverage_says_so(self) -> None:
        found = person_card(person((1, "1")), (line(5, "100", None, person=7),), CARDS, OCTOBER, TODAY, {1: D("0.3")})

        assert (found.score, found.coverage) == (D(60), D("0.3"))


@given(st.integers(0, 10**9))
def test_a_total_is_within_floor_and_cap_and_graded_as_anybody_would(seed: int) -> None:
    chance = Random(seed)
    made = card(*((str(chance.randint(0, 50)), chance.choice([None, str(chance.randint(0, 130))])) for _ in range(4)))
    given_by_hand = [Adjustment(D(chance.randint(-30, 30)), "x") for _ in range(chance.randint(0, 2))]
    rules = TotalRules(gating=Gating((CappedUntilMet(1),) if chance.random() < 0.5 else ()))
    found = total(made, rules, given_by_hand)

    if found.score is None or found.raw is None or made.score is None:
        assert made.score is None
        return
    assert 0 <= found.score <= 120
    assert found.raw == made.score + sum(one.points for one in given_by_hand)
    assert found.score == max(0, min(found.raw, 100 if found.closed else 120))
    shown = Fraction(int(found.score * 10 + D("0.5")), 10)
    lows = [(grade.name.en, D(-1) if grade.least is None else grade.least) for grade in GRADES]
    assert (found.grade and found.grade.name.en) == naive_grade(shown, Fraction(found.coverage), lows)
