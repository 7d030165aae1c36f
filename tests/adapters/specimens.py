"""Views as the bot shows them: one of every block, cell, kind of question, tone and style, in English, Chinese and hostile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from html import escape
from itertools import count
from typing import TypeAlias

from conversations.view import (
    Act,
    Band,
    Bar,
    Button,
    Chart,
    Document,
    Fields,
    Figure,
    Form,
    Formula,
    Line,
    Mark,
    Marked,
    Message,
    Option,
    Picture,
    QrCode,
    Question,
    QuestionKind,
    Range,
    Run,
    Series,
    Sheet,
    Spark,
    Style,
    Table,
    Text,
    Tone,
    Turn,
    View,
)

Pick: TypeAlias = Callable[[str, str], str]
"""Takes the English and the Chinese words and returns those to be shown."""

HOSTILE: Mapping[str, str] = {
    "long": "Revenue of all regions " * 13,
    "long word": "x" * 300,
    "long chinese": "华东大区重点客户季度回款率" * 23,
    "emoji": "👩‍👩‍👧‍👦 Team 🇨🇳 ❤️ 👍🏽",
    "right to left": "مبيعات الربع الرابع שלום",
    "override": "invoice\u202egnp.exe",
    "html": "<b>bold</b> & <script>alert(1)</script> &lt;i&gt;",
    "markup": "*x* _y_ ~z~ `code` [red]r[/red] [link=x]y[/link] :smile:",
    "brackets": "[1] [back] 1 ] [",
    "controls": "a\x1b[31mred\x1b[0m\x07\x08\x9b2Jb\x00c\x7fd",
    "lines": "first\nsecond\r\nthird\tfourth\u2028fifth",
    "sql": "'; DROP TABLE kpi; --",
    "template": "{{ 7 * 7 }} {% raw %} ${x} %(x)s {0}",
}
"""What people type as names."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A form and what somebody answers to it, by question key."""

    form: Form
    answers: Mapping[str, str]


def always(words: str) -> Pick:
    """Picks these words, whatever there was to pick from."""
    return lambda _en, _zh: words


def numbered(words: str) -> Pick:
    """Picks these words, whatever there was to pick from, with a number before them to tell them apart."""
    numbers = count(1)
    return lambda _en, _zh: f"{next(numbers)}.{words}"


def views(pick: Pick) -> dict[str, View]:
    """Every specimen in the words picked."""
    return {**messages(pick), **{name: filled.form for name, filled in forms(pick).items()}}


def messages(pick: Pick) -> dict[str, Message]:
    """Messages, by what they are about."""
    return {
        "scorecard": _scorecard(pick),
        "why": _why(pick),
        "chart": _chart(pick),
        "text": _text(pick),
        "document": _document(pick),
        "qr": Message(
            (_paragraph(pick("Or open this link:", "或打开链接：")), QrCode("https://t.me/kpi_bot?start=K7QX4M2P"))
        ),
        "empty": Message(blocks=()),
        **{
            f"tone {tone}": Message(
                blocks=(_paragraph(pick("Recorded: 1,200 orders.", "已填报：订单 1,200 单。")),), tone=tone
            )
            for tone in Tone
        },
    }


def forms(pick: Pick) -> dict[str, Filled]:
    """Forms with an answer each: every kind of question alone, then several together."""
    alone = {
        f"kind {kind}": Filled(_form(pick, (question,)), {question.key: answer})
        for kind in QuestionKind
        for question, answer in (question_of(kind, pick),)
    }
    pairs = [
        question_of(kind, pick)
        for kind in (QuestionKind.TEXT, QuestionKind.NUMBER, QuestionKind.CHOICE, QuestionKind.MANY)
    ]
    together = Filled(
        _form(pick, tuple(question for question, _ in pairs)),
        {question.key: answer for question, answer in pairs},
    )
    own = {f"own words beside {kind}": _own_words(kind, pick) for kind in (QuestionKind.CHOICE, QuestionKind.MANY)}
    return {**alone, **own, "several questions": together, "all optional": _optional(pick)}


