"""What a dropped file means: values to be confirmed, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from conversations.cards.dropped import no_values_card, refused_card, scorecard_card, too_many_card
from conversations.kept_file import written
from conversations.know import Know
from conversations.texts import Texts
from conversations.value_field import askable
from conversations.view import Message
from kpi_engine.intake.sheet.faults import Fault
from kpi_engine.intake.sheet.grid import Grid
from kpi_engine.intake.sheet.known import SheetKpi
from kpi_engine.intake.sheet.plan import entering
from kpi_engine.intake.sheet.understand import Refused, Values, understand
from kpi_engine.model.kpi import KpiVersion

MOST_VALUES = 5_000
"""Of one file: two hundred KPIs with two years of months."""


def words_of_file(know: Know, texts: Texts, today: date, name: str, grids: Sequence[Grid]) -> str | Message:
    """The words after `import` that stand for the file's values, or why there are none.

    Sheets without a head that we know (a page of explanations) are passed over, unless there is no other.
    """
    people = {person.id: (person.name.en, person.name.zh) for person in know.everybody()}
    kpis = [_sheet_kpi(version, people, texts) for version in know.kpis() if not version.definition.expression]
    found = [understand(grid, kpis, today, texts.format.currency) for grid in grids]
    wrong = [row for one in found if isinstance(one, Refused) for row in one.rows if row.fault is not Fault.NO_HEADER]
    values = [one for one in found if isinstance(one, Values)]
    fine = sum(len(one.values) for one in values) + sum(one.fine for one in found if isinstance(one, Refused))
    if wrong:
        return refused_card(texts, name, wrong, fine)
    if not values:
        scorecard = any(not isinstance(one, Refused) for one in found)
        return scorecard_card(texts, name) if scorecard else no_values_card(texts, name)
    if fine > MOST_VALUES:
        return too_many_card(texts, name, fine, MOST_VALUES)
    return written(name, entering(name, values).entries)


def _sheet_kpi(version: KpiVersion, people: dict[int, tuple[str, str]], texts: Texts) -> SheetKpi:
    """By the reader's name first, as that is the one told where a name is misspelt."""
    whose = {id for id in (version.kpi.person_id, version.definition.owner_id) if id is not None}
    names = tuple(name for id in sorted(whose) for name in people.get(id, ()))
    asked = askable(version)
    called = tuple(dict.fromkeys((texts.name(version.definition.name), *asked.names)))
    return SheetKpi(replace(asked, names=called), version.definition.frequency, names)
