"""Why something is changed, and whether it is once one has seen whose score it moves."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.ask import Ask, Do
from conversations.cards.say import say
from conversations.cards.target import AgreedTarget, preview_blocks
from conversations.flows.reading import all_names
from conversations.forms import form, text, yesno
from conversations.view import Block, Message
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.commands import ReviseKpi, SetPeriodTarget


@form
class TargetReason:
    """Why it is changed."""

    why: str = text()


@form
class ChangeTarget:
    """Whether it is changed so."""

    agreed: bool = yesno()


def reason_for(ask: Ask, kpi_id: int) -> str:
    """Why it is changed."""
    return ask(TargetReason, f"target_reason:kpi{kpi_id}").why


def confirmed(
    ask: Ask, agreed: AgreedTarget, change: ReviseKpi | SetPeriodTarget, cycle: Period, heads: Sequence[Block]
) -> Do | Message:
    """The change, if it is agreed to."""
    preview = ask.know.preview(change, _scored(cycle))
    blocks = [*heads, *preview_blocks(ask.texts, preview, all_names(ask))]
    if ask(ChangeTarget, f"change_target:kpi{agreed.version.kpi.id}", intro=blocks).agreed:
        return Do(change)
    return say(ask.texts, "target.kept", name=agreed.version.definition.name)


def _scored(cycle: Period) -> Period:
    """Scorecards are of a month, or of as long as the cycle is."""
    kind = max(PeriodKind.MONTH, cycle.kind, key=lambda kind: kind.rank)
    return Period.holding(cycle.start, kind, cycle.year_start)
