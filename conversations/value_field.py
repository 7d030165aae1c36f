"""The question for a KPI's value: a number with its note, `same`, `n/a` or `away`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from conversations.fields import Field, Rejected, Taken, find_option
from conversations.view import QuestionKind
from kpi_engine.design.catalogue import find
from kpi_engine.intake.names import Askable, begun_name, name_at_start, nearest_names
from kpi_engine.intake.number import plain
from kpi_engine.intake.said import Said, Unsaid, read_said, value_start
from kpi_engine.intake.typed import tidy
from kpi_engine.model.kpi import KpiVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueField(Field):
    """What somebody says about one KPI, with or without its name before it: `Said`."""

    kind = QuestionKind.NUMBER

    asked: Askable
    currency: str

    def read(self, raw: str, today: date) -> Taken | Rejected:
        option = find_option(raw.strip(), self.options) if not raw.strip().isdigit() else None
        text = tidy(option.value if option else raw).strip()
        match read_said(_value_part(text, self.asked), self.asked, self.currency):
            case Said() as said:
                return Taken(_canonical(said, text, self.asked), said)
            case Unsaid(why=why, options=options):
                key = "number_doubtful" if options else "number_unread"
                params = {"raw": raw.strip(), "unit": self.asked.unit}
                return Rejected(key, params | ({"options": options} if options else {"why": why}))


def askable(version: KpiVersion, last: Decimal | None = None) -> Askable:
    """The KPI by every name that it has."""
    definition = version.definition
    known = find(definition.catalogue_id) if definition.catalogue_id else None
    aliases = known.aliases if known else ()
    return Askable(version.kpi.id, (definition.name.en, definition.name.zh, *aliases), definition.unit, last)


def _value_part(text: str, asked: Askable) -> str:
    named = name_at_start(text, [asked])
    if named and named[1].strip():
        return named[1]
    start = value_start(text)
    return text[start:] if start and _means(text[:start].strip(" :="), asked) else text


def _means(words: str, asked: Askable) -> bool:
    """Whether the words are this KPI's name, begun or misspelt: others may be another's, or a sign or a currency."""
    return bool(begun_name(words, [asked]) or nearest_names(words, [asked]))


def _canonical(said: Said, text: str, asked: Askable) -> str:
    if said.read is None:
        return text
    if said.read.denominator is not None:
        number = f"{said.read.numerator}/{said.read.denominator}"
    else:
        number = plain(said.read.value, asked.unit)
    return f"{number} {said.note}".strip()
