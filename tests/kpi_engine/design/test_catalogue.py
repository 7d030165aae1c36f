"""The catalogue keeps its promises: whole in both languages, balanced, and complete for every trade."""

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from kpi_engine.design.catalogue import called, departments, find, kpis
from kpi_engine.design.known import GENERAL, CatalogueKpi
from kpi_engine.design.match import bare
from kpi_engine.design.strategy import concepts
from kpi_engine.measure.values.aggregate import aggregate
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Aggregation, Direction, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.model.strategy import SwotKind

GOLDEN = Path(__file__).parents[2] / "golden"
IDS = GOLDEN / "catalogue_ids.txt"
WANTED = [line.split(" | ") for line in (GOLDEN / "catalogue_names.txt").read_text("utf-8").splitlines()]
KINDS = {kind.id: kind for kind in departments()}
CHINESE = re.compile("[一-鿿]")
HALF_WIDTH = re.compile(r"[一-鿿] *[,;:!?()]|[,;:!?(] *[一-鿿]")
BAD = re.compile(
    r"\b(abandon\w*|absence|backlog|bad|burn|churn|claims|complaints?|costs?|damage|dead|defects?|discount|errors?|"
    r"escalation|expense|failures?|findings|incidents?|lag|loss|out-of-stock|overdue|quits|returns?|rework|scrap|shrinkage|"
    r"slow|stock-out|waste)\b|差错|投诉|流失|离职|缺勤|报废|返工|损耗|缺货|逾期|坏账|故障|不良|缺陷|放弃|滞销|呆滞|差评|成本|"
    r"费用|周期|退货|积压|损失",
    re.IGNORECASE,
)
MENDED = re.compile(
    r"\b(closure|saved|saving|reduction|between|to failure|without|index|return on|to acquisition|marketing return)\b|"
    r"关闭|间隔|失效前|降低|绩效|获客成本比",
    re.IGNORECASE,
)
SMALL_SET = [
    "sales_revenue",
    "gross_margin",
    "cash_runway",
    "new_customers",
    "marketing_leads",
    "customer_retention",
    "csat",
    "on_time_delivery",
    "complaint_closure_rate",
    "key_staff_turnover",
    "task_on_time_rate",
]


def usual_in(kind: str) -> list[CatalogueKpi]:
    return [kpi for kpi in kpis() if kind in kpi.departments or kpi.department == GENERAL]


def texts_of(kpi: CatalogueKpi) -> list[Name]:
    return [kpi.name, kpi.definition, kpi.formula, kpi.source, *([kpi.gaming] if kpi.gaming else [])]


def _chinese(text: Name) -> bool:
    return bool(CHINESE.search(text.zh))


def test_ids_are_for_ever() -> None:
    """A record may hold an id of any version; add new ids at their place, never take one away."""
    assert sorted(kpi.id for kpi in kpis()) == IDS.read_text("utf-8").split()


@pytest.mark.parametrize(("kind", "english", "chinese", "direction"), WANTED, ids=[" ".join(row[:2]) for row in WANTED])
def test_what_every_trade_measures_is_there(kind: str, english: str, chinese: str, direction: str) -> None:
    """Managers of that kind of department find it by either name, and it is good in the direction they expect."""
    found = called(english, [KINDS[kind]])

    assert found
    assert called(chinese, [KINDS[kind]]) is found
    assert kind in found.departments or found.department == GENERAL
    assert found.direction == direction


@pytest.mark.parametrize("kind", KINDS)
def test_in_a_department_no_two_kpis_answer_to_one_name(kind: str) -> None:
    names = Counter(name for kpi in usual_in(kind) for name in {bare(name) for name in kpi.names})

    assert [name for name, count in names.items() if count > 1] == []


def test_there_is_enough_to_choose_from() -> None:
    assert len(KINDS) == 24
    assert all(len(usual_in(kind)) >= 20 for kind in KINDS)
    assert len(kpis()) >= len(WANTED) == 326


