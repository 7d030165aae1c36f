"""The published examples, each as a scorecard through `kpi-bot score`; what is none is accounted for in `ELSEWHERE`."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests.bot.conftest import Score

ROOT = Path(__file__).parents[2]
Example = dict[str, Any]
EXAMPLES: dict[str, Example] = json.loads(
    (ROOT / "tests/kpi_engine/measure/published_examples.json").read_text("utf-8"),
    parse_float=Decimal,
    parse_int=Decimal,
)
ENGINE, PAIRS = "tests/kpi_engine/measure/test_published.py", "tests/kpi_engine/design/test_ahp.py"
ELSEWHERE = {
    "sec_surmodics_924717_matrix": (ENGINE, "two KPIs with one score: a sheet has a score for each row"),
    "frappe_weight_sum": (ENGINE, "weights put in force; a sheet may be half a point off, as 3 x 33.3 is"),
    "doerr_okr_colours": (ENGINE, "grades of one's own; a sheet has the usual ones"),
    "engagedly_status": ("tests/kpi_engine/measure/pace/test_pace.py", "the pace inside a period"),
    "ahp_drinks": (PAIRS, "weights by comparing in pairs"),
    "ahp_leader_experience": (PAIRS, "weights by comparing in pairs"),
    "ahp_leader_criteria": (PAIRS, "weights by comparing in pairs"),
    "ahp_car_cost": (PAIRS, "weights by comparing in pairs"),
    "ri_tables": (PAIRS, "weights by comparing in pairs"),
    "roc_table": ("tests/kpi_engine/design/test_rank_order.py", "weights by rank"),
}
"""Where an example is tested that is no scorecard, and why it is none."""


def test_all_31_are_accounted_for() -> None:
    source = Path(__file__).read_text("utf-8")
    here = {name for name in EXAMPLES if f'EXAMPLES["{name}"]' in source or f'"{name}",' in source}

    assert len(EXAMPLES) == 31
    assert here | ELSEWHERE.keys() == EXAMPLES.keys()
    assert not here & ELSEWHERE.keys()
    assert [name for name, (place, _) in ELSEWHERE.items() if not is_told_of(name, ROOT / place)] == []


def is_told_of(name: str, place: Path) -> bool:
    """The design's tests keep their examples by kind."""
    return place.is_file() and (place.parent.name == "design" or name in place.read_text("utf-8"))


Row = dict[str, str]
Sheet = dict[str, Any]
Run: TypeAlias = Callable[[Sequence[Row]], Sheet]


@pytest.fixture
def run(score: Score) -> Run:
    """Scores rows as a JSON scorecard, and gives what comes out, numbers as numbers."""

    def scored(rows: Sequence[Row]) -> Sheet:
        Path("card.json").write_text(json.dumps(rows), "utf-8")
        status, out, err = score("card.json", "--json")
        assert (status, err) == (0, "")
        sheet: Sheet = json.loads(out)["sheets"][0]
        return sheet

    return scored


def kpi(name: str, weight: Decimal | str, target: Decimal | str, actual: Decimal | str, **more: str) -> Row:
    fields = {"name": name, "weight": f"{weight}", "target": f"{target}", "actual": f"{actual}"}
    return {"direction": "higher", **fields, **more}


def equal(count: int) -> str:
    """As people share 100 among so many."""
    return f"{Decimal(100) / count:.6f}"


def by_rule(
    run: Run, rule: str, target: str, values: Sequence[Decimal], key: str = "score", **more: str
) -> list[Decimal]:
    """What each value scores by one rule."""
    rows = [
        kpi(f"KPI {number}", equal(len(values)), target, value, rule=rule, **more)
        for number, value in enumerate(values)
    ]
    return each(run(rows), key)


def each(sheet: Sheet, key: str) -> list[Decimal]:
    return [Decimal(row[key]) for row in sheet["kpis"]]


def mean(run: Run, rows: Sequence[Sequence[Decimal]], scale: Decimal) -> Decimal:
    """The weighted mean of ratings from 0 to `scale`, which a scorecard has as parts of 100."""
    card = run([kpi(f"KPI {number}", weight, scale, rating) for number, (weight, rating) in enumerate(rows)])
    return Decimal(card["score"]) * scale / 100


