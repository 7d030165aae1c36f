"""Fortnights as people live them: all that anybody is written, when by their own clock, and what they do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.model.kpi import Target
from kpi_engine.model.name import Language, Name
from kpi_engine.store.tables import CompanyRow, PersonRow
from tests.bot.wake.days import Days
from tests.bot.wake.lived import LivedStage
from tests.chat import transcript
from tests.factories import Office, definition
from tests.stage import quick

ZONES = {"ann": "Asia/Shanghai", "hal": "America/New_York", "sam": "Europe/Berlin", "mia": "Australia/Lord_Howe"}
ENGLISH = {"Ann": "ann", "Hal": "hal", "Sam": "sam", "Mia": "mia"}
CHINESE = {"安琪": "ann", "何磊": "hal", "孙敏": "sam", "米兰": "mia"}


def in_english(office: Office) -> None:
    """Sam enters a value each week, Mia one each month."""
    office.publish(
        definition("Revenue", 60, office.sam, frequency=PeriodKind.WEEK, target=Target(Decimal(40_000))),
        definition("Visits", 40, office.mia),
        today=date(2026, 9, 1),
    )


def in_chinese(office: Office) -> None:
    """孙敏 enters a value each day, 米兰 one each week."""
    ids = {"ann": office.owner.person.id, "hal": office.hal, "sam": office.sam, "mia": office.mia}
    for name, account in CHINESE.items():
        person = office.session.get_one(PersonRow, ids[account])
        person.name, person.language = Name.same(name), Language.ZH
    office.session.get_one(CompanyRow, office.owner.company_id).language = Language.ZH
    office.publish(
        definition("销售收入", 60, office.sam, frequency=PeriodKind.DAY),
        definition("拜访客户", 40, office.mia, frequency=PeriodKind.WEEK),
        today=date(2026, 9, 1),
    )


Lives = Callable[[datetime, Mapping[str, str], Callable[[Office], None]], LivedStage]


@pytest.fixture
def lives(stage_url: str) -> Lives:
    """Begins the first morning."""

    def begin(now: datetime, zones: Mapping[str, str], furnish: Callable[[Office], None]) -> LivedStage:
        people = CHINESE if furnish is in_chinese else ENGLISH
        return LivedStage(stage_url, Days.begin(quick(stage_url), now, dict(zones), furnish), people)

    return begin


class TestTheClocksGoBack:
    """Berlin's on 25 October, New York's on 1 November; Lord Howe's went on by half an hour before."""

    @pytest.fixture
    def stage(self, lives: Lives) -> LivedStage:
        return lives(datetime(2026, 10, 19, 0, tzinfo=UTC), ZONES, in_english)

    @transcript
    def test_a_fortnight_in_four_zones(self) -> None:
        """
        -- until 2026-10-19 22:30 --
        Mon 19 Oct 09:00 Ann: Acme, October 2026: no score yet. Not in yet: Sales (3 value
        Mon 19 Oct 09:00 Hal: Sales, October 2026: no score yet. Not in yet: Revenue (3 va
        Mon 19 Oct 16:00 Sam: Sam, 2 values are due. One line is enough for all of them.

        bot -> Sam:
        Sam, 2 values are due. One line is enough for all of them.

        KPI      Period         Last time              Target
        ─────────────────────────────────────────────────────
        Revenue  week 41, 2026             40,000 every month
        Revenue  week 42, 2026             40,000 every month

        [1] Enter my values   [2] Not until tomorrow

        Sam: [Not until tomorrow]
        ✓ Nothing until 20 Oct 2026, 16:00.

        [1] Undo   [2] Reminders

        -- until 2026-10-20 22:30 --
        Tue 20 Oct 16:00 Sam: Sam, 2 values are due. One line is enough for all of them.

        bot -> Sam:
        Sam, 2 values are due. One line is enough for all of them.

        KPI      Period         Last time              Target
        ─────────────────────────────────────────────────────
        Revenue  week 41, 2026             40,000 every month
        Revenue  week 42, 2026             40,000 every month

        [1] Enter my values   [2] Not until tomorrow

        Sam: [Enter my values]
        ── Your values ─────────────────────────────────────────────────────────────────────────────────────
        Revenue, week 41, 2026
        Target 40,000 every month
          [Not applicable]
        ↵ –
        [Skip] [Cancel]

        Sam: 1.2万
        Revenue, week 42, 2026
        Target 40,000 every month
          [Not applicable]
        ↵ –
        [Back] [Skip] [Cancel]

        Sam: 9k
        ✓ Thank you. I understood 2 values:

          KPI      Period          Value  Before
          ──────────────────────────────────────
          Revenue  week 41, 2026  12,000
          Revenue  week 42, 2026   9,000

          Revenue (week 41, 2026) came after the days of grace and is marked late; it counts all the same.

        [1] Undo   [2] Report   [3] Why?

        -- until 2026-10-26 23:30 --
        Mon 26 Oct 09:00 Ann: Acme, October 2026: 120.0, from 60% of the weight. Thanks to
        Mon 26 Oct 09:00 Hal: Sales, October 2026: 120.0, from 60% of the weight. Thanks t
        Mon 26 Oct 16:00 Sam: Sam, one value is due. A line is enough, such as 12 behind i

        Sam: Revenue 11000
        ✓ Thank you. I understood:

          KPI      Period          Value  Before
          ──────────────────────────────────────
          Revenue  week 43, 2026  11,000

        [1] Undo   [2] Report   [3] Why?

        -- until 2026-11-02 23:30 --
        Mon 02 Nov 09:00 Ann: Acme, October 2026: 120.0, from 60% of the weight. Thanks to
        Mon 02 Nov 09:00 Ann: October 2026 is over. When all values are in, it can be revi
        Mon 02 Nov 16:00 Mia: Mia, 2 values are due. One line is enough for all of them.
        Mon 02 Nov 09:00 Hal: Sales, October 2026: 120.0, from 60% of the weight. Thanks t
        Mon 02 Nov 09:00 Hal: October 2026 is over. When all values are in, it can be revi
        Mon 02 Nov 16:00 Sam: Sam, one value is due. A line is enough, such as 12 behind i

        bot -> Mia:
        Mia, 2 values are due. One line is enough for all of them.

        KPI     Period          Last time  Target
        ─────────────────────────────────────────
        Visits  September 2026                100
        Visits  October 2026                  100

        [1] Enter my values   [2] Not until tomorrow

        Mia: [Enter my values]
        ── Your values ─────────────────────────────────────────────────────────────────────────────────────
        Visits, September 2026
        Target 100
          [Not applicable]
        ↵ –
        [Skip] [Cancel]

        Mia: 41
        Visits, October 2026
        Target 100
          [Not applicable]
        ↵ –
        [Back] [Skip] [Cancel]

        Mia: 44
        ✓ Thank you. I understood 2 values:

          KPI     Period          Value  Before
          ─────────────────────────────────────
          Visits  September 2026     41
          Visits  October 2026       44

          Visits (September 2026) came after the days of grace and is marked late; it counts all the same.

          Visits (October 2026, 44.0) is red. A word on why, and on what will be done, helps everybody.

        [1] Undo   [2] Say why it is red   [3] Report   [4] Why?

        -- until 2026-11-04 12:00 --
        Tue 03 Nov 16:00 Sam: Sam, one value is due. A line is enough, such as 12 behind i
        """


