"""How the company counts and works: shown to everybody, changed by the owner, with what comes of it."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Tom"


@pytest.mark.usefixtures("founded")
@transcript
def test_the_owner_changes_settings() -> None:
    """
    > /kpi settings
    How Harbour Trading counts and works.

    Working days             Monday, Tuesday, Wednesday, Thursday and Friday
    Holidays                 China
    Time zone                Asia/Shanghai
    Currency                 Chinese Yuan
    Fiscal year              begins in January
    Leaderboard of people    Off
    Leaderboard from         5 with a score
    Leaderboard shows        the first 3 places
    Leaderboard covers       This month
    Small company            On (by the number of people: below 30, fewer KPIs)
    Hours for messages       09:00 – 18:00
    Values are asked for at  16:00
    Messages a week          at most 5 each
    Values missed are told   after 2 in a row, where somebody has agreed
    Grades                   S, A, B, C and D
    Team's share             0%
    Gates                    none
    Two-way tables           none
    Posts in channels        none

    Press one to change it, or type it, such as /kpi settings fiscal year April.

    [1] Working days   [2] Holidays   [3] Time zone   [4] Currency   [5] Fiscal year
    [6] Leaderboard of people   [7] Leaderboard from   [8] Leaderboard shows   [9] Leaderboard covers
    [10] Small company   [11] Hours for messages   [12] Values are asked for at   [13] Messages a week
    [14] Values missed are told   [15] Grades   [16] Team's share   [17] Gates   [18] Two-way tables
    [19] Posts in channels

    > [Working days]
    ── Working days ────────────────────────────────────────────────────────────────────────────────────
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

    > Mon to Sat
    ✓ You work on Monday, Tuesday, Wednesday, Thursday, Friday and Saturday from today on. Values of
      other days are not asked for; days before today keep what held then.

    [1] Undo   [2] Settings

    > settings fiscal year April
    ✓ Quarters begin in April, July, October and January from now on. 1 Apr 2026 to 31 Mar 2027 is
      FY2027. Today lies in Q3 FY2027.

    [1] Undo   [2] Settings

    > settings fiscal year April
    It was like that already.

    [1] Settings

    > settings holidays Chnia
    ── Holidays ────────────────────────────────────────────────────────────────────────────────────────
    ✗ I know no country “Chnia”. Did you mean “China”?
    Whose holidays do you keep?
    A country, such as China or Germany; or none.
    [Cancel]

    > Germany
    ✓ Holidays kept from today on: Germany. Nothing is asked for on them; the next is 25 Dec 2026. Days
      before today keep what held then.

    [1] Undo   [2] Settings

    > /kpi undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back a change of settings (Holidays)?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Taken back: a change of settings (Holidays).

    [1] My day

    > settings small company on
    ✓ As in a small company: I offer at most five KPIs for a department that are easy to keep, and the
      check wants no more than five and lets one weigh up to 40.

    [1] Undo   [2] Settings

    > settings leaderboard yes
    ✓ There is a leaderboard of people now. Everybody sees the first places and their own; who does not
      want to stand there is left out.

    [1] Undo

    > settings time zone Berlin
    ✓ The company lives by the clock of Europe/Berlin, and so does everybody who has no other clock of
      their own.

    [1] Undo   [2] Settings

    > settings currency euro
    ✓ Money is counted in Euro from now on.

    [1] Undo   [2] Settings

    > settings
    How Harbour Trading counts and works.

    Working days             Monday, Tuesday, Wednesday, Thursday, Friday and Saturday
    Holidays                 China
    Time zone                Europe/Berlin
    Currency                 Euro
    Fiscal year              begins in April
    Leaderboard of people    On
    Leaderboard from         5 with a score
    Leaderboard shows        the first 3 places
    Leaderboard covers       This month
    Small company            On
    Hours for messages       09:00 – 18:00
    Values are asked for at  16:00
    Messages a week          at most 5 each
    Values missed are told   after 2 in a row, where somebody has agreed
    Grades                   S, A, B, C and D
    Team's share             0%
    Gates                    none
    Two-way tables           none
    Posts in channels        none

    Press one to change it, or type it, such as /kpi settings fiscal year April.

    [1] Working days   [2] Holidays   [3] Time zone   [4] Currency   [5] Fiscal year
    [6] Leaderboard of people   [7] Leaderboard from   [8] Leaderboard shows   [9] Leaderboard covers
    [10] Small company   [11] Hours for messages   [12] Values are asked for at   [13] Messages a week
    [14] Values missed are told   [15] Grades   [16] Team's share   [17] Gates   [18] Two-way tables
    [19] Posts in channels

    > settings coffee
    ✗ There is no setting “coffee”. There are: Working days, Holidays, Time zone, Currency, Fiscal year,
      Leaderboard of people, Leaderboard from, Leaderboard shows, Leaderboard covers, Small company,
      Hours for messages, Values are asked for at, Messages a week, Values missed are told, Grades,
      Team's share, Gates, Two-way tables and Posts in channels.

    > settings working days never
    ── Working days ────────────────────────────────────────────────────────────────────────────────────
    ✗ “never” is not among the choices.
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
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_others_read_them() -> None:
    """
    > /kpi members add Tom, Sales, member
    ✓ Tom is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    Tom: settings
    ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    How Harbour Trading counts and works.

    Working days             Monday, Tuesday, Wednesday, Thursday and Friday
    Holidays                 China
    Time zone                Asia/Shanghai
    Currency                 Chinese Yuan
    Fiscal year              begins in January
    Leaderboard of people    Off
    Leaderboard from         5 with a score
    Leaderboard shows        the first 3 places
    Leaderboard covers       This month
    Small company            On (by the number of people: below 30, fewer KPIs)
    Hours for messages       09:00 – 18:00
    Values are asked for at  16:00
    Messages a week          at most 5 each
    Values missed are told   after 2 in a row, where somebody has agreed
    Grades                   S, A, B, C and D
    Team's share             0%
    Gates                    none
    Two-way tables           none
    Posts in channels        none

    Anna (owner) can change this.

    Tom: settings currency EUR
    ✗ You can't do that; Anna (owner) can.
    """


