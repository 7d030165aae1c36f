"""What people type at the bot, rightly and wrongly, at the made-up company."""

from __future__ import annotations

from bot.demo.company import read
from conversations.commands import COMMANDS
from conversations.texts import in_every_language

ACTS = (
    "back",
    "skip",
    "cancel",
    "help",
    "continue",
    "返回",
    "跳过",
    "取消",
    "帮助",
    "yes",
    "no",
    "是",
    "否",
    "undo",
    "撤销",
    "ok",
    "谢谢",
    "I'm back",
    "all",
    "全部",
    "done",
)
PERIODS = (
    "today",
    "this week",
    "last month",
    "2026-11",
    "2026-W47",
    "2026-Q4",
    "2025",
    "本月",
    "上季度",
    "昨天",
    "2026-13",
    "next Friday",
    "下周三",
    "30 Feb",
)
NUMBERS = (
    "0",
    "3",
    "12",
    "-4",
    "1,200",
    "1.200,5",
    "3.5k",
    "1.2万",
    "３５",
    "12%",
    "￥3,000",
    "half",
    "45/50",
    "1e9",
    "九成",
    "10 / 12 / 15",
    "40 20 20 10 10",
    "1" * 40,
)
WORDS = (
    "same",
    "n/a",
    "训练",
    "late 🚚",
    "because of the holiday",
    "价格战",
    "<b>x</b>",
    "*bold*",
    "{{7*7}}",
    "'; --",
    "مبيعات",
    "👩‍👩‍👧‍👦🇨🇳",
    "me",
    "company",
    "brief",
    "new",
    "rule",
    "#1",
    "#7",
    "+3 helped out; -1 late",
)
LONG = ("win " * 2_500, "交付" * 3_000, "x" * 300, "🙂" * 400, "revenue 12, " * 300, "a\nb\n" * 200)
LETTERS = "abc 123,.;:%/[]{}<>&@#*_'\"\\一二三万年月日￥…—🙂\u200b\u202e\u0000"


def examples() -> tuple[str, ...]:
    """What help shows of every command, in both languages."""
    shown = (text for command in COMMANDS for text in in_every_language(f"examples.{command.name}"))
    return tuple(line for text in shown for line in text.splitlines())


def nouns() -> tuple[str, ...]:
    """The names of the company's people, departments and KPIs, in both languages."""
    plan = read()
    people = [person.name for person in plan.people]
    others = [part.name for part in plan.departments] + [measure.definition.name for measure in plan.measures]
    return (*(text for name in (*people, *others) for text in (name.en, name.zh)), *(f"@{name.en}" for name in people))
