"""What a dropped file means: values to be confirmed, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from conversations.cards.dropped import no_values_card, refused_card, scorecard_card, too_many_card, wrong_lines
from conversations.kept_file import KeptFile, written
from conversations.know import Know
from conversations.texts import Texts
from conversations.value_field import askable
from conversations.view import Message
from kpi_engine.intake.sheet.card import Card
from kpi_engine.intake.sheet.faults import Fault, RefusedRow
from kpi_engine.intake.sheet.grid import Grid
from kpi_engine.intake.sheet.known import SheetKpi
from kpi_engine.intake.sheet.plan import entering
from kpi_engine.intake.sheet.understand import Refused, Understood, Values, understand
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
    wrong = wrong_lines(texts, name, [row for one in found for row in _wrong(one)])
    values = [one for one in found if isinstance(one, Values)]
    fine = sum(len(one.values) for one in values)
    if wrong and not values:
        return refused_card(texts, name, wrong)
    if not values:
        scorecard = any(not isinstance(one, Refused) for one in found)
        return scorecard_card(texts, name) if scorecard else no_values_card(texts, name)
    if fine > MOST_VALUES:
        return too_many_card(texts, name, fine, MOST_VALUES)
    return written(KeptFile(name, entering(name, values).entries, wrong))


def _wrong(found: Understood) -> Iterator[RefusedRow]:
    """The rows that say something and can't be taken."""
    match found:
        case Values(wrong=rows) | Refused(rows=rows):
            yield from (row for row in rows if row.fault is not Fault.NO_HEADER)
        case Card():
            pass


def _sheet_kpi(version: KpiVersion, people: dict[int, tuple[str, str]], texts: Texts) -> SheetKpi:
    """By the reader's name first, as that is the one told where a name is misspelt."""
    whose = {id for id in (version.kpi.person_id, version.definition.owner_id) if id is not None}
    names = tuple(name for id in sorted(whose) for name in people.get(id, ()))
    asked = askable(version)
    called = tuple(dict.fromkeys((texts.name(version.definition.name), *asked.names)))
    return SheetKpi(replace(asked, names=called), version.definition.frequency, names)
