"""What of a line needs no question is entered at once; only the rest is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from conversations.ask import Ask, Do
from conversations.asking import Pending, attempt
from conversations.flows.actual.standing import without_changes
from conversations.flows.actual.sure import sure
from conversations.flows.actual.values import said_of
from conversations.flows.actual.wanted import Wanted, entry
from kpi_engine.commands import EnterActuals
from kpi_engine.intake.said import Said


def at_once(ask: Ask, wanted: Sequence[Wanted], doubtful: Sequence[str]) -> Do | None:
    """Enters what is sound, and goes on with the rest; None where nothing is sound, or everything.

    `doubtful` are pieces of the line of which it is not known yet which values they are.
    """
    answers = _read(ask, wanted)
    said = [(one, attempt(partial(sure, ask, one, read))) for one in wanted if (read := answers.get(one.key))]
    sound = without_changes(ask, [(one, entry(one, each)) for one, each in said if isinstance(each, Said)])
    settled = [one for one, _ in sound]
    left_out = [key for key, read in answers.items() if read is None]
    waiting = [one.typed for one in wanted if one not in settled and one.key not in left_out]
    rest = ", ".join((*waiting, *doubtful))
    return Do(EnterActuals(tuple(each for _, each in sound)), rest=rest) if sound and rest else None


def _read(ask: Ask, wanted: Sequence[Wanted]) -> dict[str, Said | None]:
    """What is said of those about which nothing has to be asked, by their keys."""
    tried = attempt(partial(said_of, ask, wanted))
    if not isinstance(tried, Pending):
        return tried
    return said_of(ask, [one for one in wanted if one.key not in tried.open])
