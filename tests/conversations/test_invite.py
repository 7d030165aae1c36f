"""How people come to the bot: by a code that works once, whatever their account is called."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from conversations.view import Message, QrCode
from kpi_engine.model.invitation import fingerprint
from tests.chat import transcript
from tests.stage import RealStage


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "zoe88", "Tom", "安娜", "小李"


@pytest.mark.usefixtures("founded")
@transcript
def test_somebody_new_is_invited_and_comes() -> None:
    """
    > /kpi invite
    Only you so far. /kpi invite Li Na makes a code for somebody, who is added if they are new.

    Name  State
    ────────────────────────────
    Anna  here since 23 Nov 2026

    [1] Another account of mine

    > /kpi invite Li Na, Sales, member
    Li Na is a member now. Send this to Li Na, and to nobody else: whoever types it is Li Na here. It
    works once, until 30 Nov 2026.

    /kpi join K000-0000-0001

    [1] Withdraw   [2] Who has come

    zoe88: hello
    ✗ I know nobody called “zoe88”.

    zoe88: /kpi join
    ✗ I know nobody called “zoe88”.

    zoe88: join K000-0000-0009
    ✗ That code doesn't work. Each works once, and only for some days: please ask whoever gave it to you
      for a new one.

    zoe88: /kpi report
    ✗ I know nobody called “zoe88”.

    zoe88: join k000 0000 000l
    ✓ Welcome to Harbour Trading, Li Na. This account is yours from now on. I write to you by myself at
      most 5 times a week, between 09:00 and 18:00 on working days, and not while you are on leave; /kpi
      remind changes that. Only you, your heads and the owner see your own scores; everybody sees those
      of departments.

    [1] My day   [2] Help

    zoe88: /kpi join K000-0000-0001
    This account is yours already, Li Na. /kpi invite me makes a code for another account of yours.

    [1] My day

    zoe88: /kpi report me
    Li Na, November 2026: no score yet.

    Department  Share        Score  Weight scored
    ─────────────────────────────────────────────
    Sales        100%  not due yet             0%

    [1] Company   [2] Period before

    > /kpi invite
    Li Na is here now, with the code that you made, and has been told how I work.

    [2] Who has come

    Everybody has come (2). /kpi invite Li Na makes a code for somebody, who is added if they are new.

    Name   State
    ─────────────────────────────
    Anna   here since 23 Nov 2026
    Li Na  here since 23 Nov 2026

    [1] Another account of mine
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_a_code_is_renewed_withdrawn_and_expires() -> None:
    """
    > /kpi members add Li Na, Sales, member
    ✓ Li Na is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > /kpi invite Li Na
    Send this to Li Na, and to nobody else: whoever types it is Li Na here. It works once, until 30 Nov
    2026.

    /kpi join K000-0000-0001

    [1] Withdraw   [2] Who has come

    > /kpi invite
    1 of 2 have come. /kpi invite Li Na makes a code for somebody, who is added if they are new.

    Name   State
    ──────────────────────────────────────────────
    Li Na  invited until 30 Nov 2026, not here yet
    Anna   here since 23 Nov 2026

    [1] New code for Li Na   [2] Another account of mine

    > [New code for Li Na]
    Send this to Li Na, and to nobody else: whoever types it is Li Na here. It works once, until 30 Nov
    2026.

    /kpi join K000-0000-0002

    [1] Withdraw   [2] Who has come

    zoe88: /start K00000000001
    ✗ That code doesn't work. Each works once, and only for some days: please ask whoever gave it to you
      for a new one.

    > /kpi invite withdraw Li Na
    ✓ Li Na's code no longer works.

    [1] Undo   [2] Who has come

    zoe88: join K000-0000-0002
    ✗ That code doesn't work. Each works once, and only for some days: please ask whoever gave it to you
      for a new one.

    > /kpi undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back an invitation withdrawn (Li Na)?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Taken back: an invitation withdrawn (Li Na).

    [1] My day

    -- 2026-12-01 00:01 --

    zoe88: join K000-0000-0002
    ✗ That code doesn't work. Each works once, and only for some days: please ask whoever gave it to you
      for a new one.

    > /kpi invite
    1 of 2 have come. /kpi invite Li Na makes a code for somebody, who is added if they are new.

    Name   State
    ────────────────────────────────────────
    Li Na  invitation expired on 30 Nov 2026
    Anna   here since 23 Nov 2026

    [1] Invite Li Na   [2] Another account of mine

    > invite withdraw Li Na
    ✓ Li Na's code no longer works.

    [1] Undo   [2] Who has come

    > invite withdraw Li Na
    ✗ There is no open invitation for Li Na.
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_another_account_of_ones_own() -> None:
    """
    > /kpi invite me
    Type this with your other account, within 15 minutes: then it is yours as well. It works once.

    /kpi join K000-0000-0001

    [1] Withdraw   [2] Who has come

    zoe88: /start K00000000001
    ✓ Welcome to Harbour Trading, Anna. This account is yours from now on. I write to you by myself at
      most 5 times a week, between 09:00 and 18:00 on working days, and not while you are on leave; /kpi
      remind changes that. Only you, your heads and the owner see your own scores; everybody sees those
      of departments.

    [1] My day   [2] Help

    zoe88: /kpi members
    Only you so far.

    Name  Role   Works in (share of time)
    ─────────────────────────────────────
    Anna  Owner

    [1] Add somebody   [2] Who has come

    zoe88: join K000-0000-0001
    This account is yours already, Anna. /kpi invite me makes a code for another account of yours.

    [1] My day

    > /kpi invite me
    Type this with your other account, within 15 minutes: then it is yours as well. It works once.

    /kpi join K000-0000-0002

    [1] Withdraw   [2] Who has come

    -- 2026-11-23 09:15 --

    Tom: join K000-0000-0002
    ✗ That code doesn't work. Each works once, and only for some days: please ask whoever gave it to you
      for a new one.
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_after_five_wrong_codes_a_right_one_is_refused_for_an_hour() -> None:
    """
    > /kpi members add Li Na, Sales, member
    ✓ Li Na is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > /kpi invite Li Na
    Send this to Li Na, and to nobody else: whoever types it is Li Na here. It works once, until 30 Nov
    2026.

    /kpi join K000-0000-0001

    [1] Withdraw   [2] Who has come

    zoe88: join 1
    ✗ That code doesn't work. Each works once, and only for some days: please ask whoever gave it to you
      for a new one.

    zoe88: join K000-0000-0002
    ✗ That code doesn't work. Each works once, and only for some days: please ask whoever gave it to you
      for a new one.

    zoe88: join K000-0000-0003
    ✗ That code doesn't work. Each works once, and only for some days: please ask whoever gave it to you
      for a new one.

    zoe88: join K000-0000-0004
    ✗ That code doesn't work. Each works once, and only for some days: please ask whoever gave it to you
      for a new one.

    zoe88: join Li Na
    ✗ That code doesn't work. Each works once, and only for some days: please ask whoever gave it to you
      for a new one.

    zoe88: join K000-0000-0001
    ✗ Those were too many wrong codes. Please try again in an hour.

    -- 2026-11-23 10:00 --

    zoe88: join K000-0000-0001
    ✓ Welcome to Harbour Trading, Li Na. This account is yours from now on. I write to you by myself at
      most 5 times a week, between 09:00 and 18:00 on working days, and not while you are on leave; /kpi
      remind changes that. Only you, your heads and the owner see your own scores; everybody sees those
      of departments.

    [1] My day   [2] Help
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_a_head_invites_their_own_people_and_no_second_time() -> None:
    """
    > /kpi members add Tom, Sales, head
    ✓ Tom is added (head), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > /kpi members add Sue, Service, member
    ✓ Sue is added (member), by share of time: Service 100%.

    [1] Add another   [2] Undo

    > /kpi members add Max, Sales, member
    ✓ Max is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    Tom: invite Sue
    ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    ✗ You can't do that; Anna (owner) can.

    Tom: invite Anna
    ✗ You can't do that; Anna (owner) can.

    Tom: invite Max
    Send this to Max, and to nobody else: whoever types it is Max here. It works once, until 30 Nov
    2026.

    /kpi join K000-0000-0001

    [1] Withdraw   [2] Who has come

    zoe88: join K000-0000-0001
    ✓ Welcome to Harbour Trading, Max. This account is yours from now on. I write to you by myself at
      most 5 times a week, between 09:00 and 18:00 on working days, and not while you are on leave; /kpi
      remind changes that. Only you, your heads and the owner see your own scores; everybody sees those
      of departments.

    [1] My day   [2] Help

    Tom: invite Max
    Max is here now, with the code that you made, and has been told how I work.

    [1] Who has come

    ✗ You can't do that; Anna (owner) can.

    Tom: invite
    3 of 4 have come. /kpi invite Li Na makes a code for somebody, who is added if they are new.

    Name  State
    ────────────────────────────
    Sue   not invited
    Anna  here since 23 Nov 2026
    Tom   here since 23 Nov 2026
    Max   here since 23 Nov 2026

    [1] Another account of mine

    zoe88: invite Tom
    ✗ You can't do that; Anna (owner) can.

    zoe88: invite
    3 of 4 have come.

    Name  State
    ────────────────────────────
    Sue   not invited
    Anna  here since 23 Nov 2026
    Tom   here since 23 Nov 2026
    Max   here since 23 Nov 2026

    [1] Another account of mine

    > invite Max
    Send this to Max, and to nobody else: whoever types it is Max here. It works once, until 30 Nov
    2026.

    /kpi join K000-0000-0002

    [1] Withdraw   [2] Who has come
    """


@pytest.mark.usefixtures("founded")
@pytest.mark.parametrize("people", [("安娜", "小李", "Tom")], ids=["zh"])
@transcript
def test_the_same_in_chinese() -> None:
    """
    > /kpi 邀请 李娜，销售部，成员
    已添加：李娜。请把下面这行发给李娜本人：谁输入，谁就是李娜，请勿转发他人。仅可使用一次，有效期至2026
    年11月30日。

    /kpi 加入 K000-0000-0001

    [1] 撤回   [2] 谁已加入

    小李: 你好
    ✗ 没有叫“小李”的人。是不是“李娜”？

    小李: 加入 K000-0000-0009
    ✗ 邀请码无效。邀请码只能用一次，也有期限，请找发码的人重新要一个。

    小李: /kpi加入K000-0000-0001
    ✓ 李娜，欢迎加入“海港贸易”！这个账号已绑定到你名下。我每周最多主动给你发 5 条消息，只在工作日 09:00
      至 18:00 发，请假时不打扰；要改就用 /kpi 提醒。个人得分只有你自己、部门负责人和老板能看到，部门得
      分大家都能看到。

    [1] 今日待办   [2] 帮助

    > 邀请
    李娜已凭你的邀请码加入，我已向对方介绍过用法。

    [2] 谁已加入

    2 人都已加入。/kpi 邀请 李娜 可生成邀请码，新成员会一并添加。

    姓名  状态
    ────────────────────────
    安娜  2026年11月23日加入
    李娜  2026年11月23日加入

    [1] 绑定我的另一个账号

    > 邀请 我
    请在 15 分钟内用你的另一个账号输入下面这行，该账号就绑定到你名下。仅可使用一次。

    /kpi 加入 K000-0000-0002

    [1] 撤回   [2] 谁已加入

    小李: 加入
    李娜，这个账号已经绑定到你名下。要绑定你的另一个账号，请用 /kpi 邀请 我。

    [1] 今日待办

    > 邀请 撤回 李娜
    ✗ 李娜目前没有有效的邀请。
    """


@pytest.mark.usefixtures("founded")
def test_the_code_itself_is_kept_nowhere(stage: RealStage) -> None:
    stage.type("Anna", "/kpi invite me")
    file = Path(stage.url.removeprefix("sqlite:///"))
    written = b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))
    assert fingerprint("K00000000001").encode() in written
    assert b"K00000000001" not in written


@pytest.mark.usefixtures("founded")
def test_where_a_messenger_opens_by_a_link_there_is_one_and_a_code_for_cameras(stage: RealStage) -> None:
    stage.bot = replace(stage.bot, join_link="https://t.me/kpi_bot?start={code}")
    said = stage.type("Anna", "/kpi invite me")
    assert "https://t.me/kpi_bot?start=K00000000001" in said
    (message,) = stage.shown["Anna"]
    assert isinstance(message, Message)
    assert QrCode("https://t.me/kpi_bot?start=K00000000001") in message.blocks