def question_of(kind: QuestionKind, pick: Pick) -> tuple[Question, str]:
    """A question of the kind, and an answer to it as it is handed on."""
    match kind:
        case QuestionKind.TEXT:
            label, hint = (
                pick("What is the KPI called?", "指标叫什么名字？"),
                pick("A few words.", "几个字即可。"),
            )
            return Question(
                "build.name", kind, label, hint, initial=pick("On-time delivery", "准时交付率")
            ), "Order value"
        case QuestionKind.NUMBER:
            options = (
                Option(
                    "450",
                    pick("450 (60 %)", "450（60%）"),
                    pick("made in 7 of the last 12 months", "过去 12 个月有 7 个月达到"),
                ),
                Option("480", pick("480 (25 %)", "480（25%）")),
            )
            label, error = (
                pick("Target for November", "11 月目标"),
                pick("“abc” is not a number.", "“abc”不是数字。"),
            )
            return Question("build.target", kind, label, options=options, error=error), "2"
        case QuestionKind.DATE:
            label, hint = (
                pick("From when?", "从哪天起？"),
                pick("For example 2026-12-01.", "例如 2026-12-01。"),
            )
            return Question("target.from", kind, label, hint, initial="2026-12-01"), "2027-01-01"
        case QuestionKind.CHOICE:
            options = (
                Option("sales", pick("Sales", "销售部")),
                Option("17", pick("Customer service", "客服部"), pick("you head it", "由您负责")),
            )
            return Question(
                "build.department",
                kind,
                pick("Which department?", "哪个部门？"),
                options=options,
                initial="sales",
            ), "17"
        case QuestionKind.MANY:
            goals = tuple(
                Option(f"goal{n}", pick(f"{en} goal", f"目标{zh}"))
                for n, (en, zh) in enumerate((("First", "一"), ("Second", "二"), ("Third", "三")), start=1)
            )
            return Question(
                "build.goals", kind, pick("Which goals does it serve?", "服务于哪些目标？"), options=goals
            ), "goal1\ngoal3"
        case QuestionKind.YESNO:
            options = (Option("yes", pick("Yes", "是")), Option("no", pick("No", "否")))
            return Question("build.another", kind, pick("Another KPI?", "再加一个指标吗？"), options=options), "no"


def _own_words(kind: QuestionKind, pick: Pick) -> Filled:
    question, answer = question_of(kind, pick)
    words = "Win back old customers"
    own = replace(question, own=pick("Or in your own words", "或者用自己的话写"))
    return Filled(_form(pick, (own,)), {own.key: f"{answer}\n{words}" if kind is QuestionKind.MANY else words})


def _optional(pick: Pick) -> Filled:
    evidence = Question("actual.evidence", QuestionKind.TEXT, pick("A link as evidence", "佐证链接"), optional=True)
    note = Question("actual.note", QuestionKind.TEXT, pick("A note", "备注"), optional=True)
    form = _form(pick, (evidence, note))
    skips = tuple(Button("Skip", Turn(form.run, form.turn, Act.SKIP, question.key)) for question in form.questions)
    return Filled(
        Form(
            form.run,
            form.turn,
            form.key,
            form.title,
            "",
            (),
            form.questions,
            (*skips, *form.acts),
            form.submit,
        ),
        {"actual.evidence": "https://example.org/1", "actual.note": ""},
    )


def _form(pick: Pick, questions: tuple[Question, ...]) -> Form:
    run, turn = "r42", 7
    return Form(
        run=run,
        turn=turn,
        key="build.kpi1",
        title=pick("Build a department", "部门建模"),
        step="3/5",
        intro=(_paragraph(pick("Chosen so far: two KPIs.", "目前已选两个指标。")),),
        questions=questions,
        acts=(
            Button("Back", Turn(run, turn, Act.BACK)),
            Button("Cancel", Turn(run, turn, Act.CANCEL), Style.DANGER),
        ),
        submit="OK",
    )


def _scorecard(pick: Pick) -> Message:
    columns = (
        "",
        pick("KPI", "指标"),
        pick("Actual", "实际"),
        pick("Target", "目标"),
        pick("Score", "得分"),
        "",
        pick("12 months", "近12月"),
    )
    rows = (
        _row(Mark.GOOD, pick("Monthly revenue", "月度营业额"), "$482k", "$450k", "107", "482", "450"),
        _row(Mark.FAIR, pick("Net promoter score", "客户净推荐值"), "41", "45", "91", "41", "45"),
        _row(Mark.POOR, pick("Open complaints", "未关闭投诉"), "7", "3", "43", "7", "3"),
        _row(Mark.NONE, pick("Training hours", "培训学时"), "–", "12", "–", "0", "12"),
    )
    caption = pick("November 2026, 21 of 30 days", "2026年11月，已过 21/30 天")
    buttons = (
        Button(pick("Why?", "为什么？"), Run("why sales"), Style.PRIMARY),
        Button(pick("Last month", "上个月"), Run("report sales last month")),
        Button(pick("Undo", "撤销"), Run("undo"), Style.DANGER),
    )
    return Message(
        (_paragraph(pick("Sales: 87.5", "销售部：87.5")), Table(columns, rows, "llrrrll", caption)),
        buttons,
        only_you=True,
    )