def near(found: Sequence[Decimal], example: Example, key: str) -> bool:
    printed = example["expected"][key]
    pairs = zip(found, printed if isinstance(printed, list) else [printed], strict=True)
    return all(abs(one - other) <= example["tolerance"] for one, other in pairs)


FIVE, ONE = Decimal(5), Decimal(1)


def line_through(pairs: Sequence[Sequence[Decimal]], unit: str = "") -> str:
    named = ", ".join(f"{at}{unit} scores {points}" for at, points in pairs)
    return f"{named}, straight lines between, below {pairs[0][0]}{unit} no points"


def test_ellig_ceo_7_32(run: Run) -> None:
    example = EXAMPLES["ellig_ceo_7_32"]
    rows = [kpi(name, weight, FIVE, rating) for name, weight, rating in example["inputs"]["rows"]]
    card = run(rows)

    assert near([points * 5 for points in each(card, "points")], example, "scores")
    assert near([Decimal(card["score"]) / 20], example, "average_unrounded")


def test_ellig_eps_7_7(run: Run) -> None:
    example = EXAMPLES["ellig_eps_7_7"]
    rule = line_through(example["inputs"]["points"])

    assert near(by_rule(run, rule, "20", example["inputs"]["query"]), example, "bonus_pct")


def test_ellig_cap_5_34(run: Run) -> None:
    """100 is no adjustment. What sales add is limited by what income adds."""
    example = EXAMPLES["ellig_cap_5_34"]
    cases = example["inputs"]["cases"]
    rule = (
        "1 point extra for each 1% above target, 5 points off for each 1% below target, pro rata, "
        "at most 25 points extra, at most 25 points off, at most 125 points"
    )
    sales, income = (
        [score - 100 for score in by_rule(run, rule, "100", [case[key] for case in cases])]
        for key in ("sales_pct", "income_pct")
    )
    both = [min(of_sales, of_income) + of_income for of_sales, of_income in zip(sales, income, strict=True)]

    assert near(both, example, "total_adjustment_pct")
    assert near([example["inputs"]["base_increase_pct"] * (1 + one / 100) for one in both], example, "result_pct")


@pytest.mark.parametrize(
    "name",
    [
        "sec_realnetworks_2004_revenue",
        "sec_realnetworks_2004_ebitda",
    ],
)
def test_sec_realnetworks_2004(run: Run, name: str) -> None:
    inputs = EXAMPLES[name]["inputs"]
    rule = line_through(inputs["curve"], "%")

    assert near(by_rule(run, rule, "100", inputs["attainment"]), EXAMPLES[name], "payout")


def test_sec_metpro_65201_table(run: Run) -> None:
    """In hundredths, as points of 100 are."""
    example = EXAMPLES["sec_metpro_65201_table"]
    table = example["inputs"]["business_unit_PBT"]
    bands = [f"{low:f}% or more: {score * 100:f}" for low, score in reversed(table)]
    rule = "; ".join([*bands, "otherwise no points"])
    found = by_rule(run, rule, "100", example["inputs"]["query"])

    assert near([score / 100 for score in found], example, "multiplier")


@pytest.mark.parametrize("who", ["ceo", "evp"])
def test_sec_fii_862831(run: Run, who: str) -> None:
    example = EXAMPLES["sec_fii_862831"]
    terms, query = example["inputs"][who], example["inputs"]["query"]
    pairs = [(Decimal(80), terms["base"] * 8 / 10), (Decimal(100), terms["base"]), (Decimal(120), terms["max"])]
    rule = line_through(pairs, "%")
    modifier = kpi("Modifier", "", "100", "125", gate="multiplier", rule="actual / target, at most 125 points")

    assert near(by_rule(run, rule, "100", query), example, who)
    card = run([kpi("Pay", "100", "100", query[-1], rule=rule), modifier])
    assert near([Decimal(card["score"])], example, f"{who}_max_after_modifier")


def test_sec_1073429_rating(run: Run) -> None:
    example = EXAMPLES["sec_1073429_rating"]
    ratings, payouts = example["inputs"]["rating"], example["expected"]["payout"]
    rule = line_through(list(zip(ratings, payouts, strict=True)))

    assert near(by_rule(run, rule, "2", ratings), example, "payout")


