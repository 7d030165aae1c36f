"""What `remind` tells four people, and what then comes: a member, a head, the owner, and a deputy on leave."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.bot.wake.lived import LivedStage
from tests.bot.wake.test_lived import ZONES, Lives, in_chinese, in_english, lives
from tests.chat import transcript

__all__ = ["lives"]

MONDAY = datetime(2026, 10, 19, 0, tzinfo=UTC)
"""08:00 in Shanghai, where everybody is."""


class TestInEnglish:
    """Sam enters a value each week, Mia one each month; Mia steps in for Sam."""

    @pytest.fixture
    def stage(self, lives: Lives) -> LivedStage:
        return lives(MONDAY, dict.fromkeys(ZONES, "Asia/Shanghai"), in_english)

    @transcript
    def test_what_is_told_is_what_comes(self) -> None:
        """
        Ann: /kpi members deputy Sam, Mia
        ✓ Mia steps in for Sam, and hears of values missed if Sam agrees to that.

        [1] Undo

        Sam: /kpi remind ladder on
        ✓ After 2 values missed in a row I tell Mia, and nobody else. /kpi members deputy names somebody
          else.

        [1] Undo   [2] Reminders

        Mia: /kpi away 26 Oct to 27 Oct
        ✓ You are away from 26 Oct 2026 to 27 Oct 2026. I ask for nothing that falls on these days, and your
          own targets shrink with them.

        [1] Undo

        Sam: /kpi remind
        What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
        on leave, on days off, or once you have answered.

        Values: every week                   19 Oct 2026, 16:00
        Votes, comments, decisions, reviews  as it comes, within the hours

        Values are asked for at  16:00
        Only between             09:00 – 18:00
        Second reminder          On
        Told of values missed    Mia, after 2 in a row

        [1] Another hour   [2] No second reminder   [3] Not for 1 h   [4] Not until tomorrow
        [5] Not until the next working day   [6] Fewer   [7] None   [8] Tell nobody
        [9] As the company has it

        Mia: /kpi remind
        What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
        on leave, on days off, or once you have answered.

        Values: every month                         2 Nov 2026, 16:00
        Votes, comments, decisions, reviews         as it comes, within the hours
        Who needs a hand, of those you step in for  19 Oct 2026, 09:00

        Values are asked for at  16:00
        Only between             09:00 – 18:00
        Second reminder          On
        Told of values missed    nobody

        [1] Another hour   [2] No second reminder   [3] Not for 1 h   [4] Not until tomorrow
        [5] Not until the next working day   [6] Fewer   [7] None   [8] Tell Hal if I miss

        Hal: /kpi remind
        What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
        on leave, on days off, or once you have answered.

        Votes, comments, decisions, reviews     as it comes, within the hours
        Something you began to set up and left  a day later, once
        Weekly brief                            19 Oct 2026, 09:00
        A month to be closed                    2 Nov 2026, 09:00

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
        Weekly brief                            19 Oct 2026, 09:00
        A month to be closed                    2 Nov 2026, 09:00

        Values are asked for at  16:00
        Only between             09:00 – 18:00
        Second reminder          On
        Told of values missed    nobody

        [1] Another hour   [2] No second reminder   [3] Not for 1 h   [4] Not until tomorrow
        [5] Not until the next working day   [6] Fewer   [7] None   [8] Tell a deputy if I miss

        -- until 2026-10-19 18:00 --
        Mon 19 Oct 09:00 Ann: Acme, October 2026: no score yet. Not in yet: Sales (3 value
        Mon 19 Oct 09:00 Hal: Sales, October 2026: no score yet. Not in yet: Revenue (3 va
        Mon 19 Oct 09:00 Mia: Sam may need a hand: the last 2 values of Revenue did not co
        Mon 19 Oct 16:00 Sam: Sam, 2 values are due. One line is enough for all of them.

        Sam: /kpi remind
        What I write to you by myself, and when next. At most 5 a week; 1 of them this week so far. Nothing
        on leave, on days off, or once you have answered.

        Values still open, once more         20 Oct 2026, 16:00
        Values: every week                   26 Oct 2026, 16:00
        Votes, comments, decisions, reviews  as it comes, within the hours

        Values are asked for at  16:00
        Only between             09:00 – 18:00
        Second reminder          On
        Told of values missed    Mia, after 2 in a row

        [1] Another hour   [2] No second reminder   [3] Not for 1 h   [4] Not until tomorrow
        [5] Not until the next working day   [6] Fewer   [7] None   [8] Tell nobody
        [9] As the company has it

        -- until 2026-11-02 18:00 --
        Tue 20 Oct 16:00 Sam: Sam, 2 values are due. One line is enough for all of them.
        Mon 26 Oct 09:00 Ann: Acme, October 2026: no score yet. Not in yet: Sales (4 value
        Mon 26 Oct 09:00 Hal: Sales, October 2026: no score yet. Not in yet: Revenue (4 va
        Mon 26 Oct 16:00 Sam: Sam, 2 values are due. One line is enough for all of them.
        Tue 27 Oct 16:00 Sam: Sam, 2 values are due. One line is enough for all of them.
        Wed 28 Oct 09:00 Mia: Sam may need a hand: the last 2 values of Revenue did not co
        Mon 02 Nov 09:00 Ann: Acme, November 2026: no score yet.
        Mon 02 Nov 09:00 Hal: Sales, November 2026: no score yet.
        Mon 02 Nov 09:00 Mia: Sam may need a hand: the last 2 values of Revenue did not co
        Mon 02 Nov 09:00 Ann: October 2026 is over. When all values are in, it can be revi
        Mon 02 Nov 09:00 Hal: October 2026 is over. When all values are in, it can be revi
        Mon 02 Nov 16:00 Sam: Sam, 2 values are due. One line is enough for all of them.
        Mon 02 Nov 16:00 Mia: Mia, 2 values are due. One line is enough for all of them.
        """


class TestInChinese:
    """孙敏 enters a value each day, 米兰 one each week; 米兰 steps in for 孙敏."""

    @pytest.fixture
    def stage(self, lives: Lives) -> LivedStage:
        return lives(MONDAY, dict.fromkeys(ZONES, "Asia/Shanghai"), in_chinese)

    @transcript
    def test_what_is_told_is_what_comes(self) -> None:
        """
        安琪: /kpi 成员 代办 孙敏，米兰
        ✓ 孙敏不在时由米兰代办；本人同意后，漏填也会告诉米兰。

        [1] 撤销

        孙敏: /kpi 提醒 代办 开
        ✓ 连续 2 次未填后，我只告诉米兰，不告诉其他人。要换人，可用 /kpi 成员 代办 指定代办人。

        [1] 撤销   [2] 提醒设置

        米兰: /kpi 请假 10月26日到10月27日
        ✓ 你2026年10月26日至2026年10月27日请假，已记下。这些日子的数据不会催填，个人目标按在岗天数折算。

        [1] 撤销

        孙敏: /kpi 提醒
        我会主动给你发的消息，以及下次的时间。每周最多 5 条，本周已发 0 条。请假、放假或已经填报时不会打扰
        你。

        待填报（每个工作日）    2026年10月19日 16:00
        投票、评论、决定、评审  随时，在允许时段内

        提醒填报的时间  16:00
        允许时段        09:00～18:00
        再次提醒        开启
        漏填告诉谁      连续 2 次未填后告诉米兰

        [1] 换个时间   [2] 不再提醒第二次   [3] 1 小时内别提醒   [4] 明天再提醒   [5] 下个工作日再提醒
        [6] 少发些   [7] 不要提醒   [8] 漏填不告诉别人   [9] 恢复公司默认

        米兰: /kpi 提醒
        我会主动给你发的消息，以及下次的时间。每周最多 5 条，本周已发 0 条。请假、放假或已经填报时不会打扰
        你。

        待填报（每周）              2026年10月19日 16:00
        投票、评论、决定、评审      随时，在允许时段内
        你代办的同事可能需要搭把手  2026年10月19日 09:00

        提醒填报的时间  16:00
        允许时段        09:00～18:00
        再次提醒        开启
        漏填告诉谁      不告诉任何人

        [1] 换个时间   [2] 不再提醒第二次   [3] 1 小时内别提醒   [4] 明天再提醒   [5] 下个工作日再提醒
        [6] 少发些   [7] 不要提醒   [8] 漏填时告诉何磊

        何磊: /kpi 提醒
        我会主动给你发的消息，以及下次的时间。每周最多 5 条，本周已发 0 条。请假、放假或已经填报时不会打扰
        你。

        投票、评论、决定、评审  随时，在允许时段内
        开了头没做完的设置      一天后，只提醒一次
        每周简报                2026年10月19日 09:00
        月度结算                2026年11月2日 09:00

        提醒填报的时间  16:00
        允许时段        09:00～18:00
        再次提醒        开启
        漏填告诉谁      不告诉任何人

        [1] 换个时间   [2] 不再提醒第二次   [3] 1 小时内别提醒   [4] 明天再提醒   [5] 下个工作日再提醒
        [6] 少发些   [7] 不要提醒   [8] 漏填时告诉安琪

        安琪: /kpi 提醒
        我会主动给你发的消息，以及下次的时间。每周最多 5 条，本周已发 0 条。请假、放假或已经填报时不会打扰
        你。

        投票、评论、决定、评审  随时，在允许时段内
        开了头没做完的设置      一天后，只提醒一次
        每周简报                2026年10月19日 09:00
        月度结算                2026年11月2日 09:00

        提醒填报的时间  16:00
        允许时段        09:00～18:00
        再次提醒        开启
        漏填告诉谁      不告诉任何人

        [1] 换个时间   [2] 不再提醒第二次   [3] 1 小时内别提醒   [4] 明天再提醒   [5] 下个工作日再提醒
        [6] 少发些   [7] 不要提醒   [8] 漏填时告诉代办人

        -- until 2026-10-30 18:00 --
        Mon 19 Oct 09:00 安琪: Acme，2026年10月：暂无得分。 还差的数据：销售部 11 项。
        Mon 19 Oct 09:00 何磊: 销售部，2026年10月：暂无得分。 还差的数据：销售收入 8 项、拜访客户 3 项。
        Mon 19 Oct 09:00 米兰: 孙敏也许需要搭把手：销售收入已连续 2 期没有数据。
        Mon 19 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Mon 19 Oct 16:00 米兰: 米兰，有 2 项数据到期了，一行话就能填完。
        Tue 20 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Tue 20 Oct 16:00 米兰: 米兰，有 2 项数据到期了，一行话就能填完。
        Wed 21 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Thu 22 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Fri 23 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Mon 26 Oct 09:00 安琪: Acme，2026年10月：暂无得分。 还差的数据：销售部 17 项。
        Mon 26 Oct 09:00 何磊: 销售部，2026年10月：暂无得分。 还差的数据：销售收入 13 项、拜访客户 4 项。
        Mon 26 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Tue 27 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Wed 28 Oct 09:00 米兰: 孙敏也许需要搭把手：销售收入已连续 2 期没有数据。
        Wed 28 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Wed 28 Oct 16:00 米兰: 米兰，有 2 项数据到期了，一行话就能填完。
        Thu 29 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        Thu 29 Oct 16:00 米兰: 米兰，有 2 项数据到期了，一行话就能填完。
        Fri 30 Oct 16:00 孙敏: 孙敏，有 2 项数据到期了，一行话就能填完。
        """
