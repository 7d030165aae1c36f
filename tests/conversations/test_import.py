"""A table of values dropped into the chat: shown first, then written down as a whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chat import transcript

FILES = {
    "autumn.csv": "KPI,Aug 2026,Sep 2026,Oct 2026\nWin rate,28%,30%,29%\n",
    "weeks.csv": "KPI,Period,Actual,Note\nKey-account visits,2026-W46,38,\nNew customers won,2026-W46,11,two big\n",
    "slip.csv": "KPI,Period,Actual\nWin rate,2026-10,2900%\nSales revenue,2026-11-19,98765432\n",
    "half.csv": "KPI,Aug 2026,Sep 2026,Oct 2026\nWin rate,28%,31%,29%\nWin rat,1%,2%,3%\nNew customers won,many,,\n",
    "wrong.csv": "KPI,Period,Actual\nWin rat,2026-10,29%\nWin rate,2026-09,many\n",
    "letter.csv": "Dear Anna,\nnothing here\n",
    "数据.csv": "指标,2026年8月,2026年9月,2026年10月\n赢单率,28%,30%,29%\n",
    "手误.csv": "指标,期间,实际值\n赢单率,2026-10,2900%\n销售收入,2026-11-19,98765432\n",
    "一半.csv": "指标,2026年8月,2026年9月,2026年10月\n赢单率,28%,31%,29%\n赢单,1%,2%,3%\n",
    "有误.csv": "指标,期间,实际值\n赢单,2026-10,29%\n赢单率,2026-09,很多\n",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder where the terminal is."""
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")


@pytest.mark.usefixtures("built")
@transcript
def test_a_table_is_shown_and_written_down_once() -> None:
    """
    > /kpi import
    Drop a table into the chat (XLSX, CSV or JSON): one column for the KPI, one for the period, one for
    the value, or months across. In a terminal: import path/to/file.xlsx. You see what it holds before
    anything is written down.

    > import autumn.csv
    ── Values of a file ────────────────────────────────────────────────────────────────────────────────
    autumn.csv: 1 corrected, 2 the same as now. These would take the place of what stands:

    KPI       Period          Before  Value
    ───────────────────────────────────────
    Win rate  September 2026     26%    30%

    Write them down?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Thank you. I understood:

      KPI       Period                         Value  Before
      ──────────────────────────────────────────────────────
      Win rate  September 2026  30% (autumn.csv, C2)     26%

    [1] Undo   [2] Report   [3] Why?

    > import autumn.csv
    Nothing to do: all 3 values of autumn.csv stand there already.

    > import weeks.csv
    ── Values of a file ────────────────────────────────────────────────────────────────────────────────
    weeks.csv: 2 new values.

    New:

    KPI                 Period         Value
    ────────────────────────────────────────
    Key-account visits  week 46, 2026     38
    New customers won   week 46, 2026     11

    Write them down?
    [1] Yes   [2] No
    [Cancel]

    > no
    Nothing of weeks.csv was written down.

    > import weeks.csv
    ── Values of a file ────────────────────────────────────────────────────────────────────────────────
    weeks.csv: 2 new values.

    New:

    KPI                 Period         Value
    ────────────────────────────────────────
    Key-account visits  week 46, 2026     38
    New customers won   week 46, 2026     11

    Write them down?
    [1] Yes   [2] No
    [Cancel]

    > import autumn.csv
    Nothing to do: all 3 values of autumn.csv stand there already.

    > import weeks.csv
    ── Values of a file ────────────────────────────────────────────────────────────────────────────────
    weeks.csv: 2 new values.

    New:

    KPI                 Period         Value
    ────────────────────────────────────────
    Key-account visits  week 46, 2026     38
    New customers won   week 46, 2026     11

    Write them down?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Thank you. I understood 2 values:

      KPI                 Period                                         Value  Before
      ────────────────────────────────────────────────────────────────────────────────
      Key-account visits  week 46, 2026              38 visits (weeks.csv, C2)
      New customers won   week 46, 2026  11 customers (two big; weeks.csv, C3)

    [1] Undo   [2] Report   [3] Why?

    > undo
    ✓ Taken back: values entered (Key-account visits, New customers won). Now it says:

      KPI                 Period              Value                                 Before
      ────────────────────────────────────────────────────────────────────────────────────
      Key-account visits  week 46, 2026  taken back              38 visits (weeks.csv, C2)
      New customers won   week 46, 2026  taken back  11 customers (two big; weeks.csv, C3)

    [1] My day

    > import missing.csv
    ✗ I have no file “missing.csv”. Please drop it into the chat; in a terminal: import and its path.

    > import wrong.csv
    ✗ I could take nothing of wrong.csv. Please correct it and send it again.

      2 rows need another look:

      wrong.csv, row 2, column A: There is no KPI “Win rat”. Perhaps New customers won or Win rate?

      wrong.csv, row 3, column C: “many” is no number that I can read. Please type it like 1200, 3.5k or
      12%.

    > import letter.csv
    ✗ I find no table of values in letter.csv. It needs a head: KPI, period and value, or KPI and months
      across; the KPIs by their names here.
    """


