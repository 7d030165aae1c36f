"""`propose`: a change is put before its department; others vote and comment, the head decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from conversations.ask import Ask, Do
from conversations.flows.propose import drafts, judging, making
from conversations.view import Message
from conversations.words import first_word
from kpi_engine.commands import Propose
from kpi_engine.model.proposal import Ballot

Step = Callable[[Ask, str], Do | Message]

_STEPS: Mapping[tuple[str, ...], Step] = {
    ("new", "add", "新增", "增加"): lambda ask, words: Do(Propose(making.new(ask, words))),
    ("change", "修改", "调整"): lambda ask, words: Do(Propose(making.changed(ask, words))),
    ("retire", "end", "停用"): lambda ask, words: Do(Propose(making.retired(ask, words))),
    ("for", "赞成"): lambda ask, words: judging.voted(ask, words, Ballot.FOR),
    ("against", "反对"): lambda ask, words: judging.voted(ask, words, Ballot.AGAINST),
    ("abstain", "弃权"): lambda ask, words: judging.voted(ask, words, Ballot.ABSTAIN),
    ("comment", "意见"): judging.commented,
    ("accept", "采纳"): judging.accepted,
    ("decline", "不采纳"): judging.declined,
    ("withdraw", "撤回"): judging.withdrawn,
    ("draft", "草案"): drafts.draft,
}
"""What the first word after the command can be."""


def propose(ask: Ask) -> Do | Message:
    """Without words the proposals that wait; `propose 7` shows one, `propose for 7` votes for it.

    `propose change Win rate`, and so `propose Win rate`, proposes something.
    """
    words = ask.take_words()
    first, rest = first_word(words)
    step = next((step for verbs, step in _STEPS.items() if first.casefold() in verbs), None)
    if step:
        return step(ask, rest)
    if not words:
        return judging.waiting(ask)
    return judging.shown(ask, words) if judging.is_number(words) else Do(Propose(making.changed(ask, words)))