def test_frappe_manual_rating(run: Run) -> None:
    """There a part that is missing counts as 0, and 3.6 becomes 1.2; here it is left out."""
    example = EXAMPLES["frappe_manual_rating"]
    rows = [kpi(f"KPI {weight}", weight, FIVE, rating) for weight, rating in example["inputs"]["rows"]]
    card = run(rows)
    parts = [
        kpi("Own", equal(3), FIVE, Decimal(card["score"]) / 20),
        *(kpi(f"KPI {n}", equal(3), FIVE, "") for n in "23"),
    ]

    assert near([points / 20 for points in each(card, "points")], example, "score_earned")
    assert near([Decimal(card["score"]) / 20], example, "total")
    assert Decimal(run(parts)["score"]) / 20 == example["expected"]["total"] != example["expected"]["final"]


def test_frappe_final_score(run: Run) -> None:
    example = EXAMPLES["frappe_final_score"]
    inputs = example["inputs"]
    own, feedback = (
        mean(run, inputs[key], ONE) * inputs["rating_scale"] for key in ("self_ratings", "feedback_ratings")
    )
    thirds = [(Decimal(equal(3)), rating) for rating in (inputs["goal"], own, feedback)]

    assert near([own], example, "self")
    assert near([feedback], example, "feedback")
    assert near([mean(run, thirds, FIVE)], example, "final")


def test_frappe_progress_tree(run: Run) -> None:
    """A card for each parent: its children weigh the same."""
    example = EXAMPLES["frappe_progress_tree"]
    parent = example["inputs"]["parent1"]

    def of(node: dict[str, Any] | Decimal) -> Decimal:
        if isinstance(node, Decimal):
            return node
        rows = [(Decimal(equal(len(node))), of(child)) for child in node.values()]
        return mean(run, rows, Decimal(100))

    assert near([of(parent["child1"])], example, "child1")
    assert near([of(parent)], example, "parent1")


def test_payglobal_41145(run: Run) -> None:
    example = EXAMPLES["payglobal_41145"]
    rows = [kpi(f"KPI {n}", weight, FIVE, rating) for n, (weight, rating) in enumerate(example["inputs"]["rows"])]
    card = run(rows)
    own = Decimal(card["score"]) / 20
    behaviour = mean(run, [(Decimal(equal(3)), one) for one in example["inputs"]["behaviours"]], FIVE)

    assert near([points / 20 for points in each(card, "points")], example, "parts")
    assert near([own], example, "kpi")
    assert near([behaviour], example, "behaviour")
    assert near([mean(run, [(Decimal(50), own), (Decimal(50), behaviour)], FIVE)], example, "overall")


def test_odoo_completeness(run: Run) -> None:
    """There who is exactly at the target of a "lower" goal has completed 0 %; here the target is met."""
    example = EXAMPLES["odoo_completeness"]
    rows = [
        kpi(f"KPI {n}", "25", level, value, rule="at most 100 points")
        for n, (value, level) in enumerate(example["inputs"]["higher"])
    ]
    rule = "target met: full marks; not met: no points"
    values = [value for value, _ in example["inputs"]["lower"]]
    lower = by_rule(run, rule, "5", values, direction="lower")

    assert near(each(run(rows), "score"), example, "higher")
    assert lower == [100, 100, 0]
    assert [lower[0], lower[2]] == [example["expected"]["lower"][0], example["expected"]["lower"][2]]


def test_scribd_469766620_ratio(run: Run) -> None:
    """Those are before the cap of 120."""
    example = EXAMPLES["scribd_469766620_ratio"]
    rows = [
        kpi(f"KPI {n}", equal(12), level, value, rule="actual / target")
        for n, (value, level) in enumerate(example["inputs"]["rows"])
    ]

    assert near(each(run(rows), "raw"), example, "percent")