def _row(
    mark: Mark, name: str, actual: str, target: str, score: str, value: str, goal: str
) -> tuple[str | Marked | Bar | Spark, ...]:
    past = tuple(Decimal(n) if n else None for n in ("2", "5", "", "7", "3.5", "0", "-1", "8", "4", "7", "4", "8"))
    full = max(Decimal(value), Decimal(goal)) * Decimal("1.2")
    return (
        Marked(mark, ""),
        name,
        actual,
        target,
        score,
        Bar(Decimal(value), Decimal(goal), full, mark),
        Spark(past),
    )


def _why(pick: Pick) -> Message:
    pairs = (
        (pick("Actual", "实际值"), "$482,000"),
        (pick("Target as agreed", "约定目标"), "$450,000"),
        (pick("Formula", "公式"), "482,000 ÷ 450,000 × 100 = 107.1"),
        (pick("Weight", "权重"), "40 %"),
    )
    best = Table(
        (pick("What would give five more", "再得五分需要"), ""),
        ((Marked(Mark.GOOD, pick("On track", "正常")), "+5"),),
        "lr",
    )
    return Message((Fields(pairs), best), (Button(pick("Report", "报告"), Run("report")),))


def _chart(pick: Pick) -> Message:
    months = tuple(pick(en, zh) for en, zh in (("Aug", "8月"), ("Sep", "9月"), ("Oct", "10月"), ("Nov", "11月")))
    actual = Series(
        pick("Actual", "实际"),
        (Decimal(400), Decimal(455), None, Decimal(482)),
        ("400k", "455k", "–", "482k"),
    )
    target = Series(
        pick("Target", "目标"),
        (Decimal(420), Decimal(430), Decimal(440), Decimal(450)),
        ("420k", "430k", "440k", "450k"),
        Line.TARGET,
    )
    threshold = Series(pick("Threshold", "底线"), (Decimal(380),) * 4, ("380k", "380k", "380k", "380k"), Line.THRESHOLD)
    forecast = Series(pick("Forecast", "预测"), (None, None, Decimal(470), None), ("", "", "470k", ""), Line.FORECAST)
    band = Band(
        pick("8 in 10", "八成把握"),
        (None, None, Range(Decimal(440), Decimal(500), pick("440k – 500k", "440k～500k")), None),
    )
    profit = Series(pick("Profit", "利润"), (Decimal("-4"), Decimal(0), Decimal("2.5"), None), ("-4", "0", "2.5", "–"))
    title = pick("Revenue", "营业额")
    one = Chart(title, months, (actual, target, threshold, forecast), band, Mark.FAIR)
    return Message(
        (
            one,
            Chart(pick("Profit by month", "各月利润"), months, (profit,)),
            Chart(pick("No data yet", "暂无数据"), (), ()),
            Picture(pick("Revenue of November", "十一月营业额"), Chart(title, months, (actual,))),
        )
    )


def _document(pick: Pick) -> Message:
    head = (pick("KPI", "指标"), pick("Actual", "实际"), pick("Score", "得分"))
    row = (pick("Revenue", "营业额"), Figure(Decimal("0.29"), percent=True), Formula("B2*100"))
    sheet = Sheet(pick("Sales", "销售部"), (head, row))
    return Message(
        (_paragraph(pick("Here it is.", "文件如下。")), Document(f"{pick('Sales', '销售部')}.xlsx", (sheet,)))
    )


def _text(pick: Pick) -> Message:
    name = escape(pick("Revenue", "营业额"))
    rich = (
        f"<b>{name}</b> <i>{name}</i><br><code>/kpi actual {name} 1200</code> "
        f'<a href="https://example.org/?a=1&amp;b=2">{name}</a>'
    )
    return Message((Text(rich), _paragraph(pick("Say 100 < 200 & 3 > 2.", "请写 100 < 200 且 3 > 2。"))))


def _paragraph(words: str) -> Text:
    return Text(escape(words))