class TestNationalDay:
    """1 to 7 October is free, Saturday the 10th is worked."""

    @pytest.fixture
    def stage(self, lives: Lives) -> LivedStage:
        return lives(datetime(2026, 9, 28, 0, tzinfo=UTC), dict.fromkeys(ZONES, "Asia/Shanghai"), in_chinese)

    @transcript
    def test_a_fortnight_with_leave_and_two_misses(self) -> None:
        """
        孙敏: 提醒 代办 开
        ✓ 连续 2 次未填后，我只告诉何磊，不告诉其他人。要换人，可用 /kpi 成员 代办 指定代办人。

        [1] 撤销   [2] 提醒设置

        -- until 2026-09-28 16:15 --
        Mon 28 Sep 09:00 安琪: Acme，2026年9月：暂无得分。 还差的数据：销售部 23 项。
        Mon 28 Sep 09:00 何磊: 销售部，2026年9月：暂无得分。 还差的数据：销售收入 19 项、拜访客户 4 项。 孙敏也许需要搭把手：销售收入已连
        Mon 28 Sep 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Mon 28 Sep 16:00 米兰: 米兰，有 2 项数据到期了，一行话就能填完。

        bot -> 米兰:
        米兰，有 2 项数据到期了，一行话就能填完。

        指标      周期          上次      目标
        ──────────────────────────────────────
        拜访客户  2026年第38周        每月 100
        拜访客户  2026年第39周        每月 100

        [1] 填报我的数据   [2] 明天再提醒

        米兰: [填报我的数据]
        ── 填报数据 ────────────────────────────────────────────────────────────────────────────────────────
        拜访客户，2026年第38周
        目标 每月 100
          [不适用]
        ↵ –
        [跳过] [取消]

        米兰: 25
        拜访客户，2026年第39周
        目标 每月 100
          [不适用]
        ↵ –
        [返回] [跳过] [取消]

        米兰: 23
        ✓ 收到，谢谢！共 2 项，我的理解是：

          指标      周期          数值  之前
          ──────────────────────────────────
          拜访客户  2026年第38周    25
          拜访客户  2026年第39周    23

          拜访客户（2026年第38周）已过填报宽限期，记为迟填，照常计入得分。

        [1] 撤销   [2] 看报告   [3] 为什么？

        -- until 2026-09-30 17:00 --
        Tue 29 Sep 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Wed 30 Sep 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。

        米兰: 请假 10月8日到10月9日
        ✓ 你2026年10月8日至2026年10月9日请假，已记下。这些日子的数据不会催填，个人目标按在岗天数折算。

        [1] 撤销

        -- until 2026-10-10 16:30 --
        Thu 08 Oct 09:00 安琪: Acme，2026年9月：96.0 分（已有 40% 权重的数据）。 还差的数据：销售部 24 项。 请你定一件事：本期
        Thu 08 Oct 09:00 何磊: 销售部，2026年9月：96.0 分（已有 40% 权重的数据）。 还差的数据：销售收入 22 项、拜访客户 2 项。
        Thu 08 Oct 09:00 安琪: 2026年9月已经结束。数据填齐后，就可以评审和结算了。
        Thu 08 Oct 09:00 何磊: 2026年9月已经结束。数据填齐后，就可以评审和结算了。
        Thu 08 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Fri 09 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Sat 10 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Sat 10 Oct 16:00 米兰: 米兰，有 1 项数据到期了，一行话就能填完。

        bot -> 米兰:
        米兰，有 1 项数据到期了，一行话就能填完。

        指标      周期          上次      目标
        ──────────────────────────────────────
        拜访客户  2026年第40周    23  每月 100

        [1] 填报我的数据   [2] 明天再提醒

        米兰: 拜访客户 12
        ✓ 收到，谢谢！我的理解是：

          指标      周期          数值  之前
          ──────────────────────────────────
          拜访客户  2026年第40周    12

          已过填报宽限期，记为迟填，照常计入得分。

        [1] 撤销   [2] 看报告   [3] 为什么？

        -- until 2026-10-12 12:00 --
        Mon 12 Oct 09:00 安琪: Acme，2026年10月：60.0 分，比2026年9月 −36.0（已有 40% 权重的数据）。 主要变化：拜访客户
        Mon 12 Oct 09:00 何磊: 销售部，2026年10月：60.0 分，比2026年9月 −36.0（已有 40% 权重的数据）。 主要变化：拜访客户

        bot -> 何磊:
        销售部，2026年10月：60.0 分，比2026年9月 −36.0（已有 40% 权重的数据）。

        主要变化：拜访客户 −36.0。

        需要支持：米兰（拜访客户 60.0）。

        还差的数据：销售收入 3 项、拜访客户 1 项。

        请你定一件事：拜访客户如能达标，总分可再加 40.0 分。是增派人手，还是调整目标？

        孙敏也许需要搭把手：销售收入已连续 2 期没有数据。

        [1] 为什么？   [2] 看图表   [3] 检查该指标   [4] 看报告
        """


