"""What is typed to set a company up and to build its first department's KPIs, in both languages."""

from __future__ import annotations

FOUNDED = {
    "Anna": ("/kpi start Harbour Trading", "Sales, Service, Warehouse", "Shanghai", "CNY"),
    "安娜": ("/kpi 开始 海港贸易", "销售，客服，仓储", "上海", "人民币"),
}
STRATEGY = {
    "Anna": ("/kpi strategy", "1, 4", "big key accounts, fast quotes", "late deliveries", "skip", "price war"),
    "安娜": ("/kpi 战略", "1，4", "大客户多，报价快", "交货慢", "跳过", "价格战"),
}
BUILT = {
    "Anna": (
        "/kpi build Sales",
        "1",
        "Win 40 new customers and keep the old ones",
        "Sales revenue, New customers won, Win rate, Key-account visits, cold calls made",
        *("The more the better", "A count", "Every week", "skip"),
        *("1.1m 1.2m 1.05m", "12 9 14", "24% 31% 28% 26% 29%", "40 44 38", "400 420 390"),
        "1.2m, 10 / 12 / 15, 30%, 44, 420",
        *("I share out 100 points", "40 20 20 10 10"),
        *("Sales revenue", "Call ten former customers a week", "Anna", "in 4 weeks"),
        "yes",
    ),
    "安娜": (
        "/kpi 建模 销售",
        "1",
        "新增 40 家客户，老客户不流失",
        "销售收入，新增客户数，赢单率，大客户拜访次数，电话邀约",
        *("越高越好", "数量", "每周", "跳过"),
        *("110万 120万 105万", "12 9 14", "24% 31% 28% 26% 29%", "40 44 38", "400 420 390"),
        "120万，10 / 12 / 15，30%，44，420",
        *("我来分配 100 分", "40 20 20 10 10"),
        *("销售收入", "每周回访十家老客户", "安娜", "4周内"),
        "是",
    ),
}
"""By who types it: the person who founds the company, and so by language."""
