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


OFFERED = {
    "attitude 工作态度": {"attendance_accuracy", "task_on_time_rate"},
    "effective efficient 效率 高效": {"output_per_head", "labour_productivity", "hours_per_unit", "unit_cost"},
    "quality 质量": {"first_pass_yield", "defects_ppm", "rework_ratio"},
    "timely ASAP fast 及时 尽快": {"task_on_time_rate", "task_completion_time"},
    "support help assist 协助": {"service_sla", "internal_satisfaction"},
    "communicate 沟通能力": {"reply_within_24h"},
    "teamwork 团队合作": {"team_goal_completion", "handover_on_time"},
    "responsible 责任心": {"overdue_tasks", "work_errors"},
    "innovation 创新": {"improvements_adopted", "new_product_share"},
    "loyalty 忠诚": {"repeat_purchase_rate", "customer_retention"},
    "professional 专业": {"spot_check_score"},
    "proactive motivated 积极主动": {"improvements_adopted"},
    "执行力": {"plan_completion"},
    "服务意识": {"csat", "first_contact_resolution"},
    "knowledge 学习能力": {"certification_pass_rate"},
    "engaged 士气": {"enps", "staff_turnover"},
    "规范": {"process_compliance"},
    "安全意识": {"safety_incidents", "hazards_fixed"},
    "成本意识": {"unit_cost", "budget_variance"},
    "客户导向": {"csat"},
    "领导力": {"team_goal_completion"},
    "配合度": {"team_goal_completion"},
    "认真": {"work_errors"},
}
ASKED = """
    improve enhance optimise excellent high ensure strengthen promote actively regularly appropriate reasonable
    sufficient maximise minimise world-class seamless robust
    提高 提升 加强 优化 改善 良好 优秀 较高 大局观 影响力 努力 有效 合理 适当 全力 进一步 稳步
"""


@pytest.mark.parametrize(
    ("word", "instead"),
    [
        *((word, instead) for words, instead in OFFERED.items() for word in words.split()),
        ("Raise awareness", {"brand_awareness", "branded_search"}),
        ("提高知名度", {"brand_awareness", "branded_search"}),
    ],
)
def test_what_is_usually_meant_is_offered(word: str, instead: set[str]) -> None:
    found = vague(word)

    assert found
    assert instead <= {kpi.id for kpi in found.instead}


@pytest.mark.parametrize("word", [*ASKED.split(), "as needed", "best effort", "good work"])
def test_what_can_mean_anything_is_asked_about(word: str) -> None:
    found = vague(word)

    assert found
    assert found.instead == ()


@pytest.mark.parametrize("name", ["Damaged goods", "Goods shipped", "Great Harbour"])
def test_goods_are_not_good(name: str) -> None:
    assert vague(name) is None


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
