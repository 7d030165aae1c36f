"""The question for a KPI's value: a number with its note, `same`, `n/a` or `away`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from conversations.fields import Field, Rejected, Taken
from conversations.view import QuestionKind
from kpi_engine.design.catalogue import find
from kpi_engine.design.match import likeness
from kpi_engine.intake.begun import MISSPELT, begun_name, misspelt_kpi
from kpi_engine.intake.dated import dated_behind, has_second_value, is_number_of, undated
from kpi_engine.intake.free import SOME_DAY
from kpi_engine.intake.line import Line, read_line
from kpi_engine.intake.names import Askable, name_at_start
from kpi_engine.intake.number import plain_read
from kpi_engine.intake.piece import Piece, start_behind
from kpi_engine.intake.pieces import split
from kpi_engine.intake.said import Said, Unsaid, read_said
from kpi_engine.intake.typed import tidy
from kpi_engine.intake.why import Why
from kpi_engine.model.kpi import KpiVersion, Unit

SEVERAL = 2
"""Values that make a line of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueField(Field):
    """What somebody says about one KPI, with or without its name before it: `Said`."""

    kind = QuestionKind.NUMBER

    asked: Askable
    currency: str

    def read(self, raw: str, today: date) -> Taken | Rejected:
        text = tidy(self._chosen(" ".join(raw.split())))
        if is_dated(text, self.asked, today):
            # The period is settled here; whoever names one is speaking of another value.
            return Rejected("number_unread", {"raw": raw.strip(), "unit": self.asked.unit, "why": Why.NOT_A_NUMBER})
        if part := _after_name(text, self.asked):
            return self._said(part, raw)
        read = self._said(_NO_NAME + text, raw)
        misspelt = _after_misspelt_name(text, self.asked) if isinstance(read, Rejected) else ""
        return self._said(misspelt, raw) if misspelt else read

    def again(self, text: str, today: date) -> Taken | Rejected:
        return self._said(_NO_NAME + text, text)

    def _chosen(self, typed: str) -> str:
        """An option's value for its label; its number in the list would be a value."""
        labels = {option.label.casefold(): option.value for option in self.options}
        return labels.get(typed.casefold(), typed)

    def _said(self, text: str, raw: str) -> Taken | Rejected:
        about = {"raw": raw.strip(), "unit": self.asked.unit}
        match read_said(text, self.asked, self.currency):
            case Said(note=note) if has_second_value(note, SOME_DAY):
                return Rejected("number_unread", about | {"why": Why.NOT_A_NUMBER})
            case Said() as said:
                return Taken(_canonical(said, self.asked.unit), said)
            case Unsaid(options=options) if options:
                return Rejected("number_doubtful", about | {"options": options})
            case Unsaid(why=why):
                return Rejected("number_unread", about | {"why": why})


def askable(version: KpiVersion, last: Decimal | None = None) -> Askable:
    """The KPI by every name that it has."""
    definition = version.definition
    known = find(definition.catalogue_id) if definition.catalogue_id else None
    aliases = known.aliases if known else ()
    return Askable(version.kpi.id, (definition.name.en, definition.name.zh, *aliases), definition.unit, last)


def named_field(text: str, fields: Mapping[str, Field], still_open: Sequence[str]) -> str | None:
    """The question for the KPI that a value is typed for by name; of several the first open one, else the last.

    None where a day is named: each question is about the period that it was asked for.
    """
    words = tidy(text)
    if re.search(r"[,;、\n]", words):
        return None
    asked = {name: each.asked for name, each in fields.items() if isinstance(each, ValueField)}
    named = [name for name, kpi in asked.items() if _after_name(words, kpi) and not is_dated(words, kpi, SOME_DAY)]
    return next((name for name in named if name in still_open), named[-1] if named else None)


def named_answers(text: str, fields: Mapping[str, Field], still_open: Sequence[str]) -> dict[str, str]:
    """Several values typed in one line, each for the question about its KPI; nothing where one has no such question."""
    asked = {field.asked.kpi_id: field.asked for field in fields.values() if isinstance(field, ValueField)}
    line = read_line(text, tuple(asked.values()), SOME_DAY) if asked else Line((), ())
    said = [(piece.kpi_id, _with_note(piece), piece.when) for piece in line.entries]
    said += [(problem.kpi_ids[0] if problem.kpi_ids else 0, problem.text, problem.when) for problem in line.problems]
    if len(said) < SEVERAL or any(kpi_id not in asked or when for kpi_id, _, when in said):
        return {}
    return {_question(asked[kpi_id], fields, still_open): words for kpi_id, words, _ in said}


def is_dated(text: str, kpi: Askable, today: date) -> bool:
    """Whether a period stands before the first value, or behind it with nothing else."""
    for piece in split(text, [kpi])[:1]:
        value, period = dated_behind(piece, today)
        behind = period is not None and is_number_of(_after_name(value, kpi) or value, kpi)
        return behind or undated(piece, [kpi], today)[1] is not None
    return False


def _with_note(piece: Piece) -> str:
    return f"{piece.given} ({piece.note})" if piece.note else piece.given


def _question(kpi: Askable, fields: Mapping[str, Field], still_open: Sequence[str]) -> str:
    """Of several the first open one, else the last."""
    about = [name for name, field in fields.items() if isinstance(field, ValueField) and field.asked == kpi]
    return next((name for name in about if name in still_open), about[-1])


def _after_name(text: str, asked: Askable) -> str:
    named = name_at_start(text, [asked])
    return named[1] if named and named[1].strip() else ""


def _after_misspelt_name(text: str, asked: Askable) -> str:
    start = start_behind(text, [asked])
    return text[start:] if start and _means(text[:start].strip(" :="), asked) else ""


def _means(words: str, asked: Askable) -> bool:
    """Whether the words are this KPI's name, begun or misspelt: others may be another's, or a sign or a currency."""
    if begun_name(words, [asked]) or misspelt_kpi(words, [asked]):
        return True
    return any(likeness(words, name) >= MISSPELT for name in asked.names)


def _canonical(said: Said, unit: Unit) -> str:
    """A note in brackets, so that no digit in it is taken for one of the number's."""
    value = said.state.value if said.read is None else plain_read(said.read, unit)
    return f"{value} ({said.note})" if said.note else value


_NO_NAME = " "
"""A dash right behind a name may be no minus; this one is."""
