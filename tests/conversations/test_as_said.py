"""Settings, reminders, boards and exports, in the words that people have for them."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.mark.usefixtures("built")
@transcript
def test_settings_as_people_say_them() -> None:
    """
    > settings messages 3 a week
    ✓ I write to nobody by myself more than 3 times a week. Who has said otherwise for themselves keeps
      that.

    [1] Undo   [2] Settings

    > settings messages off
    ✓ I write to nobody by myself. Who has said otherwise for themselves keeps that.

    [1] Undo   [2] Settings

    > settings leaderboard at least 9 people
    ✓ There are ranks once 9 have a score; with fewer, each sees their own progress, and nobody's place.

    [1] Undo   [2] Settings

    > settings leaderboard top 5
    ✓ Everybody sees the first 5 places and their own, and never the last one.

    [1] Undo   [2] Settings

    > settings working days Mon to Sat, alternating
    ── Working days ────────────────────────────────────────────────────────────────────────────────────
    ✗ I can't keep weeks that alternate. With Monday to Saturday every Saturday counts as a working day,
      with Monday to Friday none does; whoever is off on one can say so with /kpi away.
    On which days do you work?
    Such as Mon to Fri, or several with commas between them.
      1  Monday
      2  Tuesday
      3  Wednesday
      4  Thursday
      5  Friday
      6  Saturday
      7  Sunday
    [Cancel]

    > cancel
    Cancelled; nothing of /kpi settings has been changed.

    > remind 9-17
    ✓ I write to you between 09:00 and 17:00, on working days.

    [1] Undo   [2] Reminders

    > remind at most 2 messages
    ✓ I write to you by myself at most 2 times a week.

    [1] Undo   [2] Reminders

    > remind 3.5
    ✗ I understood all but “3.5”. Please leave that out, or put it another way.

    > remind off
    ✓ I write nothing to you by myself; what you owe stands under /kpi.

    [1] Undo   [2] Reminders

    > leaderboard leave
    ✓ You no longer stand on the leaderboard of people and are not counted there. You still see how you
      get on yourself.

    [1] Undo

    > leaderboard join
    ✓ You stand on the leaderboard of people again, once enough others do.

    [1] Undo
    """


@pytest.mark.usefixtures("built")
class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @transcript
    def test_settings_as_people_say_them(self) -> None:
        """
        > 设置 每周消息 三条
        ✓ 以后每人每周最多主动发 3 条消息。已自行设置的成员不受影响。

        [1] 撤销   [2] 设置

        > 设置 每周消息 不用
        ✓ 以后不再主动发消息。已自行设置的成员不受影响。

        [1] 撤销   [2] 设置

        > 设置 消息时段 9点到17点
        ✓ 以后只在工作日 09:00 至 17:00 给大家发消息。已自行设置的成员不受影响。

        [1] 撤销   [2] 设置

        > 设置 排行榜人数 9人以上
        ✓ 以后有得分的满 9 个才排名；不足时只看各自的进展，不排名次。

        [1] 撤销   [2] 设置

        > 设置 排行榜 前五
        ✓ 以后公布前 5 名，其余的人只能看到自己的名次，最后一名从不公布。

        [1] 撤销   [2] 设置

        > 设置 工作日 周一到周六，单双休
        ── 工作日 ──────────────────────────────────────────────────────────────────────────────────────────
        ✗ 单双休暂不支持。选“周一到周六”，每个周六都算工作日；选“周一到周五”，周六都不算。轮休的周六可以用
          /kpi 请假 记下来。
        每周哪几天上班？
        如周一到周五，也可分别列出，用逗号隔开。
          1  周一
          2  周二
          3  周三
          4  周四
          5  周五
          6  周六
          7  周日
        [取消]

        > 取消
        已取消，/kpi 设置 没有任何改动。

        > 设置 工作日 单休
        ✓ 从今天起，工作日为周一、周二、周三、周四、周五、周六，其他日子不再要求填报。此前的日子仍按原日历。

        [1] 撤销   [2] 设置

        > 提醒 9点到17点
        ✓ 以后只在工作日 09:00 至 17:00 给你发消息。

        [1] 撤销   [2] 提醒设置

        > 提醒 三条
        ✓ 以后每周最多主动给你发 3 条消息。

        [1] 撤销   [2] 提醒设置

        > 提醒 不用
        ✓ 以后不再主动给你发消息，待填报的数据可用 /kpi 查看。

        [1] 撤销   [2] 提醒设置

        > 排行榜 退出
        ✓ 你已退出个人排行榜，不再计入名次；自己的进展仍然可以看到。

        [1] 撤销

        > 排行榜 加入
        ✓ 你已重新参加个人排行榜，达到一定人数后显示名次。

        [1] 撤销

        > 导出 excel
        文件如下，只包含你能看到的内容：

        ⤓ 海港贸易-2026-11.xlsx
        """
