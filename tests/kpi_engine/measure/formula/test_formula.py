"""Formulas are read, computed exactly, and can do nothing else."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.measure.formula.compute import NotComputable, circle, compute, operands
from kpi_engine.measure.formula.text import Unreadable, read_formula, write_formula
from kpi_engine.model.actual import Reading
from kpi_engine.model.name import Name

KNOWN = [
    (1, Name("Profit", "利润")),
    (2, Name("Revenue", "收入")),
    (3, Name("On-time delivery", "准时交付")),
    (4, Name("On", "开")),
    (5, Name.same("A/B")),
    (6, Name("Profit margin", "利润率")),
    (7, Name("Revenue", "别的收入")),
    (8, Name.same("4S店销量")),
    (9, Name.same("max")),
]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("profit / revenue", "{1} / {2}"),
        ("PROFIT/Revenue", "{1} / {2}"),
        ("利润÷收入", "{1} / {2}"),
        ("（利润－收入）×10％", "({1} - {2}) * 10%"),
        ("别的收入 + 利润率", "{7} + {6}"),
        ("On-time delivery / on", "{3} / {4}"),
        ("on - profit", "{4} - {1}"),
        ("A/B * 2", "{5} * 2"),
        ("4s店销量 / 4", "{8} / 4"),
        ("profit  margin", "{6}"),
        ("max(profit, 0) - MIN( revenue , .5 )", "max({1}, 0) - min({2}, .5)"),
        ("max / 2", "{9} / 2"),
        ("abs(-profit)", "abs(- {1})"),
        ("{1}/{2}", "{1} / {2}"),
    ],
)
def test_formulas_as_people_write_them(typed: str, kept: str) -> None:
    assert read_formula(typed, KNOWN) == kept
    assert read_formula(kept, KNOWN) == kept


@pytest.mark.parametrize(
    ("typed", "key", "piece"),
    [
        ("profits / revenue", "formula_unknown", "profits"),
        ("利润总额 / 收入", "formula_unknown", "利润总额"),
        ("{77} / {2}", "formula_unknown", "{77}"),
        ("profit revenue", "formula_unknown", "profit revenue"),
        ("profit / 1,000", "formula_syntax", ""),
        ("profit /", "formula_syntax", ""),
        ("(profit", "formula_syntax", ""),
        ("profit ** 2", "formula_syntax", ""),
        ("profit // 2", "formula_syntax", ""),
        ("007 * profit", "formula_syntax", ""),
        ("min() * profit", "formula_syntax", ""),
        ("abs(profit, revenue)", "formula_syntax", ""),
        ("profit(revenue)", "formula_unknown", "profit"),
        ("1 + 1", "formula_without_kpi", ""),
        ("", "formula_without_kpi", ""),
        ("-" * 60 + "profit", "formula_syntax", ""),
        ("(" * 60 + "profit" + ")" * 60, None, ""),
        ("profit + " * 60 + "profit", "formula_too_long", ""),
        ("1234567890123456 * profit", "formula_unknown", "1234567890123456"),
    ],
)
def test_what_is_no_formula(typed: str, key: str | None, piece: str) -> None:
    found = read_formula(typed, KNOWN)

    assert found == (Unreadable(key, piece) if key else "(" * 60 + "{1}" + ")" * 60)


@pytest.mark.parametrize(
    "typed",
    [
        "__import__('os').system('true')",
        "profit.real",
        "profit.__class__",
        "profit[0]",
        "lambda: profit",
        "[profit for profit in (1, 2)]",
        "profit if revenue else 0",
        "profit == revenue",
        "profit and revenue",
        "profit; revenue",
        "profit := revenue",
        "'a' * 99999 * profit",
        "f'{1}'",
        "9 ** 9 ** 9 * profit",
        "profit << 9",
        "profit % revenue",
        "max(profit, key=abs)",
        "max(*profit)",
        "eval(profit)",
        "print(profit)",
        "k1 * profit",
        "1e9 * profit",
        "0x10 * profit",
        "1_000 * profit",
        "1j * profit",
        "profit + True",
        "profit\\\n",
        "#",
    ],
)
def test_nothing_is_run(typed: str) -> None:
    assert isinstance(read_formula(typed, KNOWN), Unreadable)


@pytest.mark.parametrize("kept", ["{1}.real", "{1} ** 2", "{1}[0]", "abs", "open({1})", "k2", "{1} == {1}", "'a'"])
def test_nothing_is_run_even_if_it_were_kept(kept: str) -> None:
    with pytest.raises(ValueError, match="no formula"):
        compute(kept, {1: Decimal(1)})


@pytest.mark.parametrize(
    ("formula", "values", "value"),
    [
        ("{1} + {2} * 3", {1: "1", 2: "2"}, "7"),
        ("({1} + {2}) * 3", {1: "1", 2: "2"}, "9"),
        ("{1} - {2} - 1", {1: "10", 2: "2"}, "7"),
        ("0.1 + {1}", {1: "0.2"}, "0.3"),
        ("{1} * 12.5%", {1: "8"}, "1"),
        ("{1} / 50%", {1: "2"}, "4"),
        ("min({1}, {2}, 0)", {1: "1", 2: "-2"}, "-2"),
        ("max({1}, {2})", {1: "1", 2: "-2"}, "1"),
        ("abs({1} - {2})", {1: "1", 2: "4"}, "3"),
        ("-{1}", {1: "4"}, "-4"),
        ("1 - {1} / {2}", {1: "1", 2: "3"}, "0.6666666666666666666666666667"),
    ],
)
def test_sums(formula: str, values: dict[int, str], value: str) -> None:
    found = compute(formula, {id: Decimal(text) for id, text in values.items()})

    assert isinstance(found, Reading)
    assert found.value == Decimal(value)


def test_a_quotient_keeps_its_parts() -> None:
    assert compute("{1} / ({2} + 1)", {1: Decimal(1), 2: Decimal(2)}) == Reading(
        Decimal("0.3333333333333333333333333333"), Decimal(1), Decimal(3)
    )


def test_a_missing_operand_is_no_zero() -> None:
    assert compute("{1} + {2}", {1: Decimal(1), 2: None}) is None
    assert compute("{1} + {2}", {1: Decimal(1)}) is None
    assert compute("{1} * 0 / {2}", {1: None, 2: Decimal(0)}) is None


def test_what_cannot_be_computed_says_why() -> None:
    zero, one, huge = Decimal(0), Decimal(1), Decimal("9e23")

    assert compute("{1} / {2}", {1: one, 2: zero}) == NotComputable("division_by_zero")
    assert compute("{1} / {2}", {1: zero, 2: zero}) == NotComputable("division_by_zero")
    assert compute("1 + {1} / ({2} - {2})", {1: one, 2: one}) == NotComputable("division_by_zero")
    assert compute("{1} * {1}", {1: huge}) == NotComputable("too_large")
    assert compute("{1} / {2}", {1: huge, 2: Decimal("1e-60")}) == NotComputable("too_large")
    assert compute("{1}", {1: Decimal("9e999999")}) == NotComputable("too_large")
    assert compute("{1} * {1}", {1: Decimal("9e999999")}) == NotComputable("too_large")


def test_names_stand_in_it_again() -> None:
    assert write_formula("({1} - {2}) * {9}", {1: "Profit", 2: "Revenue"}) == "(Profit - Revenue) * {9}"
    assert operands("{12} / ({3} + {12})") == {12, 3}


@pytest.mark.parametrize(
    ("formulas", "found"),
    [
        ({1: "{2}", 2: "{3}", 3: ""}, set()),
        ({1: "{2} / {3}", 2: "{4}", 3: "{4}"}, set()),
        ({1: "{1} + 1"}, {1}),
        ({1: "{2}", 2: "{3} + 1", 3: "{1}", 4: "{1}"}, {1, 2, 3}),
    ],
)
def test_circles(formulas: dict[int, str], found: set[int]) -> None:
    assert set(circle(formulas)) == found


@given(st.text(max_size=40))
def test_any_text_is_a_formula_or_said_to_be_none(text: str) -> None:
    found = read_formula(text, KNOWN)

    assert isinstance(found, Unreadable) or read_formula(found, KNOWN) == found


LEAVES = st.sampled_from(["{1}", "{2}", "{3}", "2", "0.5", "10%"])
SUMS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*"), inner), st.tuples(inner, st.just("/"), LEAVES)
    ).map(lambda three: f"({' '.join(three)})"),
    max_leaves=6,
)


@given(SUMS, st.lists(st.decimals(-50, 50, places=2), min_size=3, max_size=3))
def test_it_is_what_fractions_make_of_it(formula: str, three: list[Decimal]) -> None:
    found = compute(formula, dict(enumerate(three, 1)))
    try:
        expected = exact(formula, three)
    except ZeroDivisionError:
        assert found == NotComputable("division_by_zero")
    else:
        assert isinstance(found, Reading)
        assert abs(Fraction(found.value) - expected) < Fraction(1, 10**9)


def exact(formula: str, three: list[Decimal]) -> Fraction:
    """By hand: the formulas above are a leaf, or two of them in brackets around a sign."""
    leaves = {f"{{{place}}}": Fraction(value) for place, value in enumerate(three, 1)}
    leaves |= {"2": Fraction(2), "0.5": Fraction(1, 2), "10%": Fraction(1, 10)}
    if formula in leaves:
        return leaves[formula]
    inner = formula[1:-1]
    depth = 0
    for place, letter in enumerate(inner):
        depth += (letter == "(") - (letter == ")")
        if letter == " " and not depth:
            left, sign, right = inner[:place], inner[place + 1], inner[place + 3 :]
            break
    one, other = exact(left, three), exact(right, three)
    return {"+": lambda: one + other, "-": lambda: one - other, "*": lambda: one * other, "/": lambda: one / other}[
        sign
    ]()
