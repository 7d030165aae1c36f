"""`plan`: what is to be done, by whom and until when; added, done, put off, dropped or given to somebody else."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from conversations.ask import Ask, Do
from conversations.flows.plan import closing, listing, making, red
from conversations.view import Message
from conversations.words import first_word

Step = Callable[[Ask, str], Do | Message]

_STEPS: Mapping[tuple[str, ...], Step] = {
    ("add", "new", "添加", "新增", "增加"): making.added,
    ("done", "完成"): closing.done,
    ("later", "延期", "推迟"): closing.later,
    ("drop", "放弃"): closing.dropped,
    ("give", "转给", "交给"): closing.given,
    ("red", "红灯"): red.red,
    ("again", "回看"): red.again,
}
"""What the first word after the command can be."""


def plan(ask: Ask) -> Do | Message:
    """Without words one's own and one's department's; `plan Sales`, `plan revenue` and `plan Tom` are about those.

    `plan add new brochure, revenue, Tom, 15 Dec` asks for nothing any more.
    """
    words = ask.take_words()
    first, rest = first_word(words)
    step = next((step for verbs, step in _STEPS.items() if first.casefold() in verbs), listing.shown)
    return step(ask, words if step is listing.shown else rest)
