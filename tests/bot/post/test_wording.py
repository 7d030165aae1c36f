"""What it costs to word a message: nobody is read whom it is not about."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import event

from conversations.news import NewsKind
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.commands import NewKpi, PublishKpis
from kpi_engine.store.tables import PersonRow
from tests.bot.post.conftest import Town
from tests.factories import definition


def test_a_reminder_reads_its_reader_alone_however_many_work_there(town: Town) -> None:
    town.hire(*(f"p{n}" for n in range(50)))
    visits = definition("Visits", owner_id=town.people["sam"], frequency=PeriodKind.DAY)
    town.do(PublishKpis(town.sales, "Sell more", None, (NewKpi(visits),)))
    town.late = timedelta(days=3)
    read: list[str] = []

    def note(row: PersonRow, context: object) -> None:
        read.append(row.name.en)

    async def scene() -> None:
        town.owe("sam", 1, kind=NewsKind.REMINDER, about="day")
        (lane,) = town.office().lanes(["carrier"])
        event.listen(PersonRow, "load", note)
        assert town.office().take(lane, town.rows()[0].id)
        event.remove(PersonRow, "load", note)

    town.play(scene)
    assert set(read) == {"Sam"}