def test_gadjian_60_70(run: Run) -> None:
    example = EXAMPLES["gadjian_60_70"]
    inputs = example["inputs"]
    own = kpi("Days", inputs["weight"], inputs["target"], inputs["actual"], direction="lower", rule="target / actual")
    card = run([own, kpi("All else", 100 - inputs["weight"], "1", "1")])

    assert near(each(card, "score")[:1], example, "score_pct")
    assert near(each(card, "points")[:1], example, "weighted")


def test_nice_incontact_formula(run: Run) -> None:
    """The best scores 100 and the worst 0, and nothing is outside."""
    example = EXAMPLES["nice_incontact_formula"]
    rows = [kpi("All else", "20", "1", "1")]
    for n, case in enumerate(example["inputs"]["cases"]):
        rises = case["best"] > case["worst"]
        rule = (
            f"{case['best']} scores 100, {case['worst']} scores 0, straight lines between, "
            f"{'below' if rises else 'above'} {case['worst']} no points"
        )
        direction = "higher" if rises else "lower"
        rows.append(kpi(f"KPI {n}", case["weight"], case["best"], case["actual"], direction=direction, rule=rule))

    assert near(each(run(rows), "points")[1:], example, "score")


def test_exceldemy_two_point(run: Run) -> None:
    example = EXAMPLES["exceldemy_two_point"]
    inputs = example["inputs"]
    rule = (
        f"{inputs['x100']} scores 100, {inputs['x50']} scores 50, straight lines between, "
        f"above {inputs['x50']} no points"
    )
    target = f"{inputs['x100']}"

    assert near(by_rule(run, rule, target, inputs["actual"], direction="lower"), example, "score")


def test_mips_decile_drchrono(run: Run) -> None:
    """In tenths of the points; inside one decile they lie on a line to where the next begins."""
    example = EXAMPLES["mips_decile_drchrono"]
    inputs = example["inputs"]
    rule = line_through([(inputs["low"], inputs["decile"] * 10), (inputs["high"], inputs["decile"] * 10 + 10)])
    (score,) = by_rule(run, rule, f"{inputs['high']}", [inputs["actual"]])

    assert near([score / 10], example, "points")
    assert near([score / 10 * Decimal("0.6")], example, "weighted_60pct")


@pytest.mark.parametrize(
    ("name", "numerator", "denominator", "key", "factor"),
    [
        ("kpiml_worker_efficiency", "APWT", "APAT", "value_pct", 100),
        ("oee_waycalculator", "run", "planned", "availability", 1),
        ("oee_waycalculator", "total", "run", "performance", 1),
        ("oee_waycalculator", "good", "total", "quality", 1),
    ],
)
def test_ratios(run: Run, name: str, numerator: str, denominator: str, key: str, factor: int) -> None:
    inputs = EXAMPLES[name]["inputs"]

    assert near([ratio(run, inputs[numerator], inputs[denominator]) * factor], EXAMPLES[name], key)


def test_oee_is_the_product_of_its_factors(run: Run) -> None:
    """Of the factors as they are printed: two of them multiply the third, as gates do."""
    printed = EXAMPLES["oee_waycalculator"]["expected"]
    factors = [("availability", "100", ""), ("performance", "", "multiplier"), ("quality", "", "multiplier")]
    rows = [kpi(name, weight, "100%", f"{printed[name] * 100}%", gate=gate) for name, weight, gate in factors]

    assert near([Decimal(run(rows)["score"]) / 100], EXAMPLES["oee_waycalculator"], "oee")


def test_tpm_page148(run: Run) -> None:
    example = EXAMPLES["tpm_page148"]
    inputs, expected = example["inputs"], example["expected"]
    uptime = inputs["planned_min"] - inputs["unplanned"] - inputs["changeover"]

    assert uptime == expected["uptime"]
    assert near([ratio(run, uptime, inputs["planned_min"])], example, "availability")
    assert near([ratio(run, inputs["completed"], expected["planned_cycles"])], example, "performance")


def ratio(run: Run, numerator: Decimal, denominator: Decimal) -> Decimal:
    """A quotient as it is typed, against 100 %: what is read is what it scores."""
    card = run([kpi("Ratio", "100", "100%", f"{numerator}/{denominator}")])
    (actual,), (score,) = each(card, "actual"), each(card, "score")
    assert abs(actual * 100 - score) < Decimal("1e-20")
    return actual
