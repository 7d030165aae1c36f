"""Pairs that were written before the words for what is around the work: how many of them the check understands.

A KPI that serves its goal must not be held apart from it; of the others as many as possible should be.
"""

from __future__ import annotations

from kpi_engine.design.relevance import Certainty, relevance
from kpi_engine.design.words import without_quantities
from kpi_engine.model.name import Name
from tests.kpi_engine.design.check.models import own

NOWHERE = Name("Team 7", "七组")
SERVING = (
    ("Offices cleaned without a complaint", "Spotless offices for every client"),
    ("清洁投诉数", "每间办公室都一尘不染"),
    ("Birthday parties booked", "Fill every weekend"),
    ("生日派对预订数", "周末场场满"),
    ("Paper wasted per job", "Print with less waste"),
    ("每单废纸量", "印刷少浪费"),
    ("Parking spaces let", "Every space rented out"),
    ("车位出租率", "车位全部租出去"),
    ("Emails answered within a day", "Guests hear from us quickly"),
    ("邮件当天回复率", "客人的问题当天答复"),
    ("Newsletter readers", "Regulars who come back"),
    ("Uniforms delivered on time", "Every hospital order on time"),
    ("工服按期交付率", "每批工服按时交货"),
    ("Team outings", "People who like working here"),
    ("团建参与率", "提升团队凝聚力"),
    ("Sick leave per person", "Keep our people well"),
    ("Recycled paper used", "Become climate neutral"),
    ("再生纸用量占比", "绿色低碳经营"),
    ("Office rent per head", "Cut overheads"),
    ("人均房租", "压缩费用"),
    ("Printer sales", "Sell more machines than last year"),
    ("打印机销量", "设备卖得比去年多"),
    ("Meetings with new customers", "Win 12 large clients"),
    ("新客户拜访会议数", "拿下 12 家大客户"),
    ("Export orders", "Sell abroad"),
    ("出口订单额", "卖到海外"),
    ("Desks sold", "Grow turnover by a third"),
    ("办公桌销量", "营业额增长三成"),
    ("Canteen meals without waste", "Cook only what is eaten"),
    ("食堂剩菜量", "减少食材浪费"),
    ("Phone calls answered at once", "Answer customers faster"),
    ("Plants sold", "Sell more plants than last spring"),
)
STRANGE = (
    ("Coffee cups in the kitchen", "Win 12 large clients"),
    ("茶水间杯子数", "拿下 12 家大客户"),
    ("Christmas party guests", "Collect receivables on time"),
    ("年会节目数", "应收账款按期收回"),
    ("Stationery ordered", "Never have an accident"),
    ("文具领用量", "全年零事故"),
    ("Meeting rooms booked", "Cut material waste"),
    ("会议室使用次数", "减少材料浪费"),
    ("Length of the weekly meeting", "Sell abroad"),
    ("周会时长", "卖到海外"),
    ("Birthday cards sent to staff", "Right first time"),
    ("员工生日会次数", "一次做对"),
    ("Plants watered", "Deliver every order on time"),
    ("浇花次数", "每单准时交货"),
    ("Lights in the corridor", "Keep every key account"),
    ("走廊灯数", "留住每个大客户"),
    ("Toner cartridges", "Repeat guests"),
    ("硒鼓用量", "回头客更多"),
    ("Bicycles in the rack", "Answer customers faster"),
    ("自行车停放数", "客户询价当天回复"),
    ("Internal emails", "Halve quality complaints"),
    ("内部邮件数", "质量投诉减半"),
    ("Lottery tickets bought", "Cut unit cost by 8 %"),
    ("抽奖次数", "单位成本下降 8%"),
    ("Wall calendars", "Win new customers in new regions"),
    ("挂历数", "开拓新区域，赢得新客户"),
    ("Lunch breaks", "Fill every room at weekends"),
    ("午休次数", "周末满房"),
)


def test_what_serves_its_goal_is_held_apart_from_it_never() -> None:
    assert [pair for pair in SERVING if _certainty(*pair) is Certainty.NONE] == []


def test_of_what_has_nothing_to_do_with_its_goal_most_is_seen() -> None:
    assert sum(_certainty(*pair) is Certainty.NONE for pair in STRANGE) == 24


def test_a_number_inside_a_chinese_phrase_does_not_hide_it() -> None:
    assert without_quantities("新增 40 家客户") == "新增客户"
    assert without_quantities("30天内回访") == "30天内回访"
    assert without_quantities("Win 40 new customers") == "Win 40 new customers"


def _certainty(kpi: str, goal: str) -> Certainty:
    return relevance(own(kpi), [Name.same(goal)], NOWHERE, ()).certainty
