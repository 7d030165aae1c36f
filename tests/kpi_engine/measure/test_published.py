"""Worked examples as published, by the engine's functions; `tests/bot/test_published.py` has the list of all of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kpi_engine.design.sets import check_weights
from kpi_engine.errors import Refusal
from kpi_engine.measure.curve.points import points
from kpi_engine.measure.curve.scoring import curve_for
from kpi_engine.measure.exact import weighted_mean
from kpi_engine.measure.score.card import department_card
from kpi_engine.measure.score.kpi import score_kpi
from kpi_engine.measure.total.total import grade_of, total
from kpi_engine.measure.total.two_way import two_way
from kpi_engine.measure.values.aggregate import aggregate
from kpi_engine.measure.values.source import Source
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Aggregation, Direction, Kpi, Target
from kpi_engine.model.name import Name
from kpi_engine.model.score import KpiScore
from kpi_engine.model.scoring import (
    Anchor,
    Anchors,
    Band,
    Bands,
    BestWorst,
    Deciles,
    Edge,
    Method,
    PassFail,
    PerStep,
    Proportional,
    Reciprocal,
    Scoring,
    Step,
)
from kpi_engine.model.total import Gating, Grade, Multiplier, TotalRules, TwoWay
from tests.kpi_engine.measure.build import BOOK, TODAY, actual, period, target, version

Example = dict[str, Any]
EXAMPLES: dict[str, Example] = json.loads(
    Path(__file__).with_name("published_examples.json").read_text(encoding="utf-8"),
    parse_float=Decimal,
    parse_int=Decimal,
)
HIGHER, LOWER = Direction.HIGHER, Direction.LOWER
WIDE = Decimal(1000)


def scores(
    method: Method, values: Sequence[Decimal], level: str = "100", direction: Direction = HIGHER
) -> list[Decimal]:
    curve = curve_for(direction, target(level), Scoring(method, floor=-WIDE, cap=WIDE))
    return [points(curve, value)[1] for value in values]


def anchors(pairs: Sequence[Sequence[Decimal]], left: Edge = Edge.ZERO) -> Anchors:
    return Anchors(tuple(Anchor(at, score) for at, score in pairs), left=left)


def near(found: Sequence[Decimal], example: Example, key: str) -> bool:
    printed = example["expected"][key]
    pairs = zip(found, printed if isinstance(printed, list) else [printed], strict=True)
    return all(abs(one - other) <= example["tolerance"] for one, other in pairs)


def mean(rows: Sequence[Sequence[Decimal]]) -> Decimal:
    found = weighted_mean((weight, score) for weight, score in rows)
    assert found is not None
    return found


def line(kpi_id: int, weight: str, value: Decimal, scoring: Scoring) -> KpiScore:
    own = version(kpi=Kpi(kpi_id, 1), weight=Decimal(weight), scoring=scoring)
    found = score_kpi(Source([own], [actual("2026-10", str(value), kpi_id=kpi_id)]), period("2026-10"), BOOK)
    assert found is not None
    return found


def test_ellig_ceo_7_32() -> None:
    example = EXAMPLES["ellig_ceo_7_32"]
    rows = [(weight, rating) for _, weight, rating in example["inputs"]["rows"]]

    assert near([weight * rating for weight, rating in rows], example, "scores")
    assert near([mean(rows)], example, "average_unrounded")


def test_ellig_eps_7_7() -> None:
    example = EXAMPLES["ellig_eps_7_7"]

    assert near(scores(anchors(example["inputs"]["points"]), example["inputs"]["query"]), example, "bonus_pct")


def test_ellig_cap_5_34() -> None:
    example = EXAMPLES["ellig_cap_5_34"]
    most = Decimal(25)
    rule = PerStep(Step(Decimal(5), Decimal(1), most=most), Step(Decimal(1), Decimal(1), most=most), Decimal(0))
    cases = example["inputs"]["cases"]
    sales, income = (scores(rule, [case[key] for case in cases]) for key in ("sales_pct", "income_pct"))
    # What sales add is limited by what income adds.
    both = [min(of_sales, of_income) + of_income for of_sales, of_income in zip(sales, income, strict=True)]

    assert near(both, example, "total_adjustment_pct")
    assert near([example["inputs"]["base_increase_pct"] * (1 + one / 100) for one in both], example, "result_pct")
    assert scores(rule, [Decimal(98), Decimal(90)]) == [-10, -25]


@pytest.mark.parametrize("name", ["sec_realnetworks_2004_revenue", "sec_realnetworks_2004_ebitda"])
def test_sec_realnetworks_2004(name: str) -> None:
    example = EXAMPLES[name]

    assert near(scores(anchors(example["inputs"]["curve"]), example["inputs"]["attainment"]), example, "payout")


def test_sec_surmodics_924717_matrix() -> None:
    """Levels I, II and III as 1, 2 and 3."""
    example = EXAMPLES["sec_surmodics_924717_matrix"]
    inputs, levels = example["inputs"], (Decimal(2), Decimal(3))
    table = TwoWay(1, 2, levels, levels, tuple(map(tuple, inputs["senior_staff"])))
    corporate = two_way(table, inputs["eps"], inputs["revenue"])

    assert near([corporate], example, "corporate")
    assert near([corporate + inputs["business_unit_bonus"]], example, "total")


def test_sec_metpro_65201_table() -> None:
    example = EXAMPLES["sec_metpro_65201_table"]
    rows = [[None, Decimal(0)], *example["inputs"]["business_unit_PBT"]]
    ends = [low for low, _ in rows[1:]]
    table = Bands(tuple(Band(low, high, score) for (low, score), high in zip(rows, [*ends, None], strict=True)))

    assert near(scores(table, example["inputs"]["query"]), example, "multiplier")


@pytest.mark.parametrize("who", ["ceo", "evp"])
def test_sec_fii_862831(who: str) -> None:
    example = EXAMPLES["sec_fii_862831"]
    rule, query = example["inputs"][who], example["inputs"]["query"]
    top = rule["base"] + 20 * rule["step"]
    method = anchors([(Decimal(80), rule["base"] * 8 / 10), (Decimal(100), rule["base"]), (Decimal(120), top)])

    assert top == rule["max"]
    assert near(scores(method, query), example, who)
    pay = line(1, "100", query[-1], Scoring(method))
    modifier = line(2, "0", Decimal(125), Scoring(cap=Decimal(125)))
    card = department_card(1, [pay, modifier], period("2026-10"), TODAY)
    found = total(card, TotalRules(gating=Gating((Multiplier(2),)))).score
    assert found is not None
    assert near([found], example, f"{who}_max_after_modifier")


def test_sec_1073429_rating() -> None:
    example = EXAMPLES["sec_1073429_rating"]
    ratings, payouts = example["inputs"]["rating"], example["expected"]["payout"]

    assert near(scores(anchors(list(zip(ratings, payouts, strict=True))), ratings), example, "payout")


def test_frappe_manual_rating() -> None:
    """There a part that is missing counts as 0, and 3.6 becomes 1.2; here it is left out."""
    example = EXAMPLES["frappe_manual_rating"]
    rows = example["inputs"]["rows"]

    assert near([weight * score / 100 for weight, score in rows], example, "score_earned")
    assert near([mean(rows)], example, "total")
    assert mean([(Decimal(1), mean(rows))]) == example["expected"]["total"] != example["expected"]["final"]


def test_frappe_final_score() -> None:
    example = EXAMPLES["frappe_final_score"]
    inputs = example["inputs"]
    own, feedback = (mean(inputs[key]) * inputs["rating_scale"] for key in ("self_ratings", "feedback_ratings"))

    assert near([own], example, "self")
    assert near([feedback], example, "feedback")
    assert near([mean([(Decimal(1), one) for one in (inputs["goal"], own, feedback)])], example, "final")


def test_frappe_progress_tree() -> None:
    example = EXAMPLES["frappe_progress_tree"]
    child1 = example["inputs"]["parent1"]["child1"]

    def of(node: dict[str, Any] | Decimal) -> Decimal:
        return node if isinstance(node, Decimal) else mean([(Decimal(1), of(child)) for child in node.values()])

    assert near([of(child1)], example, "child1")
    assert near([of(example["inputs"]["parent1"])], example, "parent1")


def test_frappe_weight_sum() -> None:
    inputs = EXAMPLES["frappe_weight_sum"]["inputs"]

    check_weights(inputs["weights_ok"])
    with pytest.raises(Refusal, match="weights_sum"):
        check_weights(inputs["weights_bad"])


def test_payglobal_41145() -> None:
    example = EXAMPLES["payglobal_41145"]
    rows, behaviours = example["inputs"]["rows"], example["inputs"]["behaviours"]
    kpi, behaviour = mean(rows), mean([(Decimal(1), one) for one in behaviours])

    assert near([weight * score / 100 for weight, score in rows], example, "parts")
    assert near([kpi], example, "kpi")
    assert near([behaviour], example, "behaviour")
    assert near([mean([(Decimal(1), kpi), (Decimal(1), behaviour)])], example, "overall")


def test_odoo_completeness() -> None:
    """There who is exactly at the target of a "lower" goal has completed 0 %; here the target is met."""
    example = EXAMPLES["odoo_completeness"]
    higher = [
        points(curve_for(HIGHER, Target(level), Scoring(cap=Decimal(100))), value)[1]
        for value, level in example["inputs"]["higher"]
    ]
    lower = [
        points(curve_for(LOWER, Target(level), Scoring(PassFail())), value)[1]
        for value, level in example["inputs"]["lower"]
    ]

    assert near(higher, example, "higher")
    assert lower == [100, 100, 0]
    assert [lower[0], lower[2]] == [example["expected"]["lower"][0], example["expected"]["lower"][2]]


def test_scribd_469766620_ratio() -> None:
    example = EXAMPLES["scribd_469766620_ratio"]
    raw = [
        points(curve_for(HIGHER, Target(level), Scoring(Proportional())), result)[0]
        for result, level in example["inputs"]["rows"]
    ]

    assert near(raw, example, "percent")


def test_gadjian_60_70() -> None:
    example = EXAMPLES["gadjian_60_70"]
    (score,) = scores(Reciprocal(), [example["inputs"]["actual"]], "60", LOWER)

    assert near([score], example, "score_pct")
    assert near([score * example["inputs"]["weight"] / 100], example, "weighted")


def test_nice_incontact_formula() -> None:
    example = EXAMPLES["nice_incontact_formula"]
    found = []
    for case in example["inputs"]["cases"]:
        direction = HIGHER if case["best"] > case["worst"] else LOWER
        (score,) = scores(BestWorst(case["best"], case["worst"]), [case["actual"]], direction=direction)
        found.append(score * case["weight"] / 100)

    assert near(found, example, "score")


def test_exceldemy_two_point() -> None:
    example = EXAMPLES["exceldemy_two_point"]
    inputs = example["inputs"]
    method = anchors([(inputs["x100"], Decimal(100)), (inputs["x50"], Decimal(50))], Edge.EXTEND)

    assert near(scores(method, inputs["actual"], direction=LOWER), example, "score")


def test_mips_decile_drchrono() -> None:
    """In tenths of the points here; where the deciles above the fifth begin is not printed there."""
    example = EXAMPLES["mips_decile_drchrono"]
    inputs = example["inputs"]
    begins = (inputs["low"], inputs["high"], *map(Decimal, (50, 60, 70, 80, 90)))
    (score,) = scores(Deciles(begins, first=int(inputs["decile"])), [inputs["actual"]])

    assert near([score / 10], example, "points")
    assert near([score / 10 * Decimal("0.6")], example | {"tolerance": Decimal("0.01")}, "weighted_60pct")


def test_doerr_okr_colours() -> None:
    """There are gaps between 0.3 and 0.4, and 0.6 and 0.7, as people round; here each colour goes on to the next."""
    bands = EXAMPLES["doerr_okr_colours"]["inputs"]["bands"]
    grades = tuple(Grade(Name.same(colour), low * 100 if low else None, Decimal(1)) for low, _, colour in bands)

    for low, high, colour in bands:
        assert [grade_of(end * 100, grades).name.en for end in (low, high)] == [colour, colour]
    assert grade_of(Decimal(65), grades).name.en == "yellow"


@pytest.mark.parametrize(
    ("name", "numerator", "denominator", "key", "factor"),
    [
        ("kpiml_worker_efficiency", "APWT", "APAT", "value_pct", 100),
        ("oee_waycalculator", "run", "planned", "availability", 1),
        ("oee_waycalculator", "total", "run", "performance", 1),
        ("oee_waycalculator", "good", "total", "quality", 1),
    ],
)
def test_ratios(name: str, numerator: str, denominator: str, key: str, factor: int) -> None:
    """Of sums: two halves of unequal size make the whole."""
    example = EXAMPLES[name]
    above, below = example["inputs"][numerator], example["inputs"][denominator]

    assert near([ratio(above, below) * factor], example, key)


def test_tpm_page148() -> None:
    example = EXAMPLES["tpm_page148"]
    inputs, expected = example["inputs"], example["expected"]
    uptime = inputs["planned_min"] - inputs["unplanned"] - inputs["changeover"]

    assert uptime == expected["uptime"]
    assert near([ratio(uptime, inputs["planned_min"])], example, "availability")
    assert near([ratio(inputs["completed"], expected["planned_cycles"])], example, "performance")


def ratio(numerator: Decimal, denominator: Decimal) -> Decimal:
    halves = [
        Reading(Decimal(9), numerator / 2, denominator / 4),
        Reading(Decimal(9), numerator / 2, denominator * 3 / 4),
    ]
    found = aggregate(Aggregation.RATIO, halves)
    assert found is not None
    return found.value
