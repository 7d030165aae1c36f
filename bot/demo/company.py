"""The company as it stands in company.toml."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files

from bot.demo.measures import read_measure
from bot.demo.plan import Hat, Part, Plan, Somebody
from bot.demo.seasons import Holiday, Holidays
from kpi_engine.design.data_files import Row, bilingual
from kpi_engine.model.company import Role
from kpi_engine.model.name import Language, Name
from kpi_engine.model.strategy import SwotKind


def personas() -> tuple[Name, ...]:
    """Whom to try the bot as: the owner, a head with two hats, members (the last owes much), and a viewer."""
    return tuple(person.name for person in read().people if person.persona)


@cache
def read() -> Plan:
    """The whole file."""
    text = (files(__package__) / "company.toml").read_text("utf-8")
    file: Row = tomllib.loads(text, parse_float=Decimal)
    company = file["company"]
    return Plan(
        name=bilingual(company),
        language=Language(company["language"]),
        time_zone=company["time_zone"],
        currency=company["currency"],
        holidays=Holidays([_holiday(row) for row in file["holiday"]]),
        goals={row["id"]: bilingual(row) for row in file["goal"]},
        swot=tuple((SwotKind(row["kind"]), row["text"]) for row in file["swot"]),
        departments=tuple(_department(row) for row in file["department"]),
        people=tuple(_somebody(row) for row in file["person"]),
        measures=tuple(read_measure(row, file) for row in file["kpi"]),
    )


def _holiday(row: Row) -> Holiday:
    return Holiday(row["name"], tuple(row["first"]), row["days"], row["around"], row["slow"])


def _department(row: Row) -> Part:
    return Part(row["id"], bilingual(row), bilingual(row, "goal"), row["serves"])


def _somebody(row: Row) -> Somebody:
    return Somebody(
        bilingual(row),
        Role(row["role"]),
        Language(row["language"]),
        tuple(Hat(hat["department"], bilingual(hat), Decimal(hat["share"])) for hat in row["hats"]),
        persona=row.get("persona", False),
    )
