"""Thanks, agreement and emoji at a question that any words would answer: they are answered, and the question waits."""

from __future__ import annotations

import pytest

from conversations.courtesy import courtesy
from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Li Na"


@pytest.mark.parametrize(
    "text",
    ["thanks", "Thank you!", "ok great, thanks a lot", "thx 🙏", "谢谢", "好的，谢谢", "收到，辛苦了！", "谢谢啦～"],
)
def test_thanks_are_known(text: str) -> None:
    assert courtesy(text) == "talk.thanks"


@pytest.mark.parametrize(
    "text", ["ok great", "Got it.", "OK 👍", "👍", "👍🏽", "❤️", "🙂🙂", "好的", "收到", "嗯嗯", "明白了"]
)
def test_agreement_and_emoji_are_known(text: str) -> None:
    assert courtesy(text) == "talk.fine"


@pytest.mark.parametrize("text", ["let me think", "Hmm, not sure.", "I don't know", "我再想想", "大概吧", "不知道…"])
def test_hesitation_is_known(text: str) -> None:
    assert courtesy(text) == "talk.unsure"


@pytest.mark.parametrize("text", ["never mind", "Forget it!", "ok, never mind, thanks", "算了", "算了，谢谢", "不改了"])
def test_leaving_it_is_known(text: str) -> None:
    assert courtesy(text) == "talk.withdrawn"


@pytest.mark.parametrize(
    "text",
    [
        *("maybe 12", "算了 12", "probably the weather", "不知道客户", "never mind the gap"),
        *("thanks to the new carrier", "thanks 12", "ok but late", "谢谢王涛帮忙", "好多客户", "行李丢失"),
        *("", "...", "-", "12", "yes", "是的", "Li Na"),
    ],
)
def test_what_says_more_is_an_answer(text: str) -> None:
    assert not courtesy(text)


@pytest.mark.usefixtures("built")
@transcript
def test_thanks_are_no_reason_and_no_name() -> None:
    """
    > key-account visits 38
    ...
    > key-account visits 39
    ...
    > thanks
    You're welcome.

    /kpi actual is still open; it waits where you left it.

    [1] Continue

    > 👍
    Good. I am here when you need me.

    /kpi actual is still open; it waits where you left it.

    [1] Continue

    > the fair brought one more
    ✓ Thank you. I understood:

      KPI                 Period             Value     Before
      ───────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  39 visits  38 visits

    [1] Undo   [2] Report   [3] Why?

    > /kpi members add
    ...
    > ok great
    Good. I am here when you need me.

    /kpi members is still open; it waits where you left it.

    [1] Continue

    > Li Na
    ...
    > cancel
    ...
    > thanks!
    You're welcome.

    > ok 👍
    Good. I am here when you need me.
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_the_same_in_chinese() -> None:
    """
    > 大客户拜访次数 38
    ...
    > 大客户拜访次数 39
    ...
    > 辛苦了
    不客气，有需要随时叫我。

    /kpi 填报 还没完成，进度已保留。

    [1] 继续

    > 收到👌
    好的，有需要随时叫我。

    /kpi 填报 还没完成，进度已保留。

    [1] 继续

    > 展会多来了一家
    ✓ 收到，谢谢！我的理解是：

      指标            周期           数值   之前
      ──────────────────────────────────────────
      大客户拜访次数  2026年第47周  39 次  38 次

    [1] 撤销   [2] 看报告   [3] 为什么？

    > /kpi 计划 添加
    ...
    > 好的，谢谢！
    不客气，有需要随时叫我。

    /kpi 计划 还没完成，进度已保留。

    [1] 继续

    > 取消
    之前没做完的 /kpi 计划 添加（停在“要做什么？”）已取消，没有任何改动。

    > 好的
    好的，有需要随时叫我。
    """


@pytest.mark.usefixtures("built")
@transcript
def test_hesitation_is_no_reason_and_never_mind_leaves_what_stands() -> None:
    """
    > never mind
    All right, I leave everything as it is.

    > key-account visits 38
    ...
    > key-account visits 39
    ...
    > let me think
    Take your time; tell me once you know.

    /kpi actual is still open; it waits where you left it.

    [1] Continue

    > not sure
    Take your time; tell me once you know.

    /kpi actual is still open; it waits where you left it.

    [1] Continue

    > never mind
    Good, everything stays as it was.

    > key-account visits 39, new customers 12
    ...
    > forget it
    Good, everything stays as it was.

    > /kpi actual cold calls made
    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    cold calls made, week 47, 2026
    Target 420 every month
      [Not applicable]
    ↵ –
    [Skip] [Cancel]

    > let me think
    Take your time; tell me once you know.

    /kpi actual is still open; it waits where you left it.

    [1] Continue

    > never mind
    /kpi actual cold calls made was still open, with the question “cold calls made, week 47, 2026”.
    Cancelled; nothing of it has been changed.

    > not sure
    Take your time; tell me once you know.
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_hesitation_in_chinese() -> None:
    """
    > 算了
    好的，那就先不动了。

    > 大客户拜访次数 38
    ...
    > 大客户拜访次数 39
    ...
    > 我再想想
    不急，想好了再告诉我。

    /kpi 填报 还没完成，进度已保留。

    [1] 继续

    > 大概吧
    不急，想好了再告诉我。

    /kpi 填报 还没完成，进度已保留。

    [1] 继续

    > 算了
    好的，数据保持不变。

    > 大客户拜访次数 39
    ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
    大客户拜访次数2026年第47周已有数据：38 次（安娜）。这次填的是“39 次”。

    要更正吗？
    请选择，或用自己的话写明原因，原因会与更正一起保存。
      1  是，更正
      2  是，之前填错了
      3  是，现在才有最终数据
      4  否，保持不变
    或者用自己的话写
    [返回] [取消]

    > 不知道
    不急，想好了再告诉我。

    /kpi 填报 还没完成，进度已保留。

    [1] 继续

    > 展会多来了一家
    ✓ 收到，谢谢！我的理解是：

      指标            周期           数值   之前
      ──────────────────────────────────────────
      大客户拜访次数  2026年第47周  39 次  38 次

    [1] 撤销   [2] 看报告   [3] 为什么？

    > /kpi 填报 电话邀约
    ── 填报数据 ────────────────────────────────────────────────────────────────────────────────────────
    电话邀约，2026年第47周
    目标 每月 420
      [不适用]
    ↵ –
    [跳过] [取消]

    > 不填了
    已取消，“电话邀约”没有记下。

    > 不知道
    不急，想好了再告诉我。
    """