@pytest.mark.parametrize("kind", [*KINDS, GENERAL])
def test_every_department_can_look_from_every_perspective(kind: str) -> None:
    assert len({kpi.perspective for kpi in kpis() if kind in kpi.departments}) == 4


@pytest.mark.parametrize("kind", [*KINDS, GENERAL])
def test_every_department_sees_what_comes_and_what_came_of_it(kind: str) -> None:
    assert {kpi.leading for kpi in kpis() if kind in kpi.departments} == {True, False}


def test_a_kpi_is_at_home_once_and_elsewhere_known() -> None:
    odd = [kpi.id for kpi in kpis() if kpi.department in kpi.also or not KINDS.keys() >= set(kpi.also)]

    assert odd == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_staples_are_five_of_its_own_from_three_sides(kind: str) -> None:
    staples = [find(kpi_id) for kpi_id in KINDS[kind].staples]

    assert len(set(staples)) == 5
    assert all(kpi and kind in kpi.departments for kpi in staples)
    assert len({kpi.perspective for kpi in staples if kpi}) >= 3


@pytest.mark.parametrize("corner", SwotKind)
def test_every_corner_of_a_swot_has_answers(corner: SwotKind) -> None:
    assert sum(corner in kpi.swot for kpi in kpis()) >= 10


def test_a_kpi_is_whole_in_both_languages() -> None:
    def whole(kpi: CatalogueKpi) -> bool:
        english = not any(CHINESE.search(text.en) for text in texts_of(kpi))
        return all(text.en for text in texts_of(kpi)) and english and all(map(_chinese, texts_of(kpi)[1:]))

    assert [kpi.id for kpi in kpis() if not whole(kpi)] == []


def test_a_kpi_is_typed_in_both_languages() -> None:
    """ "EBITDA" and "NPS" are typed by whoever writes Chinese, too."""
    alone = [kpi.id for kpi in kpis() if not kpi.aliases or not any(CHINESE.search(name) for name in kpi.names)]

    assert alone == []


def test_what_a_kpi_is_for_is_a_sentence() -> None:
    said = [text for kpi in kpis() for text in (kpi.definition, kpi.gaming) if text]
    english = [text.en for text in said if not re.fullmatch(r"[A-Z0-9“\"].{14,160}[.?]", text.en)]
    chinese = [text.zh for text in said if not re.fullmatch(r".{5,60}。", text.zh)]

    assert english + chinese == []


def test_no_two_kpis_are_for_the_same() -> None:
    said = Counter(text for kpi in kpis() for text in (kpi.definition.en, kpi.definition.zh))

    assert [text for text, count in said.items() if count > 1] == []


def test_chinese_is_set_with_chinese_punctuation() -> None:
    lines = [text.zh for kpi in kpis() for text in texts_of(kpi)]

    assert [line for line in lines if HALF_WIDTH.search(line)] == []


def test_a_ratio_has_two_parts_and_so_has_a_percent() -> None:
    def sound(kpi: CatalogueKpi) -> bool:
        en, zh = (" ÷ " in formula for formula in (kpi.formula.en, kpi.formula.zh))
        needed = kpi.aggregation is Aggregation.RATIO or kpi.unit.kind is UnitKind.PERCENT
        allowed = kpi.aggregation in {Aggregation.RATIO, Aggregation.LAST}
        return en == zh and (en or not needed) and (allowed or not en)

    assert [kpi.id for kpi in kpis() if not sound(kpi)] == []