@pytest.mark.usefixtures("built")
@transcript
def test_what_is_in_use_is_not_changed() -> None:
    """
    > settings currency EUR
    ✗ Money is counted in CNY here, and there are KPIs in it already. It can't be another currency any
      more.
    """


@pytest.mark.usefixtures("founded")
class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return "安娜", "李娜"

    @transcript
    def test_the_owner_changes_settings(self) -> None:
        """
        > /kpi 设置
        海港贸易的设置

        工作日        周一、周二、周三、周四、周五
        节假日        中国
        时区          Asia/Shanghai
        货币          人民币
        财年          从1月开始
        个人排行榜    关闭
        排行榜人数    有得分的满 5 个才排名
        排行榜名次    公布前 3 名
        排行榜周期    本月
        小公司模式    开启（按人数：不足 30 人时指标从简）
        消息时段      09:00～18:00
        提醒时间      16:00
        每周消息数    每人最多 5 条
        漏填告知      连续 2 次后，须本人同意
        等级          S、A、B、C、D
        部门得分占比  0%
        一票否决项    无
        二维评分表    无
        定时推送      没有

        点按钮即可修改，也可直接输入，如 /kpi 设置 财年 4月。

        [1] 工作日   [2] 节假日   [3] 时区   [4] 货币   [5] 财年   [6] 个人排行榜   [7] 排行榜人数
        [8] 排行榜名次   [9] 排行榜周期   [10] 小公司模式   [11] 消息时段   [12] 提醒时间   [13] 每周消息数
        [14] 漏填告知   [15] 等级   [16] 部门得分占比   [17] 一票否决项   [18] 二维评分表   [19] 定时推送

        > [节假日]
        ── 节假日 ──────────────────────────────────────────────────────────────────────────────────────────
        按哪里的节假日？
        填国家或地区，如中国；不按节假日就填“无”。
        [取消]

        > 无
        ✓ 从今天起不再按节假日放假。此前的日子仍按原日历。

        [1] 撤销   [2] 设置

        > 设置 工作日 周一到周六
        ✓ 从今天起，工作日为周一、周二、周三、周四、周五、周六，其他日子不再要求填报。此前的日子仍按原日历。

        [1] 撤销   [2] 设置

        > 设置 财年 4月
        ✓ 今后各季度分别从4月、7月、10月、1月开始。2026年4月1日到2027年3月31日为2027财年，今天属于2027财年第
          3季度。

        [1] 撤销   [2] 设置

        > 设置 财年四月
        本来就是这样，没有改动。

        [1] 设置

        > 设置 小公司模式 关
        ✓ 已按较大的公司处理：推荐更多指标，体检允许每个部门十个，单项权重最多 30。

        [1] 撤销   [2] 设置

        > 设置 排行榜 开
        ✓ 已开启个人排行榜：所有人都能看到前几名，其余的人只能看到自己的名次；不想上榜的可以退出。

        [1] 撤销

        > 设置 时区 伦敦
        ✓ 公司时间以 Europe/London 为准，没有另设时区的成员也一样。

        [1] 撤销   [2] 设置

        > 设置 货币 港币
        ✓ 今后以港元核算。

        [1] 撤销   [2] 设置

        > 设置 节假日 中国
        ✓ 从今天起，节假日按中国的安排，放假不用填报；下一个假日是2027年1月1日。此前的日子仍按原日历。

        [1] 撤销   [2] 设置

        > 设置
        海港贸易的设置

        工作日        周一、周二、周三、周四、周五、周六
        节假日        中国
        时区          Europe/London
        货币          港元
        财年          从4月开始
        个人排行榜    开启
        排行榜人数    有得分的满 5 个才排名
        排行榜名次    公布前 3 名
        排行榜周期    本月
        小公司模式    关闭
        消息时段      09:00～18:00
        提醒时间      16:00
        每周消息数    每人最多 5 条
        漏填告知      连续 2 次后，须本人同意
        等级          S、A、B、C、D
        部门得分占比  0%
        一票否决项    无
        二维评分表    无
        定时推送      没有

        点按钮即可修改，也可直接输入，如 /kpi 设置 财年 4月。

        [1] 工作日   [2] 节假日   [3] 时区   [4] 货币   [5] 财年   [6] 个人排行榜   [7] 排行榜人数
        [8] 排行榜名次   [9] 排行榜周期   [10] 小公司模式   [11] 消息时段   [12] 提醒时间   [13] 每周消息数
        [14] 漏填告知   [15] 等级   [16] 部门得分占比   [17] 一票否决项   [18] 二维评分表   [19] 定时推送

        > 设置 咖啡
        ✗ 没有“咖啡”这项设置。可设置的有：工作日、节假日、时区、货币、财年、个人排行榜、排行榜人数、排行榜名
          次、排行榜周期、小公司模式、消息时段、提醒时间、每周消息数、漏填告知、等级、部门得分占比、一票否决
          项、二维评分表、定时推送。
        """


