"""One's own word on what one has just entered: `sorry, 30`, `填错了，是30`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conversations.cards.names import kpi_words
from conversations.cards.say import say
from conversations.commands import ACTUAL
from conversations.know import Know
from conversations.sure_field import without_no
from conversations.texts import Texts
from conversations.value_field import askable
from conversations.view import Button, Message, Run
from conversations.words import quoted
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.words import write_period
from kpi_engine.intake.dated import is_number_of
from kpi_engine.intake.typed import tidy
from kpi_engine.model.audit import Deed
from kpi_engine.model.kpi import KpiVersion


@dataclass(frozen=True, slots=True)
class PutRight:
    """Another value for one that was entered."""

    version: KpiVersion
    period: Period
    number: str

    @property
    def words(self) -> str:
        """By its record, as a button means it: others may be called the same."""
        return f"{kpi_words(self.version)} {write_period(self.period)} {self.number}"


def put_right(text: str, know: Know) -> Sequence[PutRight]:
    """What the words may stand for: each of the values last entered that could be this number.

    Nothing unless they are a number behind words such as `不对`, and values were the last thing done.
    """
    said = tidy(text)
    number = without_no(said)
    last = know.my_last_deed() if number != said else None
    if last is None or last.deed is not Deed.ENTER:
        return ()
    places = dict.fromkeys((change.about, change.period) for change in last.changes)
    found = [(version, period) for name, period in places for version in know.kpis() if version.definition.name == name]
    return [
        PutRight(version, period, number)
        for version, period in found
        if period and is_number_of(number, askable(version))
    ]


def which_card(texts: Texts, meant: Sequence[PutRight]) -> Message:
    """A button for each value that may be meant."""
    actual = texts.label(f"commands.{ACTUAL.name}")
    buttons = [Button(_called(texts, one), Run(f"{actual} {one.words}")) for one in meant]
    return say(texts, "talk.which_value", *buttons, number=quoted(meant[0].number))


def _called(texts: Texts, one: PutRight) -> str:
    return texts.plain("actual.label", name=one.version.definition.name, period=one.period)
