"""A wish that cannot be measured gets something that can."""

import pytest

from kpi_engine.design.catalogue import kpis
from kpi_engine.design.vague import vague


@pytest.mark.parametrize(
    ("name", "word", "first"),
    [
        ("Work attitude", "work attitude", "task_on_time_rate"),
        ("工作态度", "工作态度", "task_on_time_rate"),
        ("员工的服务态度", "服务态度", "csat"),
        ("Quality", "quality", "first_pass_yield"),
        ("服务质量", "服务质量", "csat"),
        ("Teamwork", "teamwork", "team_goal_completion"),
        ("Cooperation with others", "cooperation", "team_goal_completion"),
        ("执行力", "执行力", "plan_completion"),
        ("提高工作效率", "工作效率", "output_per_head"),
        ("Improve team spirit", "team spirit", "team_goal_completion"),
        ("World-class quality", "quality", "first_pass_yield"),
        ("Quality and work attitude", "work attitude", "task_on_time_rate"),
        ("ＱＵＡＬＩＴＹ", "quality", "first_pass_yield"),
    ],
)
def test_a_vague_word_is_named_and_replaced(name: str, word: str, first: str) -> None:
    found = vague(name)

    assert found
    assert (found.word, found.instead[0].id) == (word, first)
    assert 1 <= len(found.instead) <= 4


@pytest.mark.parametrize("name", ["Improve processes", "优化流程", "大局观"])
def test_where_nothing_fits_it_must_be_asked_what_is_counted(name: str) -> None:
    found = vague(name)

    assert found
    assert found.instead == ()


@pytest.mark.parametrize(
    "name",
    [
        "Quality complaints",
        "质量投诉数",
        "Attitude score",
        "服务态度评分",
        "沟通次数",
        "Improve sales by 5 %",
        "提高销售额",
        "Support tickets closed",
        "培训质量（%）",
        "Visits",
        "收入",
        "Inequality",
        "",
    ],
)
def test_a_name_that_says_what_is_counted_is_left_alone(name: str) -> None:
    assert vague(name) is None


def test_quality_ends_like_a_quantity_but_is_none() -> None:
    """ "质量" ends in "量", "效率" in "率"."""
    assert vague("产品质量")
    assert vague("效率")


def test_no_name_of_the_catalogue_is_vague() -> None:
    assert [name for kpi in kpis() for name in kpi.names if vague(name)] == []