@pytest.mark.usefixtures("founded")
@pytest.mark.parametrize("people", [("Anna",)])
@transcript
def test_another_setting_leaves_the_question_about_the_one_before() -> None:
    """
    > /kpi settings time zone mars
    ── Time zone ───────────────────────────────────────────────────────────────────────────────────────
    ✗ I know no time zone or city “mars”. The capital, or another large city with the same clock, will
      do.
    Which time zone are you in?
    A city or a time zone, such as Shanghai or Europe/Berlin.
    [Cancel]

    > /kpi settings grades A B C
    “/kpi settings time zone mars” is left; nothing of it has been written down. Now to what you typed:

    ── Grades ──────────────────────────────────────────────────────────────────────────────────────────
    Grades: S from 110 (× 1.5), A from 100 (× 1.2), B from 90 (× 1), C from 70 (× 0.8), D below (× 0).

    ✗ I can't read “A B C” as a grade. Each has a name, the points from which on, and a coefficient: A
      100 1.2.
    Which grades are there?
    Each with the points from which on, and its coefficient, such as S 110 1.5, A 100 1.2, B 80 1, C
    0.5.
    [Cancel]

    > /kpi settings messages lots
    “/kpi settings grades A B C” is left; nothing of it has been written down. Now to what you typed:

    ── Messages a week ─────────────────────────────────────────────────────────────────────────────────
    ✗ “lots” is no number that I can read. Please type it like 1200, 3.5k or 12%.
    How many messages a week may somebody get at most?
    From 0 to 20; answers do not count. Everybody can set their own.
    [Cancel]

    > /kpi settings people leaderboard on
    ✓ There is a leaderboard of people now. Everybody sees the first places and their own; who does not
      want to stand there is left out.

    [1] Undo

    /kpi settings is still open; it waits where you left it.

    [2] Continue
    """


@pytest.mark.usefixtures("founded")
@pytest.mark.parametrize("people", [("安娜",)])
@transcript
def test_another_setting_in_chinese() -> None:
    """
    > /kpi 设置 时区 火星
    ── 时区 ────────────────────────────────────────────────────────────────────────────────────────────
    ✗ 没有找到时区或城市“火星”。填首都或同一时区的大城市就行。
    公司在哪个时区？
    填城市或时区，如上海、Asia/Shanghai。
    [取消]

    > /kpi 设置 等级 A B C
    “/kpi 设置 时区 火星”先不记了。刚输入的这条：

    ── 绩效等级 ────────────────────────────────────────────────────────────────────────────────────────
    绩效等级：S 110 分以上（系数 1.5）、A 100 分以上（系数 1.2）、B 90 分以上（系数 1）、C 70 分以上（系
    数 0.8）、D 其余（系数 0）。

    ✗ “A B C”不是等级，请依次写等级、分数线、系数，如 A 100 1.2。
    分哪几个等级？
    依次写等级、分数线、系数，如 S 110 1.5，A 100 1.2，B 80 1，C 0.5。
    [取消]

    > /kpi 设置 个人排名 开
    ✓ 已开启个人排行榜：所有人都能看到前几名，其余的人只能看到自己的名次；不想上榜的可以退出。

    [1] 撤销

    /kpi 设置 还没完成，进度已保留。

    [2] 继续
    """
