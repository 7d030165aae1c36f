"""The catalogue keeps its promises: whole in both languages, balanced, and found by what people type."""

import re
from collections import Counter
from pathlib import Path

import pytest

from kpi_engine.design.catalogue import CatalogueKpi, called, departments, find, guess, kpis
from kpi_engine.design.match import bare
from kpi_engine.design.strategy import concepts
from kpi_engine.model.kpi import Aggregation, Direction, UnitKind
from kpi_engine.model.strategy import SwotKind

IDS = Path(__file__).parents[2] / "golden" / "catalogue_ids.txt"
CHINESE = re.compile("[一-鿿]")
HALF_WIDTH = re.compile(r"[一-鿿] *[,;:!?()]|[,;:!?(] *[一-鿿]")


def test_ids_are_for_ever() -> None:
    """A record may hold an id of any version; add new ids at their place, never take one away."""
    assert sorted(kpi.id for kpi in kpis()) == IDS.read_text("utf-8").split()


def test_no_two_kpis_answer_to_one_name() -> None:
    names = Counter(name for kpi in kpis() for name in {bare(name) for name in kpi.names})

    assert [name for name, count in names.items() if count > 1] == []


def test_there_is_enough_to_choose_from() -> None:
    shelves = Counter(kpi.department for kpi in kpis())

    assert len(departments()) >= 8
    assert all(shelves[kind.id] >= 10 for kind in departments())
    assert len(kpis()) >= 100


@pytest.mark.parametrize("kind", [*(kind.id for kind in departments()), "general"])
def test_every_department_can_look_from_every_perspective(kind: str) -> None:
    assert len({kpi.perspective for kpi in kpis() if kpi.department == kind}) == 4


@pytest.mark.parametrize("corner", SwotKind)
def test_every_corner_of_a_swot_has_answers(corner: SwotKind) -> None:
    assert sum(corner in kpi.swot for kpi in kpis()) >= 10


def test_a_kpi_is_whole_in_both_languages() -> None:
    def whole(kpi: CatalogueKpi) -> bool:
        texts = [kpi.formula, kpi.source]
        english = not any(CHINESE.search(name.en) for name in [kpi.name, *texts])
        return bool(kpi.name.en and kpi.name.zh) and english and all(CHINESE.search(name.zh) for name in texts)

    assert [kpi.id for kpi in kpis() if not whole(kpi)] == []


def test_chinese_is_set_with_chinese_punctuation() -> None:
    lines = [text for kpi in kpis() for text in (kpi.name.zh, kpi.formula.zh, kpi.source.zh)]

    assert [line for line in lines if HALF_WIDTH.search(line)] == []


def test_a_ratio_has_two_parts_and_a_percent_is_a_ratio() -> None:
    def sound(kpi: CatalogueKpi) -> bool:
        ratio = kpi.aggregation is Aggregation.RATIO
        parts = [" ÷ " in formula for formula in (kpi.formula.en, kpi.formula.zh)]
        return parts == [ratio, ratio] and (ratio or kpi.unit.kind is not UnitKind.PERCENT)

    assert [kpi.id for kpi in kpis() if not sound(kpi)] == []


def test_a_count_and_a_duration_say_of_what() -> None:
    counted = [kpi for kpi in kpis() if kpi.unit.kind in {UnitKind.COUNT, UnitKind.DURATION}]

    assert [kpi.id for kpi in counted if not (kpi.unit.label.en and kpi.unit.label.zh)] == []


def test_yes_and_no_are_a_direction_and_a_unit() -> None:
    odd = [kpi for kpi in kpis() if (kpi.direction is Direction.YESNO) != (kpi.unit.kind is UnitKind.YESNO)]

    assert odd == []


def test_a_kpi_is_about_something_that_goals_speak_of() -> None:
    known = {concept.id for concept in concepts()}

    assert [kpi.id for kpi in kpis() if not (kpi.swot and kpi.concepts and kpi.concepts <= known)] == []


def test_a_counter_kpi_is_another_one() -> None:
    countered = [kpi for kpi in kpis() if kpi.counter]

    assert countered
    assert [kpi.id for kpi in countered if find(kpi.counter or "") in (None, kpi)] == []


def test_a_ratio_says_what_is_divided_by_what() -> None:
    win_rate = find("win_rate")

    assert win_rate
    assert win_rate.formula.en == "Deals won ÷ Deals decided (won and lost)"
    assert win_rate.formula.zh == "赢单数 ÷ 已有结果的商机数（赢单加丢单）"


def test_an_unknown_id_is_nothing() -> None:
    assert find("no_such_kpi") is None


@pytest.mark.parametrize(
    ("typed", "kpi_id"),
    [
        ("Sales revenue", "sales_revenue"),
        ("销售额", "sales_revenue"),
        ("CSAT", "csat"),
        ("ON TIME  DELIVERY", "on_time_delivery"),
        ("ｎｐｓ", "nps"),
        ("离职率", "staff_turnover"),
    ],
)
def test_a_kpi_is_known_by_any_of_its_names(typed: str, kpi_id: str) -> None:
    assert called(typed) is find(kpi_id)


def test_a_name_of_ones_own_is_not_in_the_catalogue() -> None:
    assert called("Cups of coffee") is None


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Sales", ["sales"]),
        ("销售部", ["sales"]),
        ("客服中心", ["service"]),
        ("Customer Service", ["service"]),
        ("仓储物流", ["logistics"]),
        ("IT", ["it"]),
        ("信息技术部", ["it"]),
        ("Quality", ["quality"]),
        ("人力资源部", ["people"]),
        ("产品质量部", ["quality"]),
        ("Sales & Marketing", ["sales", "marketing"]),
        ("采购物流部", ["logistics", "procurement"]),
        ("人事行政部", ["people", "admin"]),
        ("Slaes", ["sales"]),
        ("Logistcs", ["logistics"]),
        ("Astronauts", []),
        ("", []),
    ],
)
def test_a_department_is_known_by_its_name(name: str, kinds: list[str]) -> None:
    assert [kind.id for kind in guess(name)] == kinds
