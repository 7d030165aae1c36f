"""A line of days and values without a name, typed at a question: `Nov 5 3, Nov 6 4` is about the KPI that it is for."""

from __future__ import annotations

from conversations.asking import Pending
from conversations.run import Run
from conversations.value_field import ValueField, is_dated
from conversations.world import World
from kpi_engine.intake.names import name_at_start
from kpi_engine.intake.typed import tidy


def with_name(text: str, run: Run, pending: Pending, world: World) -> str:
    """The line with the KPI's name before it; as it was typed where it has one, or no day.

    Where the form is out of sight, only if all its open questions are about one KPI.
    """
    questions = pending.open if run.aside else pending.open[:1]
    asked = [field for name in questions if isinstance(field := pending.asked.fields[name], ValueField)]
    ids = {field.asked.kpi_id for field in asked}
    if (
        len(ids) != 1
        or name_at_start(tidy(text), [asked[0].asked])
        or not is_dated(tidy(text), asked[0].asked, world.today)
    ):
        return text
    names = (version.definition.name for version in world.know.kpis() if version.kpi.id in ids)
    return " ".join((*map(world.texts.name, names), text))