@pytest.mark.usefixtures("built")
@transcript
def test_what_is_sound_in_a_file_is_taken_if_its_sender_says_so() -> None:
    """
    > import half.csv
    ── Values of a file ────────────────────────────────────────────────────────────────────────────────
    2 rows need another look:

    half.csv, row 3, column A: There is no KPI “Win rat”. Perhaps New customers won or Win rate?

    half.csv, row 4, column B: “New customers won” has one value for every week.

    The rest of half.csv is fine: 1 corrected, 2 the same as now. These would take the place of what
    stands:

    KPI       Period          Before  Value
    ───────────────────────────────────────
    Win rate  September 2026     26%    31%

    What shall I do?
      1  Take the rest     without the rows above
      2  Take nothing yet  I send the file again, corrected
    [Cancel]

    > help
    Answer with the number or the name of one of them. back changes the answer before, skip leaves an
    optional one out, cancel ends /kpi import. Any command, such as /kpi report or /kpi help, works in
    between: the dialog waits.

    ── Values of a file ────────────────────────────────────────────────────────────────────────────────
    2 rows need another look:

    half.csv, row 3, column A: There is no KPI “Win rat”. Perhaps New customers won or Win rate?

    half.csv, row 4, column B: “New customers won” has one value for every week.

    The rest of half.csv is fine: 1 corrected, 2 the same as now. These would take the place of what
    stands:

    KPI       Period          Before  Value
    ───────────────────────────────────────
    Win rate  September 2026     26%    31%

    What shall I do?
      1  Take the rest     without the rows above
      2  Take nothing yet  I send the file again, corrected
    [Cancel]

    > [Take nothing yet]
    Nothing of half.csv was written down. Drop it here again once those rows are corrected.

    > import half.csv
    ── Values of a file ────────────────────────────────────────────────────────────────────────────────
    2 rows need another look:

    half.csv, row 3, column A: There is no KPI “Win rat”. Perhaps New customers won or Win rate?

    half.csv, row 4, column B: “New customers won” has one value for every week.

    The rest of half.csv is fine: 1 corrected, 2 the same as now. These would take the place of what
    stands:

    KPI       Period          Before  Value
    ───────────────────────────────────────
    Win rate  September 2026     26%    31%

    What shall I do?
      1  Take the rest     without the rows above
      2  Take nothing yet  I send the file again, corrected
    [Cancel]

    -- a new version is deployed --

    > maybe
    Take your time; tell me once you know.

    /kpi import is still open; it waits where you left it.

    [1] Continue

    > yes
    ✓ Thank you. I understood:

      KPI       Period                       Value  Before
      ────────────────────────────────────────────────────
      Win rate  September 2026  31% (half.csv, C2)     26%

    [1] Undo   [2] Report   [3] Why?

    > import half.csv
    2 rows need another look:

    half.csv, row 3, column A: There is no KPI “Win rat”. Perhaps New customers won or Win rate?

    half.csv, row 4, column B: “New customers won” has one value for every week.

    Nothing else to do: the other 3 values of half.csv stand there already.
    """


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Tom"


@pytest.mark.usefixtures("built")
@transcript
def test_nobody_writes_what_is_not_theirs() -> None:
    """
    > /kpi members add Tom, Sales, member
    ✓ Tom is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    Tom: import autumn.csv
    ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    ✗ You can't do that; Anna (owner) can.
    """


