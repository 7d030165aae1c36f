"""One's own word on the value that one has just entered: `sorry, 30`, `填错了，是30`."""

from __future__ import annotations

from conversations.know import Know
from conversations.sure_field import without_no
from conversations.value_field import askable
from kpi_engine.calendar.words import write_period
from kpi_engine.intake.dated import is_number_of
from kpi_engine.intake.typed import tidy
from kpi_engine.model.audit import Deed


def put_right(text: str, know: Know) -> str | None:
    """The line that the words stand for, with the KPI and the period of that value.

    None unless they are a number behind words such as `不对`, and one value was the last thing done.
    """
    said = tidy(text)
    number = without_no(said)
    last = know.my_last_deed() if number != said else None
    if last is None or last.deed is not Deed.ENTER:
        return None
    places = {(change.about, change.period) for change in last.changes}
    kpis = {version.definition.name: askable(version) for version in know.kpis()}
    match [(kpis.get(name), period) for name, period in places]:
        case [(kpi, period)] if kpi and period and is_number_of(number, kpi):
            return f"{kpi.names[0]} {write_period(period)} {number}"
        case _:
            return None