@pytest.mark.parametrize(
    ("kpi_id", "how"),
    [
        ("current_ratio", Aggregation.LAST),
        ("debt_ratio", Aggregation.LAST),
        ("dso", Aggregation.LAST),
        ("inventory_turns", Aggregation.LAST),
        ("overdue_receivables_share", Aggregation.LAST),
        ("certification_rate", Aggregation.LAST),
        ("collection_rate", Aggregation.RATIO),
        ("training_pass_rate", Aggregation.RATIO),
    ],
)
def test_of_levels_the_last_one_counts_and_of_what_happened_all_of_it(kpi_id: str, how: Aggregation) -> None:
    kpi = find(kpi_id)

    assert kpi
    assert kpi.aggregation is how


def test_the_last_of_two_parts_keeps_its_parts() -> None:
    """Liabilities of 60 in 100, then of 90 in 300: 30 %, not 150 in 400."""
    quarter = [Reading(Decimal("0.6"), Decimal(60), Decimal(100)), Reading(Decimal("0.3"), Decimal(90), Decimal(300))]

    assert aggregate(Aggregation.LAST, quarter) == quarter[-1]


def test_a_count_and_a_duration_say_of_what() -> None:
    counted = [kpi for kpi in kpis() if kpi.unit.kind in {UnitKind.COUNT, UnitKind.DURATION}]

    assert [kpi.id for kpi in counted if not (kpi.unit.label.en and kpi.unit.label.zh)] == []


def test_yes_and_no_are_a_direction_and_a_unit() -> None:
    odd = [kpi for kpi in kpis() if (kpi.direction is Direction.YESNO) != (kpi.unit.kind is UnitKind.YESNO)]

    assert odd == []


def test_a_kpi_is_about_something_that_goals_speak_of() -> None:
    known = {concept.id for concept in concepts()}

    assert [kpi.id for kpi in kpis() if not (kpi.swot and kpi.concepts and kpi.concepts <= known)] == []


def test_a_bad_thing_is_good_when_it_is_low() -> None:
    """ "Scrap ratio" and "投诉率" fall; "Complaint closure rate" and "成本降低率" speak of putting an end to it."""

    def bad(kpi: CatalogueKpi) -> bool:
        english = BAD.search(kpi.name.en) and not MENDED.search(kpi.name.en)
        chinese = BAD.search(kpi.name.zh) and not MENDED.search(kpi.name.zh)
        return bool(english or chinese)

    odd = [kpi.id for kpi in kpis() if bad(kpi) and kpi.direction not in {Direction.LOWER, Direction.RANGE}]
    assert sum(map(bad, kpis())) >= 80
    assert odd == []


def test_a_counter_kpi_is_another_one() -> None:
    countered = [kpi for kpi in kpis() if kpi.counter]

    assert [kpi.id for kpi in countered if find(kpi.counter or "") in (None, kpi)] == []


def test_what_can_be_gamed_has_a_counter_kpi() -> None:
    assert [kpi.id for kpi in kpis() if bool(kpi.gaming) != bool(kpi.counter)] == []


def test_volume_and_speed_say_how_they_are_gamed() -> None:
    def tempting(kpi: CatalogueKpi) -> bool:
        volume = kpi.aggregation is Aggregation.SUM and kpi.direction is Direction.HIGHER
        return volume or (kpi.unit.kind is UnitKind.DURATION and kpi.direction is Direction.LOWER)

    assert sum(map(tempting, kpis())) >= 50
    assert [kpi.id for kpi in kpis() if tempting(kpi) and not kpi.gaming] == []


@pytest.mark.parametrize("kpi_id", SMALL_SET)
def test_what_a_small_company_lives_by_suits_it(kpi_id: str) -> None:
    kpi = find(kpi_id)

    assert kpi
    assert kpi.small == 2


def test_a_ratio_says_what_is_divided_by_what() -> None:
    win_rate = find("win_rate")

    assert win_rate
    assert win_rate.formula.en == "Deals won ÷ Deals decided (won and lost)"
    assert win_rate.formula.zh == "赢单数 ÷ 已有结果的商机数（赢单加丢单）"


def test_an_unknown_id_is_nothing() -> None:
    assert find("no_such_kpi") is None