@pytest.mark.usefixtures("built")
class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @transcript
    def test_a_table_is_shown_and_written_down_once(self) -> None:
        """
        > /kpi 导入
        把表格（XLSX、CSV 或 JSON）发到对话里即可：一列写指标，一列写期间，一列写数值，也可以按月份横排。在
        终端里输入 导入 文件路径。写入之前会先给你看内容。

        > 导入 数据.csv
        ── 文件里的数据 ────────────────────────────────────────────────────────────────────────────────────
        数据.csv：更正 1 项，与现有一致 2 项。更正的有：

        指标    周期       之前  数值
        ─────────────────────────────
        赢单率  2026年9月   26%   30%

        写入这些数据吗？
        [1] 是   [2] 否
        [取消]

        > 是
        ✓ 收到，谢谢！我的理解是：

          指标    周期                      数值  之前
          ────────────────────────────────────────────
          赢单率  2026年9月  30%（数据.csv, C2）   26%

        [1] 撤销   [2] 看报告   [3] 为什么？

        > 导入 数据.csv
        数据.csv 里的 3 项数据都已经有了，无需导入。

        > 导入 有误.csv
        ✗ 有误.csv 没有可以写入的数据。改好后请再发一次。

          有 2 处需要修改：

          有误.csv，第 2 行，A 列：没有指标“赢单”。是不是“赢单率”？

          有误.csv，第 3 行，C 列：“很多”不是我能读懂的数字。可以填 1200、3.5k、1.2万、12%。

        > 导入 没有.csv
        ✗ 没有收到文件“没有.csv”。请把文件发到对话里；在终端里请输入“导入”和文件路径。
        """

    @transcript
    def test_what_is_sound_in_a_file_is_taken_if_its_sender_says_so(self) -> None:
        """
        > 导入 一半.csv
        ── 文件里的数据 ────────────────────────────────────────────────────────────────────────────────────
        有 1 处需要修改：

        一半.csv，第 3 行，A 列：没有指标“赢单”。是不是“赢单率”？

        一半.csv 其余数据没有问题：更正 1 项，与现有一致 2 项。更正的有：

        指标    周期       之前  数值
        ─────────────────────────────
        赢单率  2026年9月   26%   31%

        怎么处理？
          1  写入其余数据  上面有问题的不写
          2  先不写入      改好文件再发
        [取消]

        > 先不
        一半.csv 没有写入任何数据。改好后再发过来就行。

        > 导入 一半.csv
        ── 文件里的数据 ────────────────────────────────────────────────────────────────────────────────────
        有 1 处需要修改：

        一半.csv，第 3 行，A 列：没有指标“赢单”。是不是“赢单率”？

        一半.csv 其余数据没有问题：更正 1 项，与现有一致 2 项。更正的有：

        指标    周期       之前  数值
        ─────────────────────────────
        赢单率  2026年9月   26%   31%

        怎么处理？
          1  写入其余数据  上面有问题的不写
          2  先不写入      改好文件再发
        [取消]

        > [写入其余数据]
        ✓ 收到，谢谢！我的理解是：

          指标    周期                      数值  之前
          ────────────────────────────────────────────
          赢单率  2026年9月  31%（一半.csv, C2）   26%

        [1] 撤销   [2] 看报告   [3] 为什么？

        > 导入 一半.csv
        有 1 处需要修改：

        一半.csv，第 3 行，A 列：没有指标“赢单”。是不是“赢单率”？

        一半.csv 里其余 3 项数据都已经有了，无需导入。
        """

    @pytest.mark.usefixtures("built")
    @transcript
    def test_what_is_far_off_the_usual_is_named(self) -> None:
        """
        > 导入 手误.csv
        ── 文件里的数据 ────────────────────────────────────────────────────────────────────────────────────
        手误.csv：新增 1 项，更正 1 项。更正的有：

        指标    周期        之前    数值
        ────────────────────────────────
        赢单率  2026年10月   29%  2,900%

        新增的数：

        指标      周期                   数值
        ─────────────────────────────────────
        销售收入  2026年11月19日  ¥9,876.54万

        有 2 个数和平时相差很大，请核对：

        2026年10月，赢单率：我读到的是 2900%，以往从未超过 100%。是不是 29%（百分数和小数弄混了）？

        2026年11月19日，销售收入：我读到的是 ¥98,765,432，与目标和已填的数相差很大（约 ¥57,143）。是不是
        ¥98,765.432（多乘了一千）？

        写入这些数据吗？
        [1] 是   [2] 否
        [取消]

        > 否
        手误.csv 没有写入任何数据。
        """


@pytest.mark.usefixtures("built")
@transcript
def test_what_is_far_off_the_usual_is_named_before_it_is_written_down() -> None:
    """
    > import slip.csv
    ── Values of a file ────────────────────────────────────────────────────────────────────────────────
    slip.csv: 1 new value, 1 corrected. These would take the place of what stands:

    KPI       Period        Before   Value
    ──────────────────────────────────────
    Win rate  October 2026     29%  2,900%

    New:

    KPI            Period               Value
    ─────────────────────────────────────────
    Sales revenue  19 Nov 2026  CN¥98,765,432

    2 values are far off the usual; are they right?

    October 2026, Win rate: I read 2900%, and it was never over 100% before. Perhaps 29% (percent or
    fraction)?

    19 Nov 2026, Sales revenue: I read CN¥98,765,432. By target and values so far I expected about
    CN¥57,143. Perhaps CN¥98,765.432 (three digits too many)?

    Write them down?
    [1] Yes   [2] No
    [Cancel]

    > no
    Nothing of slip.csv was written down.
    """
