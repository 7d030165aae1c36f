"""A name is known however it is typed, and a misspelt one has neighbours."""

import pytest

from kpi_engine.design.match import alike, is_called, likeness, name_among, nearest, same
from kpi_engine.model.name import Name

ENGLISH = (
    "Press mentions",
    "Sales revenue",
    "Win rate",
    "On-time delivery",
    "Customer retention",
    "Complaints",
)
CHINESE = ("销售收入", "赢单率", "准时交货率", "客户满意度", "投诉数")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("win RATE", "Win rate"),
        ("ｗｉｎ　ｒａｔｅ", "Win rate"),
        ("on time delivery", "On-time delivery"),
        ("  销售 收入 ", "销售收入"),
        ("２４小时内回复率", "24小时内回复率"),
    ],
)
def test_case_width_hyphens_and_spaces_do_not_matter(text: str, name: str) -> None:
    assert same(text, name)


def test_another_letter_does() -> None:
    assert not same("win rates", "Win rate")


def test_a_name_is_known_in_either_language() -> None:
    name = Name("Li Na", "李娜")
    assert is_called("lina", name)
    assert is_called(" 李 娜", name)
    assert not is_called("李", name)
    assert alike(Name.same("LI-NA"), name)
    assert not alike(Name("Lin A.", "林安"), name)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("revnue", "Sales revenue"),
        ("retension", "Customer retention"),
        ("on time delivry", "On-time delivery"),
        ("rate win", "Win rate"),
        ("complaint", "Complaints"),
        ("retention", "Customer retention"),
    ],
)
def test_the_nearest_english_name(typed: str, meant: str) -> None:
    assert nearest(typed, ENGLISH, 3)[0] == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("销受收入", "销售收入"),
        ("准时交活率", "准时交货率"),
        ("满意度", "客户满意度"),
        ("投诉", "投诉数"),
        ("盈单率", "赢单率"),
    ],
)
def test_the_nearest_chinese_name(typed: str, meant: str) -> None:
    assert nearest(typed, CHINESE, 3)[0] == meant


@pytest.mark.parametrize("typed", ["xyzzy", "", "啊", "😀", "x" * 300])
def test_what_is_like_nothing_gets_nothing(typed: str) -> None:
    assert nearest(typed, (*ENGLISH, *CHINESE), 3) == ()


def test_no_more_than_asked_for_each_once_and_equals_as_they_came() -> None:
    assert nearest("ab", ("abX", "abY", "abX", "abZ"), 2) == ("abX", "abY")


def test_a_single_character_points_at_no_name_by_being_in_it() -> None:
    """ "率" is in half of all names: "赢单率" is near by its length, "准时交货率" is not."""
    assert nearest("率", ("准时交货率",), 3) == ()


def test_a_true_part_is_nearer_than_a_misspelling() -> None:
    assert nearest("retention", ("Detention", "Key-account retention"), 1) == ("Key-account retention",)


def test_words_in_another_order_are_alike() -> None:
    assert likeness("time on", "on time") > 0.75
    assert likeness("客户数新增", "新增客户数") > 0.7


def test_likeness_is_between_nothing_and_all() -> None:
    assert likeness("Win rate", "WIN-RATE") == 1
    assert likeness("abc", "xyz") == 0


def test_a_text_that_is_one_of_the_names_is_that_name_in_both_languages() -> None:
    sales = Name("Sales", "销售")
    assert name_among(" sales", [Name("Service", "客服"), sales]) == sales
    assert name_among("销售", [sales]) == sales
    assert name_among("Export", [sales]) == Name.same("Export")
