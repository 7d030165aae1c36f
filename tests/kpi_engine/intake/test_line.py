"""One line with several values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.calendar.words import write_period
from kpi_engine.intake.free import is_a_value, is_value_in_full, looks_like_values
from kpi_engine.intake.line import Line, read_line, unnamed
from kpi_engine.intake.names import Askable
from kpi_engine.intake.why import Why
from kpi_engine.model.actual import ActualState
from kpi_engine.model.kpi import Unit, UnitKind
from kpi_engine.model.name import Name

TODAY = date(2026, 11, 25)
KPIS = (
    Askable(1, ("Sales revenue", "销售收入", "revenue", "收入"), Unit(UnitKind.MONEY), Decimal(11000)),
    Askable(2, ("Customer complaints", "客户投诉", "complaints", "投诉"), Unit(UnitKind.COUNT), Decimal(2)),
    Askable(
        3,
        ("Key-account visits", "大客户拜访", "visits", "拜访"),
        Unit(UnitKind.COUNT, Name("visits", "次")),
        Decimal(7),
    ),
    Askable(4, ("Training hours", "培训学时", "training", "培训"), Unit(UnitKind.DURATION)),
    Askable(5, ("On-time delivery", "准时交货率"), Unit(UnitKind.PERCENT), Decimal("0.93")),
    Askable(6, ("5S score", "5S得分"), Unit(UnitKind.SCORE)),
    Askable(7, ("Backup done", "备份完成"), Unit(UnitKind.YESNO)),
    Askable(8, ("Revenue growth", "收入增长率"), Unit(UnitKind.PERCENT)),
)


def said(line: Line) -> list[str]:
    """The line in short: kpi=value, kpi=state, and the note behind a bar; problems as kpi?why."""
    values = [
        f"{piece.kpi_id}={piece.read.value.normalize():f}" if piece.read else f"{piece.kpi_id}={piece.state.value}"
        for piece in line.entries
    ]
    notes = [
        f"{value}|{piece.note}" if piece.note else value for value, piece in zip(values, line.entries, strict=True)
    ]
    return notes + [f"{','.join(map(str, problem.kpi_ids))}?{problem.why}" for problem in line.problems]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("revenue 1.2万, complaints 3, visits same, training n/a", ["1=12000", "2=3", "3=7", "4=n/a"]),
        ("收入 1.2万，投诉 3，拜访 同上，培训 不适用", ["1=12000", "2=3", "3=7", "4=n/a"]),
        ("收入1.2万；投诉3、拜访一样；培训请假", ["1=12000", "2=3", "3=7", "4=away"]),
        ("Revenue: 1,200\ncomplaints = 3\n", ["1=1200", "2=3"]),
        ("- revenue ￥１，２００\n- visits 35 visits", ["1=1200", "3=35"]),
        ("revenue 1,200,complaints 3", ["1=1200", "2=3"]),
        ("complaints 3,5S score 80", ["2=3", "6=80"]),
        ("5S score 80, complaints 3", ["6=80", "2=3"]),
        ("5s得分80", ["6=80"]),
        ("收入17万 客户投诉3", ["1=170000", "2=3"]),
        ("收入17万 大客户3 准时交9成", ["1=170000", "3=3", "5=0.9"]),
        ("收入17万 大客户3家退货", ["1=170000|大客户3家退货"]),
        ("revenue 1200 late 2", ["1=1200|late 2"]),
        ("revenue 11 Nov 1100, 10 Nov 1200, visits 2", ["1=1100", "1=1200", "3=2"]),
        ("收入 11月11日 18万，11月10日 19万，昨天 20万", ["1=180000", "1=190000", "1=200000"]),
        ("收入 11月11日 1100，11月10日 5万2，11月9日 5万1", ["1=1100", "1=52000", "1=51000"]),
        ("revenue 11 Nov 1100,10 Nov 1200", ["1=1100", "1=1200"]),
        ("revenue 1100, 10 Nov invoices late", ["1=1100|invoices late"]),
        ("revenue 1.200,5; visits 2", ["1=1200.5", "3=2"]),
        ("training 12,5", ["4=12.5"]),
        ("revenue 2 million", ["1=2000000"]),
        ("revenue 1 200", ["1=1200"]),
        ("sales revenue 5k", ["1=5000"]),
        ("SALES  REVENUE 5k", ["1=5000"]),
        ("key account visits 3", ["3=3"]),
        ("on-time delivery 45/50", ["5=0.9"]),
        ("on-time delivery 18 of 20", ["5=0.9"]),
        ("on-time delivery 18 out of the 20 due", ["5=0.9|due"]),
        ("准时交货率 20个里18个", ["5=0.9"]),
        ("准时交货率20个里18个", ["5=0.9"]),
        ("准时交货率 20 中 18，投诉 3", ["5=0.9", "2=3"]),
        ("visits 18 of 20", ["3=18|of 20"]),
        ("on time delivery 0.95", ["5=0.95"]),
        ("收入增长率 12", ["8=0.12"]),
        ("投诉3，大客户同上", ["2=3", "3=7"]),
        ("投诉3，大客户和上周一样", ["2=3", "3=7"]),
        ("backup done yes", ["7=1"]),
        ("备份完成 是", ["7=1"]),
        ("准时交货率 九成", ["5=0.9"]),
        ("准时交货率九成五", ["5=0.95"]),
        ("客户投诉 三个", ["2=3"]),
        ("投诉 三十六条", ["2=36"]),
        ("投诉三条 拜访十二家", ["2=3", "3=12"]),
        ("拜访 十二家，收入 一百二十万", ["3=12", "1=1200000"]),
        ("大客户三家，收入两千三", ["3=3", "1=2300"]),
        ("大客户拜访了十二家", ["3=12"]),
        ("拜访了 12 家，投诉有三条", ["3=12", "2=3"]),
        ("投诉一共5起", ["2=5"]),
        ("revenue -4", ["1=-4"]),
        ("visits - same", ["3=7"]),
        ("visits - n/a", ["3=n/a"]),
        ("visits - 0", ["3=0"]),
        ("complaints none", ["2?zero_or_not_applicable"]),
        ("complaints 9 and visits 5", ["2=9", "3=5"]),
        ("投诉 9 还有 拜访 5", ["2=9", "3=5"]),
        ("投诉 没有，拜访 3", ["3=3", "2?zero_or_not_applicable"]),
        ("revenue (4)", ["1=-4"]),
        ("revenue is 1200.", ["1=1200"]),
        ("收入是三千五。投诉3。", ["1=3500", "2=3"]),
        ("compl 3", ["2=3"]),
        ("key-acc 3", ["3=3"]),
        ("交货率 95%", ["5=0.95"]),
        ("train 2.5", ["4=2.5"]),
        ("complaints 3 late parcels", ["2=3|late parcels"]),
        ("complaints 3 (late parcels)", ["2=3|late parcels"]),
        ("投诉3（物流延误）", ["2=3|物流延误"]),
        ("complaints 3, mostly late parcels, visits 2", ["2=3|mostly late parcels", "3=2"]),
        ("revenue 1200, big order from 2 customers", ["1=1200|big order from 2 customers"]),
        ("revenue 1200 complaints 3", ["1=1200", "2=3"]),
        ("收入1200 投诉3 拜访2", ["1=1200", "2=3", "3=2"]),
        ("revenue 1200 revenue", ["1=1200|revenue"]),
        ("complaints 3 2 of them late", ["2=3|2 of them late"]),
        ("visits 5 2026-W46", ["3=5"]),
        ("visits 5 24 Nov", ["3=5"]),
        ("visits 5 week 46, 7 week 45", ["3=5", "3=7"]),
        ("visits 5 2026-W46, visits 7 2026-W45", ["3=5", "3=7"]),
        ("revenue 11 Nov 1100, revenue 10 Nov 1200", ["1=1100", "1=1200"]),
        ("complaints away", ["2=away"]),
        ("", []),
        (" , ,, ", []),
    ],
)
def test_understood(text: str, meant: list[str]) -> None:
    assert said(read_line(text, KPIS, TODAY)) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("revenue abc", ["1?no_value"]),
        ("revenue", ["1?no_value"]),
        ("visits 12abc", ["3?not_a_number"]),
        ("training same", ["4?no_last"]),
        ("training 1.200", ["4?thousands_or_decimal"]),
        ("revenue 12%", ["1?percent_sign"]),
        ("on-time delivery 45/0", ["5?denominator_zero"]),
        ("complaints 3, complaints 4", ["2=3", "2?twice"]),
        ("revenue 1, 200", ["1?not_a_number"]),
        ("revenue - 1200", ["1?sign"]),
        ("revenue-1200", ["1?sign"]),
        ("revenue - nothing", ["1?no_value"]),
        ("revenu 5", ["1,8?ambiguous_kpi"]),
        ("complaimts 3", ["2=3"]),
        ("zzz 5", ["?unknown_kpi"]),
        ("42", ["?unknown_kpi"]),
        ("hello there", ["?unknown_kpi"]),
        ("收入完成率 5%", ["?unknown_kpi"]),
        ("backup done maybe", ["7?no_value"]),
        ("revenue 1200, zzz 5", ["1=1200", "?unknown_kpi"]),
        ("revenue 11 Nov 1100 10 Nov 1200", ["1?several"]),
        ("revenue 1100 11 Nov 1200 10 Nov", ["1?several"]),
        ("revenue 5 10 Nov 1200", ["1?several"]),
        ("收入 11月11日 1100 11月10日 1200", ["1?several"]),
        ("revenue 1200 1300", ["1?several"]),
        ("投诉 上周31 这周29", ["2?several"]),
        ("投诉 上周31 这周29个", ["2?several"]),
        ("投诉上周31这周29", ["2?not_a_number"]),
        ("revenue friday 1400 and thursday 1150", ["1?several"]),
        ("投诉 30个，回访 5 次", ["2=30", "?unknown_kpi"]),
        ("complaints 3, calls 5 times", ["2=3", "?unknown_kpi"]),
        ("revenue 10 Nov 1200, revenue 2026-11-10 1300", ["1=1200", "1?twice"]),
        ("revenue 10 Nov 1200, 2026-11-10 1300", ["1=1200", "1?twice"]),
        ("complaints 3, 10 Nov 2 of them late", ["2?not_a_number"]),
    ],
)
def test_asked_back(text: str, meant: list[str]) -> None:
    assert said(read_line(text, KPIS, TODAY)) == meant


@pytest.mark.parametrize(
    ("text", "meant", "when"),
    [
        ("revenue 24 Nov 3.2k", "1=3200", "2026-11-24"),
        ("revenue Nov 24: 3,200", "1=3200", "2026-11-24"),
        ("revenue 11 Nov 1100", "1=1100", "2026-11-11"),
        ("revenue 11 Nov 2027 1100", "1=1100", "2027-11-11"),
        ("revenue yesterday 3200", "1=3200", "2026-11-24"),
        ("yesterday revenue 3200", "1=3200", "2026-11-24"),
        ("11月24日 客户投诉 3", "2=3", "2026-11-24"),
        ("客户投诉 11月24日 3", "2=3", "2026-11-24"),
        ("客户投诉11月24日 3个", "2=3", "2026-11-24"),
        ("昨天收入 17万", "1=170000", "2026-11-24"),
        ("昨天收入17万2千", "1=172000", "2026-11-24"),
        ("收入昨天 17万", "1=170000", "2026-11-24"),
        ("收入昨天：17万5", "1=175000", "2026-11-24"),
        ("11月24日收入17万", "1=170000", "2026-11-24"),
        ("收入：175000", "1=175000", None),
        ("交货率：95%", "5=0.95", None),
        ("交货率昨天 95%", "5=0.95", "2026-11-24"),
        ("客户投诉 上周五 3", "2=3", "2026-11-20"),
        ("上周五客户投诉 3", "2=3", "2026-11-20"),
        ("上周大客户拜访 28", "3=28", "2026-W47"),
        ("last week key-account visits 28", "3=28", "2026-W47"),
        ("上月收入 28万", "1=280000", "2026-10"),
        ("visits 2026-W46 12", "3=12", "2026-W46"),
        ("training October 40", "4=40", "2026-10"),
        ("on-time delivery October 45/50", "5=0.9", "2026-10"),
        ("revenue 1 200", "1=1200", None),
        ("on-time delivery 11/24", "5=0.4583333333333333333333333333", None),
        ("visits 5 in October", "3=5|in October", None),
        ("visits 5 week 46", "3=5", "2026-W46"),
        ("training 40 hours October", "4=40|hours", "2026-10"),
        ("收入17万 昨天", "1=170000", "2026-11-24"),
        ("投诉 第46周 3", "2=3", "2026-W46"),
        ("客户投诉 上上周 3", "2=3", "2026-W46"),
        ("投诉5号3个", "2=3", "2026-11-05"),
        ("account 5 Nov 3", "3=3", "2026-11-05"),
        ("account Nov 5: 3", "3=3", "2026-11-05"),
        ("account yesterday 3", "3=3", "2026-11-24"),
        ("complaints 3 on the 5th", "2=3", "2026-11-05"),
        ("complaints the 30th 3", "2=3", "2026-10-30"),
        ("收入10月 28万", "1=280000", "2026-10"),
    ],
)
def test_a_day_before_the_value_says_when_it_was(text: str, meant: str, when: str | None) -> None:
    line = read_line(text, KPIS, TODAY)
    assert said(line) == [meant]
    assert [piece.when and write_period(piece.when) for piece in line.entries] == [when]
    assert looks_like_values(text, KPIS)


@pytest.mark.parametrize(
    ("text", "able"),
    [
        ("11月26日 18万，11月25日 19万", [1, 2, 3, 4, 5, 6, 8]),
        ("24 Nov 1200", [1, 2, 3, 4, 5, 6, 8]),
        ("昨天 3 次", [3]),
        ("昨天三个", [2, 3]),
        ("昨天 3 人", []),
        ("revenue 24 Nov 1200", []),
        ("1200", []),
        ("24 Nov 2026", []),
        ("昨天请假", []),
        ("yesterday 3 complaints came in", []),
    ],
)
def test_a_day_and_a_number_may_be_said_of_several(text: str, able: list[int]) -> None:
    found = unnamed(text, KPIS, TODAY)
    assert [kpi.kpi_id for kpi in (found[0] if found else ())] == able


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *((f"visits {same}", ["3=7"]) for same in ("same as last week", "no change", "as before", "没变", "持平")),
        *((f"拜访{same}", ["3=7"]) for same in ("和上周一样", "跟上次一样", "上月一样", "与上期相同", "不变")),
        *((f"visits {about}", ["3=9"]) for about in ("about 9", "~9", "approx. 9", "约 9", "大概九", "是9", "改成9")),
        *(
            (text, ["3=9"])
            for text in ("拜访约9次", "把拜访改成9次", "拜访应该是 9", "visits should be 9", "visits is now 9")
        ),
        ("拜访 9次左右", ["3=9"]),
        ("visits 9🎉", ["3=9|🎉"]),
        ("收入大约三千", ["1=3000"]),
    ],
)
def test_as_people_talk(text: str, meant: list[str]) -> None:
    assert said(read_line(text, KPIS, TODAY)) == meant
    assert looks_like_values(text, KPIS)


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("revenue 1.2万", True),
        ("revenue 1.2万 a large order", True),
        ("visits 9", True),
        ("key visits 9", True),
        ("train 9", True),
        ("train 9 new drivers", False),
        ("Li Na", False),
        ("revenue", False),
    ],
)
def test_words_that_may_be_anything_are_a_value_by_a_name_in_full_or_alone(text: str, whether: bool) -> None:
    assert is_a_value(text, KPIS) is whether


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("revenue 1.2万", True),
        ("训练 9", False),
        ("train 9", False),
        ("visits 9", True),
        ("Li Na 2", False),
        ("revenue", False),
    ],
)
def test_a_value_in_full_begins_with_the_whole_name(text: str, whether: bool) -> None:
    assert is_value_in_full(text, KPIS) is whether


def test_a_misspelt_name_comes_with_the_nearest_ones() -> None:
    line = read_line("complnts 3", KPIS, TODAY)

    assert line.problems[0].nearest[0] == 2
    assert line.problems[0].text == "complnts 3"


def test_a_doubtful_value_comes_with_what_it_may_mean() -> None:
    assert read_line("training 1.200", KPIS, TODAY).problems[0].options == (Decimal("1.2"), Decimal(1200))
    assert read_line("revenue - 1,200", KPIS, TODAY).problems[0].options == (Decimal(1200), Decimal(-1200))


def test_two_kpis_of_the_same_name_are_told_apart_by_asking() -> None:
    twins = (Askable(1, ("Cost",), Unit(UnitKind.MONEY)), Askable(2, ("cost",), Unit(UnitKind.MONEY)))

    line = read_line("cost 5", twins, TODAY)

    assert line.problems[0].why is Why.AMBIGUOUS_KPI
    assert line.problems[0].kpi_ids == (1, 2)


def test_same_is_the_last_value() -> None:
    (piece,) = read_line("visits same", KPIS, TODAY).entries

    assert piece.read is not None
    assert (piece.read.value, piece.state) == (Decimal(7), ActualState.OK)


def test_the_sign_of_another_currency_is_asked_back() -> None:
    assert said(read_line("revenue $5", KPIS, TODAY, currency="CNY")) == ["1?other_currency"]


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("revenue 1.2万", True),
        ("complaints 3, visits same", True),
        ("收入3千", True),
        ("training 1.200", True),
        ("compl 3", True),
        ("training same", True),
        ("hello", False),
        ("", False),
        ("42", False),
        ("how is revenue doing?", False),
        ("revenue was great in 2026", False),
        ("at 5 we meet", False),
        ("see you at 5", False),
        ("what are complaints", False),
    ],
)
def test_free_text_that_reads_like_values(text: str, whether: bool) -> None:
    assert looks_like_values(text, KPIS) is whether


@given(st.text(st.sampled_from("revenuecomplaints 收入投诉0123456789.,，;、-%()k万\n"), max_size=40))
def test_nothing_that_is_typed_gets_lost(text: str) -> None:
    line = read_line(text, KPIS, TODAY)
    kept = "".join(piece.text + piece.note for piece in (*line.entries,)) + "".join(
        problem.text for problem in line.problems
    )

    for character in "0123456789":
        assert kept.count(character) >= text.count(character)


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    line = read_line(text, KPIS, TODAY)

    assert all(piece.state is not ActualState.OK or piece.read for piece in line.entries)
