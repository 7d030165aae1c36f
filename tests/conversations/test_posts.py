"""What is posted in channels: set up by a line there or asked about from one's own chat, listed, changed, stopped."""

from __future__ import annotations

import pytest

from conversations.commands import read_command
from tests.chat import transcript


class TestInEnglish:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return "Anna", "Anna in #sales", "Anna in #all", "Sue"

    @pytest.mark.usefixtures("built")
    @transcript
    def test_said_in_the_channel_it_is_posted_there(self) -> None:
        """
        > post leaderboard
        ✗ I don't know any channel yet. Call me there first: /kpi help in the channel or group will do.

        Anna in #sales: /kpi post the leaderboard here every Monday at 9
        ✓ Leaderboard: I post it in #sales every Monday at 09:00, but only once at least 5 departments are
          scored: there are 3 departments now, and with so few everybody would see who is last. For any
          number there is /kpi post brief. If a day is free, I do so on the next one that you work; values
          that come late I put into what stands there.

        [1] Undo   [2] All posts

        Anna in #sales: /kpi post leaderboard Tuesday 16:30 in Chinese
        ✓ Leaderboard: I post it in #sales every Tuesday at 16:30, but only once at least 5 departments are
          scored: there are 3 departments now, and with so few everybody would see who is last. For any
          number there is /kpi post brief. If a day is free, I do so on the next one that you work; values
          that come late I put into what stands there.

        [1] Undo   [2] All posts

        Anna in #sales: undo
        ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
        Take back what is posted in a channel (#sales)?
        [1] Yes   [2] No
        [Cancel]

        Anna in #sales: yes
        ✓ Taken back: what is posted in a channel (#sales).

        [1] My day

        Anna in #sales: /kpi post brief Sunday 20:00
        ...

        Anna in #all: post monthly report
        ✓ Monthly report: I post it in #all on the first working day of each month at 09:00, first on 1 Dec
          2026. If a day is free, I do so on the next one that you work; values that come late I put into
          what stands there.

        [1] Undo   [2] All posts

        > settings posts
        What I post in channels by myself: by the company's clock, on days that it works.

        Leaderboard in #sales   every Monday at 09:00, once at least 5 departments are scored; there are 3
                                departments now
        Weekly brief in #sales  every Sunday at 20:00; next on 30 Nov 2026
        Monthly report in #all  on the first working day of each month at 09:00; next on 1 Dec 2026

        Say it to me in the channel or group where it should stand, such as /kpi post leaderboard Monday
        9:00, or /kpi post brief of Sales for a department’s. Said again, it is changed; from here I ask
        where.

        [1] Post the leaderboard   [2] Post the brief   [3] Post the report   [4] Stop: Leaderboard, #sales
        [5] Stop: Weekly brief, #sales   [6] Stop: Monthly report, #all

        > [Stop: Leaderboard, #sales]
        ✓ Leaderboard is posted in #sales no more.

        [1] Undo   [2] All posts

        > undo
        ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
        Take back stopping what is posted in a channel (#sales)?
        [1] Yes   [2] No
        [Cancel]

        > post stop #7
        ✗ That is not posted any more.

        ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
        Take back stopping what is posted in a channel (#sales)?
        [1] Yes   [2] No
        [Cancel]
        """

    @pytest.mark.usefixtures("built")
    @transcript
    def test_from_ones_own_chat_it_is_asked_where(self) -> None:
        """
        Anna in #sales: /kpi help report
        ...

        > settings posts
        I post nothing in channels by myself as yet.

        Say it to me in the channel or group where it should stand, such as /kpi post leaderboard Monday
        9:00, or /kpi post brief of Sales for a department’s. Said again, it is changed; from here I ask
        where.

        [1] Post the leaderboard   [2] Post the brief   [3] Post the report

        > [Post the brief]
        ── Weekly brief in a channel ───────────────────────────────────────────────────────────────────────
        Where?
        A channel or group is here once somebody has spoken to me there.
          1  #sales
        [Back] [Cancel]

        > sales
        On which day?
        Where it is free, I post on the next day that is worked.
        › 1  Monday
          2  Tuesday
          3  Wednesday
          4  Thursday
          5  Friday
          6  Saturday
          7  Sunday
          8  First working day of the month
        ↵ Monday
        [Back] [Cancel]

        > 2
        At what time?
        By the company's clock.
        ↵ 09:00
        [Back] [Cancel]

        > 8am
        In which language?
        › 1  English
          2  中文 (Chinese)
        ↵ English
        [Back] [Cancel]

        > 1
        ── Weekly brief in a channel ───────────────────────────────────────────────────────────────────────
        The company’s or a department’s?
        A department’s is about its own score and people.
        › 1  The whole company
          2  Sales
          3  Service
          4  Warehouse
        ↵ The whole company
        [Back] [Cancel]

        > Sales
        ✓ Weekly brief of Sales: I post it in #sales every Tuesday at 08:00, first on 24 Nov 2026. If a day
          is free, I do so on the next one that you work; values that come late I put into what stands
          there.

        [1] Undo   [2] All posts

        > post brief in sales on Friday at 5pm
        ✓ Weekly brief of Sales: I post it in #sales every Friday at 17:00, first on 27 Nov 2026. If a day
          is free, I do so on the next one that you work; values that come late I put into what stands
          there.

        [1] Undo   [2] All posts

        > post report
        ...

        > sales
        ...

        > Thursday 8:30
        In which language?
        › 1  English
          2  中文 (Chinese)
        ↵ English
        [Back] [Cancel]

        > English
        ── Monthly report in a channel ─────────────────────────────────────────────────────────────────────
        The company’s or a department’s?
        A department’s is about its own score and people.
        › 1  The whole company
          2  Sales
          3  Service
          4  Warehouse
        ↵ The whole company
        [Back] [Cancel]

        > company
        ✓ Monthly report: I post it in #sales every Thursday at 08:30, first on 26 Nov 2026. If a day is
          free, I do so on the next one that you work; values that come late I put into what stands there.

        [1] Undo   [2] All posts

        > post brief on the moon
        ✗ I understood all but “moon”. Please leave that out, or put it another way.

        > post leaderboard every day at 9
        ✗ “every day” is not possible in a channel: I post each week on one day, or on the first working day
          of each month. For example /kpi post leaderboard Monday 9:00, or /kpi post report monthly 9:00.

        > post brief biweekly
        ✗ “biweekly” is not possible in a channel: I post each week on one day, or on the first working day
          of each month. For example /kpi post leaderboard Monday 9:00, or /kpi post report monthly 9:00.

        > help post
        The leaderboard, the weekly brief or the monthly report, posted in a channel or group by itself:
        each week on a day that you choose, or on the first working day of each month.
        Everybody may look; heads and owners set it up.

        Say it to me in the channel or group where it should stand, such as /kpi post leaderboard Monday
        9:00, or /kpi post brief of Sales for a department’s. Said again, it is changed; from here I ask
        where.

        [1] All posts
        """

    @pytest.mark.usefixtures("built")
    @transcript
    def test_a_department_has_its_own(self) -> None:
        """
        Anna in #sales: /kpi post the Sales brief here every Monday
        ✓ Weekly brief of Sales: I post it in #sales every Monday at 09:00, first on 30 Nov 2026. If a day
          is free, I do so on the next one that you work; values that come late I put into what stands
          there.

        [1] Undo   [2] All posts

        Anna in #all: post report of Sales
        ✓ Monthly report of Sales: I post it in #all on the first working day of each month at 09:00, first
          on 1 Dec 2026. If a day is free, I do so on the next one that you work; values that come late I
          put into what stands there.

        [1] Undo   [2] All posts

        Anna in #sales: post brief Friday 5pm
        ✓ Weekly brief of Sales: I post it in #sales every Friday at 17:00, first on 27 Nov 2026. If a day
          is free, I do so on the next one that you work; values that come late I put into what stands
          there.

        [1] Undo   [2] All posts

        > post brief of the company in #sales Monday 9:00 in English
        ✓ Weekly brief: I post it in #sales every Monday at 09:00, first on 30 Nov 2026. If a day is free, I
          do so on the next one that you work; values that come late I put into what stands there.

        [1] Undo   [2] All posts

        Anna in #sales: post brief Tuesday 9:00
        ✓ Weekly brief: I post it in #sales every Tuesday at 09:00, first on 24 Nov 2026. If a day is free,
          I do so on the next one that you work; values that come late I put into what stands there.

        [1] Undo   [2] All posts

        > settings posts
        What I post in channels by myself: by the company's clock, on days that it works.

        Weekly brief of Sales in #sales  every Friday at 17:00; next on 27 Nov 2026
        Weekly brief in #sales           every Tuesday at 09:00; next on 24 Nov 2026
        Monthly report of Sales in #all  on the first working day of each month at 09:00; next on 1 Dec 2026

        Say it to me in the channel or group where it should stand, such as /kpi post leaderboard Monday
        9:00, or /kpi post brief of Sales for a department’s. Said again, it is changed; from here I ask
        where.

        [1] Post the leaderboard   [2] Post the brief   [3] Post the report
        [4] Stop: Weekly brief of Sales, #sales   [5] Stop: Weekly brief, #sales
        [6] Stop: Monthly report of Sales, #all
        """

    @pytest.mark.usefixtures("built")
    @transcript
    def test_who_leads_may_do_it_and_everybody_may_read_it(self) -> None:
        """
        > members add Sue, Sales, member
        ✓ Sue is added (member), by share of time: Sales 100%.

        [1] Add another   [2] Undo

        Anna in #sales: post brief
        ✓ Weekly brief: I post it in #sales every Monday at 09:00, first on 30 Nov 2026. If a day is free, I
          do so on the next one that you work; values that come late I put into what stands there.

        [1] Undo   [2] All posts

        Sue: post
        ✓ Welcome to Harbour Trading, Sue. I write to you by myself at most 5 times a week, between 09:00
          and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
          your heads and the owner see your own scores; everybody sees those of departments.

        [1] My day   [2] Help

        What I post in channels by myself: by the company's clock, on days that it works.

        Weekly brief in #sales  every Monday at 09:00; next on 30 Nov 2026

        Anna (owner) can change this.

        Sue: post brief in sales on Friday
        ✗ You can't do that; Anna (owner) can.
        """


class TestInChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return "安娜", "安娜 in #销售群", "安娜 in #全员群"

    @pytest.mark.usefixtures("built")
    @transcript
    def test_in_the_group(self) -> None:
        """
        > 推送 排行榜
        ✗ 我还不知道有哪些群或频道。请先在那里叫我一声，例如输入 /kpi 帮助。

        安娜 in #销售群: /kpi 推送排行榜 每周一9点
        ✓ 排行榜将发到#销售群：每周一 09:00，但至少 5 个部门有得分时才会发。现在只有 3 个部门，数量太少，排
          名次容易让人难堪。不限数量的是简报：/kpi 推送 简报。遇放假顺延到下一个工作日；晚到的数据会直接更新
          在原消息里。

        [1] 撤销   [2] 全部推送

        安娜 in #销售群: 每周三下午5点把简报发到这里
        ✓ 每周简报将发到#销售群：每周三 17:00，首次 2026年11月25日。遇放假顺延到下一个工作日；晚到的数据会直
          接更新在原消息里。

        [1] 撤销   [2] 全部推送

        安娜 in #全员群: 推送 月报 上午10点半 用英文
        ✓ 月度报告将发到#全员群：每月第一个工作日 10:30，首次 2026年12月1日。遇放假顺延到下一个工作日；晚到
          的数据会直接更新在原消息里。

        [1] 撤销   [2] 全部推送

        > 设置 定时推送
        以下内容会自动发到群里：按公司时间，只在工作日发。

        排行榜 → #销售群    每周一 09:00；至少 5 个部门有得分才会发，现在只有 3 个部门
        每周简报 → #销售群  每周三 17:00；下次 2026年11月25日
        月度报告 → #全员群  每月第一个工作日 10:30；下次 2026年12月1日

        想发到哪个群或频道，就在那里对我说，如 /kpi 推送 排行榜 周一 9:00；要发某个部门的，就说 /kpi 推送 销
        售部简报；再说一次就是修改。在这里说，我会问发到哪里。

        [1] 推送排行榜   [2] 推送简报   [3] 推送报告   [4] 停止：排行榜，#销售群
        [5] 停止：每周简报，#销售群   [6] 停止：月度报告，#全员群

        > [停止：排行榜，#销售群]
        ✓ 排行榜不再发到#销售群。

        [1] 撤销   [2] 全部推送
        """

    @pytest.mark.usefixtures("built")
    @transcript
    def test_from_ones_own_chat_it_is_asked_whose(self) -> None:
        """
        安娜 in #销售群: /kpi 帮助 报告
        ...

        > 推送 简报
        ── 定时推送：每周简报 ──────────────────────────────────────────────────────────────────────────────
        发到哪里？
        有人在群或频道里跟我说过话，它才会出现在这里。
          1  #销售群
        [返回] [取消]

        > 1
        哪一天？
        遇放假顺延到下一个工作日。
        › 1  周一
          2  周二
          3  周三
          4  周四
          5  周五
          6  周六
          7  周日
          8  每月第一个工作日
        ↵ 周一
        [返回] [取消]

        > 周二
        几点？
        按公司时间。
        ↵ 09:00
        [返回] [取消]

        > 上午8点
        用哪种语言？
          1  English（英文）
        › 2  中文
        ↵ 中文
        [返回] [取消]

        > 2
        ── 定时推送：每周简报 ──────────────────────────────────────────────────────────────────────────────
        发全公司的，还是某个部门的？
        部门的只讲本部门的得分和成员。
        › 1  全公司
          2  销售
          3  客服
          4  仓储
        ↵ 全公司
        [返回] [取消]

        > 全公司
        ✓ 每周简报将发到#销售群：每周二 08:00，首次 2026年11月24日。遇放假顺延到下一个工作日；晚到的数据会直
          接更新在原消息里。

        [1] 撤销   [2] 全部推送

        > 推送 排行榜
        ...

        > 1
        ...

        > 周四9点
        用哪种语言？
          1  English（英文）
        › 2  中文
        ↵ 中文
        [返回] [取消]

        > 中文
        ✓ 排行榜将发到#销售群：每周四 09:00，但至少 5 个部门有得分时才会发。现在只有 3 个部门，数量太少，排
          名次容易让人难堪。不限数量的是简报：/kpi 推送 简报。遇放假顺延到下一个工作日；晚到的数据会直接更新
          在原消息里。

        [1] 撤销   [2] 全部推送

        > 推送 月报
        ── 定时推送：月度报告 ──────────────────────────────────────────────────────────────────────────────
        发到哪里？
        有人在群或频道里跟我说过话，它才会出现在这里。
          1  #销售群
        [返回] [取消]

        > 1
        哪一天？
        遇放假顺延到下一个工作日。
          1  周一
          2  周二
          3  周三
          4  周四
          5  周五
          6  周六
          7  周日
        › 8  每月第一个工作日
        ↵ 每月第一个工作日
        [返回] [取消]

        > 每月第一个工作日
        几点？
        按公司时间。
        ↵ 09:00
        [返回] [取消]

        > 9点
        用哪种语言？
          1  English（英文）
        › 2  中文
        ↵ 中文
        [返回] [取消]

        > 2
        ── 定时推送：月度报告 ──────────────────────────────────────────────────────────────────────────────
        发全公司的，还是某个部门的？
        部门的只讲本部门的得分和成员。
        › 1  全公司
          2  销售
          3  客服
          4  仓储
        ↵ 全公司
        [返回] [取消]

        > 销售
        ✓ 销售月度报告将发到#销售群：每月第一个工作日 09:00，首次 2026年12月1日。遇放假顺延到下一个工作日；
          晚到的数据会直接更新在原消息里。

        [1] 撤销   [2] 全部推送

        > 设置 定时推送
        以下内容会自动发到群里：按公司时间，只在工作日发。

        每周简报 → #销售群      每周二 08:00；下次 2026年11月24日
        排行榜 → #销售群        每周四 09:00；至少 5 个部门有得分才会发，现在只有 3 个部门
        销售月度报告 → #销售群  每月第一个工作日 09:00；下次 2026年12月1日

        想发到哪个群或频道，就在那里对我说，如 /kpi 推送 排行榜 周一 9:00；要发某个部门的，就说 /kpi 推送 销
        售部简报；再说一次就是修改。在这里说，我会问发到哪里。

        [1] 推送排行榜   [2] 推送简报   [3] 推送报告   [4] 停止：每周简报，#销售群
        [5] 停止：排行榜，#销售群   [6] 停止：销售月度报告，#销售群
        """

    @pytest.mark.usefixtures("built")
    @transcript
    def test_a_department_has_its_own(self) -> None:
        """
        安娜 in #销售群: 每周一9点把销售部简报发到这里
        ✓ 销售每周简报将发到#销售群：每周一 09:00，首次 2026年11月30日。遇放假顺延到下一个工作日；晚到的数据
          会直接更新在原消息里。

        [1] 撤销   [2] 全部推送

        安娜 in #全员群: 推送 销售部的月报
        ✓ 销售月度报告将发到#全员群：每月第一个工作日 09:00，首次 2026年12月1日。遇放假顺延到下一个工作日；
          晚到的数据会直接更新在原消息里。

        [1] 撤销   [2] 全部推送

        > 设置 定时推送
        以下内容会自动发到群里：按公司时间，只在工作日发。

        销售每周简报 → #销售群  每周一 09:00；下次 2026年11月30日
        销售月度报告 → #全员群  每月第一个工作日 09:00；下次 2026年12月1日

        想发到哪个群或频道，就在那里对我说，如 /kpi 推送 排行榜 周一 9:00；要发某个部门的，就说 /kpi 推送 销
        售部简报；再说一次就是修改。在这里说，我会问发到哪里。

        [1] 推送排行榜   [2] 推送简报   [3] 推送报告   [4] 停止：销售每周简报，#销售群
        [5] 停止：销售月度报告，#全员群
        """

    @pytest.mark.usefixtures("built")
    @transcript
    def test_how_it_is_done_and_how_often(self) -> None:
        """
        安娜 in #销售群: /kpi 推送 排行榜 每天 9点
        ✗ 群里不能“每天”推送：可以每周选一天发，或每月第一个工作日发。例如 /kpi 推送 排行榜 周一 9:00，或
          /kpi 推送 报告 每月 9:00。

        > 推送 简报 每个工作日 9点
        ✗ 群里不能“每个工作日”推送：可以每周选一天发，或每月第一个工作日发。例如 /kpi 推送 排行榜 周一
          9:00，或 /kpi 推送 报告 每月 9:00。

        > 帮助 推送
        把排行榜、每周简报或月度报告自动发到群或频道：每周选一天，或每月第一个工作日。
        所有人可看，部门负责人和老板可以设置。

        想发到哪个群或频道，就在那里对我说，如 /kpi 推送 排行榜 周一 9:00；要发某个部门的，就说 /kpi 推送 销
        售部简报；再说一次就是修改。在这里说，我会问发到哪里。

        [1] 全部推送
        """


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("post", "settings"),
        ("post the leaderboard here every Monday at 9", "settings"),
        ("posts stop #3", "settings"),
        ("推送排行榜 每周一9点", "settings"),
        ("每周一上午9点在这里发排行榜", "settings"),
        ("Every Monday at 9 post the leaderboard here", "settings"),
        ("leaderboard every month", "leaderboard"),
        ("每月发货量 12", None),
        ("posts 12", None),
        ("postage 1200", None),
        ("推送次数 12", None),
    ],
)
def test_a_kpi_that_is_called_like_it_stays_a_kpi(text: str, command: str | None) -> None:
    found = read_command(text)
    assert (found[0].name if found else None) == command