class TestTrouble:
    """Everybody in Shanghai."""

    @pytest.fixture
    def stage(self, lives: Lives) -> LivedStage:
        return lives(datetime(2026, 10, 19, 0, tzinfo=UTC), dict.fromkeys(ZONES, "Asia/Shanghai"), in_english)

    @transcript
    def test_who_blocked_the_bot_hears_nothing_until_they_are_back(self) -> None:
        """
        -- Sam blocks the bot --

        -- until 2026-10-27 12:00 --
        Mon 19 Oct 09:00 Ann: Acme, October 2026: no score yet. Not in yet: Sales (3 value
        Mon 19 Oct 09:00 Hal: Sales, October 2026: no score yet. Not in yet: Revenue (3 va
        Mon 19 Oct 16:15 Hal: What I send to Sam doesn't arrive: perhaps the chat with me
        Mon 26 Oct 09:00 Ann: Acme, October 2026: no score yet. Not in yet: Sales (4 value
        Mon 26 Oct 09:00 Hal: Sales, October 2026: no score yet. Not in yet: Revenue (4 va

        bot -> Hal:
        Sales, October 2026: no score yet.

        Not in yet: Revenue (4 values).

        [1] Report

        -- Sam unblocks it --

        Sam: /kpi
        Hello Sam. 2 values are waiting for you:

        KPI      Period         Last time              Target
        ─────────────────────────────────────────────────────
        Revenue  week 42, 2026             40,000 every month
        Revenue  week 43, 2026             40,000 every month

        There is no score of yours for October 2026 yet.

        [1] Enter my values   [2] Report   [3] Why?   [4] Help

        -- until 2026-10-29 12:00 --
        Tue 27 Oct 16:00 Sam: Sam, 2 values are due. One line is enough for all of them.
        """

    @transcript
    def test_the_bot_is_away_for_two_hours_and_the_clock_is_set_back(self) -> None:
        """
        -- until 2026-10-26 15:30 --
        Mon 19 Oct 09:00 Ann: Acme, October 2026: no score yet. Not in yet: Sales (3 value
        Mon 19 Oct 09:00 Hal: Sales, October 2026: no score yet. Not in yet: Revenue (3 va
        Mon 19 Oct 16:00 Sam: Sam, 2 values are due. One line is enough for all of them.
        Tue 20 Oct 16:00 Sam: Sam, 2 values are due. One line is enough for all of them.
        Mon 26 Oct 09:00 Ann: Acme, October 2026: no score yet. Not in yet: Sales (4 value
        Mon 26 Oct 09:00 Hal: Sales, October 2026: no score yet. Not in yet: Revenue (4 va

        -- 2026-10-26 17:30 --

        -- until 2026-10-26 18:00 --
        Mon 26 Oct 17:30 Sam: Sam, 2 values are due. One line is enough for all of them.

        -- 2026-10-26 15:30 --

        -- until 2026-10-26 16:30 --

        -- the bot restarts --

        -- until 2026-10-27 15:45 --

        bot -> Sam:
        Sam, 2 values are due. One line is enough for all of them.

        KPI      Period         Last time              Target
        ─────────────────────────────────────────────────────
        Revenue  week 42, 2026             40,000 every month
        Revenue  week 43, 2026             40,000 every month

        [1] Enter my values   [2] Not until tomorrow

        Sam: [Enter my values]
        ── Your values ─────────────────────────────────────────────────────────────────────────────────────
        Revenue, week 42, 2026
        Target 40,000 every month
          [Not applicable]
        ↵ –
        [Skip] [Cancel]

        Sam: 12k
        Revenue, week 43, 2026
        Target 40,000 every month
          [Not applicable]
        ↵ –
        [Back] [Skip] [Cancel]

        Sam: 9k
        ✓ Thank you. I understood 2 values:

          KPI      Period          Value  Before
          ──────────────────────────────────────
          Revenue  week 42, 2026  12,000
          Revenue  week 43, 2026   9,000

          Revenue (week 42, 2026) came after the days of grace and is marked late; it counts all the same.

        [1] Undo   [2] Report   [3] Why?

        -- until 2026-10-28 12:00 --
        """
