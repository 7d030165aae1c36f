"""What `remind` tells, and what then comes, where something is answered already, not theirs to close, or put off."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.commands import NewKpi, PublishKpis
from tests.bot.wake.lived import LivedStage
from tests.bot.wake.test_lived import ZONES, Lives, in_chinese, in_english, lives
from tests.chat import transcript
from tests.factories import Office, definition

__all__ = ["lives"]

WEDNESDAY = datetime(2026, 10, 21, 1, tzinfo=UTC)
"""09:00 in Shanghai, where everybody is."""
SHANGHAI = dict.fromkeys(ZONES, "Asia/Shanghai")


def in_service(office: Office) -> None:
    """Mia enters a value of service each week; sales, which Hal heads, has no KPIs."""
    visits = NewKpi(definition("Visits", 100, office.mia, frequency=PeriodKind.WEEK))
    office.do(PublishKpis(office.service, "Be there", None, (visits,)), today=date(2026, 9, 1))


class TestAnswered:
    """Sam enters a value each week."""

    @pytest.fixture
    def stage(self, lives: Lives) -> LivedStage:
        return lives(WEDNESDAY, SHANGHAI, in_english)

    @transcript
    def test_what_is_in_already_is_not_asked_for(self) -> None:
        """
        Sam: actual Revenue 12000 week 41; Revenue 11000 week 42; Revenue 5000 week 43
        ✓ Thank you. I understood 3 values:

          KPI      Period          Value  Before
          ──────────────────────────────────────
          Revenue  week 41, 2026  12,000
          Revenue  week 42, 2026  11,000
          Revenue  week 43, 2026   5,000

          Revenue (week 41, 2026) and Revenue (week 42, 2026) came after the days of grace and are marked
          late; they count all the same.

        [1] Undo   [2] Report   [3] Why?

        Sam: /kpi remind
        What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
        on leave, on days off, or once you have answered.

        Values: every week                   2 Nov 2026, 16:00
        Votes, comments, decisions, reviews  as it comes, within the hours

        Values are asked for at  16:00
        Only between             09:00 – 18:00
        Second reminder          On
        Told of values missed    nobody

        [1] Another hour   [2] No second reminder   [3] Not for 1 h   [4] Not until tomorrow
        [5] Not until the next working day   [6] Fewer   [7] None   [8] Tell Hal if I miss

        -- until 2026-11-02 18:00 --
        Mon 26 Oct 09:00 Ann: Acme, October 2026: 116.7, from 60% of the weight. Thanks to
        Mon 26 Oct 09:00 Hal: Sales, October 2026: 116.7, from 60% of the weight. Thanks t
        Mon 02 Nov 09:00 Ann: Acme, October 2026: 116.7, from 60% of the weight. Thanks to
        Mon 02 Nov 09:00 Hal: Sales, October 2026: 116.7, from 60% of the weight. Thanks t
        Mon 02 Nov 09:00 Ann: October 2026 is over. When all values are in, it can be revi
        Mon 02 Nov 09:00 Hal: October 2026 is over. When all values are in, it can be revi
        Mon 02 Nov 16:00 Sam: Sam, one value is due. A line is enough, such as 12 behind i
        Mon 02 Nov 16:00 Mia: Mia, 2 values are due. One line is enough for all of them.
        """


class TestNothingToClose:
    """Hal heads a department without KPIs."""

    @pytest.fixture
    def stage(self, lives: Lives) -> LivedStage:
        return lives(WEDNESDAY, SHANGHAI, in_service)

    @transcript
    def test_who_closes_nothing_is_told_of_no_closing(self) -> None:
        """
        Hal: /kpi remind
        What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
        on leave, on days off, or once you have answered.

        Votes, comments, decisions, reviews     as it comes, within the hours
        Something you began to set up and left  a day later, once
        Weekly brief                            26 Oct 2026, 09:00

        Values are asked for at  16:00
        Only between             09:00 – 18:00
        Second reminder          On
        Told of values missed    nobody

        [1] Another hour   [2] No second reminder   [3] Not for 1 h   [4] Not until tomorrow
        [5] Not until the next working day   [6] Fewer   [7] None   [8] Tell Ann if I miss

        Ann: /kpi remind
        What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
        on leave, on days off, or once you have answered.

        Votes, comments, decisions, reviews     as it comes, within the hours
        Something you began to set up and left  a day later, once
        Weekly brief                            26 Oct 2026, 09:00
        A month to be closed                    2 Nov 2026, 09:00

        Values are asked for at  16:00
        Only between             09:00 – 18:00
        Second reminder          On
        Told of values missed    nobody

        [1] Another hour   [2] No second reminder   [3] Not for 1 h   [4] Not until tomorrow
        [5] Not until the next working day   [6] Fewer   [7] None   [8] Tell a deputy if I miss

        -- until 2026-11-02 18:00 --
        Mon 26 Oct 09:00 Ann: Acme, October 2026: no score yet. Not in yet: Service (4 val
        Mon 26 Oct 09:00 Hal: Acme, October 2026: no score yet. Not in yet: Service (4 val
        Mon 26 Oct 16:00 Mia: Mia, 2 values are due. One line is enough for all of them.
        Tue 27 Oct 16:00 Mia: Mia, 2 values are due. One line is enough for all of them.
        Mon 02 Nov 09:00 Ann: Acme, November 2026: no score yet.
        Mon 02 Nov 09:00 Hal: Acme, November 2026: no score yet.
        Mon 02 Nov 09:00 Ann: October 2026 is over. When all values are in, it can be revi
        Mon 02 Nov 16:00 Mia: Mia, 2 values are due. One line is enough for all of them.
        """


class TestPutOff:
    """米兰 enters a value each week, goes on leave, and has been written nothing so far."""

    @pytest.fixture
    def stage(self, lives: Lives) -> LivedStage:
        return lives(WEDNESDAY, SHANGHAI, in_chinese)

    @transcript
    def test_nothing_is_asked_for_once_more_before_it_was_asked_for(self) -> None:
        """
        米兰: /kpi 提醒 17:30
        ✓ 以后在 17:30 提醒你填报。

        [1] 撤销   [2] 提醒设置

        米兰: /kpi 请假 10月22日到10月30日
        ✓ 你2026年10月22日至2026年10月30日请假，已记下。这些日子的数据不会催填，个人目标按在岗天数折算。

        [1] 撤销

        米兰: /kpi 提醒 稍后 明天
        ✓ 2026年10月22日 17:30 之前不再提醒。

        [1] 撤销   [2] 提醒设置

        米兰: /kpi 提醒
        我会主动给你发的消息，以及下次的时间。每周最多 5 条，本周已发 0 条。请假、放假或已经填报时不会打扰
        你。

        2026年10月22日 17:30 之前不再提醒。

        待填报（每周）          2026年11月2日 17:30
        投票、评论、决定、评审  暂停结束后，在允许时段内

        提醒填报的时间  17:30
        允许时段        09:00～18:00
        再次提醒        开启
        漏填告诉谁      不告诉任何人

        [1] 换个时间   [2] 不再提醒第二次   [3] 恢复提醒   [4] 少发些   [5] 不要提醒   [6] 漏填时告诉何磊
        [7] 恢复公司默认

        -- until 2026-11-02 18:00 --
        Wed 21 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Thu 22 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Fri 23 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Mon 26 Oct 09:00 安琪: Acme，2026年10月：暂无得分。 还差的数据：销售部 17 项。
        Mon 26 Oct 09:00 何磊: 销售部，2026年10月：暂无得分。 还差的数据：销售收入 13 项、拜访客户 4 项。
        Mon 26 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Tue 27 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Wed 28 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Thu 29 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Fri 30 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Mon 02 Nov 09:00 安琪: Acme，2026年11月：暂无得分。
        Mon 02 Nov 09:00 何磊: 销售部，2026年11月：暂无得分。
        Mon 02 Nov 09:00 安琪: 2026年10月已经结束。数据填齐后，就可以评审和结算了。
        Mon 02 Nov 09:00 何磊: 2026年10月已经结束。数据填齐后，就可以评审和结算了。
        Mon 02 Nov 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Mon 02 Nov 17:30 米兰: 米兰，有 1 项数据到期了，一行话就能填完。

        米兰: /kpi 提醒
        我会主动给你发的消息，以及下次的时间。每周最多 5 条，本周已发 1 条。请假、放假或已经填报时不会打扰
        你。

        还没填的，再提醒一次    2026年11月3日 17:30
        待填报（每周）          2026年11月9日 17:30
        投票、评论、决定、评审  随时，在允许时段内

        提醒填报的时间  17:30
        允许时段        09:00～18:00
        再次提醒        开启
        漏填告诉谁      不告诉任何人

        [1] 换个时间   [2] 不再提醒第二次   [3] 1 小时内别提醒   [4] 明天再提醒   [5] 下个工作日再提醒
        [6] 少发些   [7] 不要提醒   [8] 漏填时告诉何磊   [9] 恢复公司默认

        -- until 2026-11-03 18:00 --
        Tue 03 Nov 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Tue 03 Nov 17:30 米兰: 米兰，有 1 项数据到期了，一行话就能填完。
        """
