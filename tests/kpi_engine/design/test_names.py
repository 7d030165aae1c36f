"""KPIs and departments are found by what people type."""

import pytest

from kpi_engine.design.catalogue import called, departments, find, guess, namesakes

KINDS = {kind.id: kind for kind in departments()}


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


@pytest.mark.parametrize(
    ("typed", "kind", "kpi_id"),
    [
        ("复购率", "sales", "repeat_purchase_rate"),
        ("复购率", "ecommerce", "online_repeat_buyers"),
        ("复购率", "restaurant", "repeat_guests"),
        ("Return rate", "quality", "customer_returns"),
        ("return rate", "ecommerce", "online_return_rate"),
        ("退货率", "retail", "store_return_rate"),
        ("客单价", "ecommerce", "average_order_value"),
        ("客单价", "retail", "basket_size"),
        ("客单价", "restaurant", "average_spend"),
        ("毛利", "finance", "gross_margin"),
        ("毛利", "pricing", "product_margin"),
        ("MTTR", "production", "mttr"),
        ("MTTR", "it", "it_restore_time"),
        ("turnover", "people", "staff_turnover"),
        ("turnover", "sales", "sales_revenue"),
        ("Price competitiveness index", "sales", "price_competitiveness"),
        ("隐患整改率", "projects", "hazards_fixed"),
        ("Tasks on time", "admin", "task_on_time_rate"),
    ],
)
def test_one_name_means_in_each_department_what_is_counted_there(typed: str, kind: str, kpi_id: str) -> None:
    assert called(typed, [KINDS[kind]]) is find(kpi_id)


def test_without_a_department_it_is_the_one_whose_own_name_it_is() -> None:
    """E-commerce and restaurants only nickname theirs 复购率, and the sales department is more usual than any of them."""
    assert [kpi.id for kpi in namesakes("复购率")] == ["repeat_purchase_rate", "online_repeat_buyers", "repeat_guests"]
    assert called("复购率") is find("repeat_purchase_rate")
    assert called("复购率", [KINDS["it"]]) is find("repeat_purchase_rate")
    assert called("Gross margin", [KINDS["it"]]) is find("sales_gross_margin")


def test_a_name_is_never_lost_behind_an_equal_one() -> None:
    homes = {
        "客户流失率": {"service", "saas"},
        "MTTR": {"production", "it"},
        "客单价": {"ecommerce", "retail", "restaurant"},
    }

    assert {name: {kpi.department for kpi in namesakes(name)} for name in homes} == homes
    assert namesakes("Cups of coffee") == ()


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
        ("门店", ["retail"]),
        ("网店", ["ecommerce"]),
        ("Online store", ["ecommerce"]),
        ("餐厅前厅", ["restaurant"]),
        ("Kitchen", ["restaurant"]),
        ("SaaS", ["saas"]),
        ("定价与产品", ["pricing"]),
        ("Product management", ["pricing"]),
        ("工程项目部", ["projects"]),
        ("Construction site", ["projects"]),
        ("Slaes", ["sales"]),
        ("Logistcs", ["logistics"]),
        ("Astronauts", []),
        ("", []),
    ],
)
def test_a_department_is_known_by_its_name(name: str, kinds: list[str]) -> None:
    assert [kind.id for kind in guess(name)] == kinds
