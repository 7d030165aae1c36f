"""`start`: the company gets its name and its departments."""

from __future__ import annotations

from conversations.ask import Ask, Do
from conversations.flows.rights import check_may
from conversations.forms import currency, form, many, text, zone
from conversations.view import Option, Text
from kpi_engine.commands import SetUpCompany
from kpi_engine.design.catalogue import departments
from kpi_engine.design.match import name_among
from kpi_engine.model.name import Name

MOST_DEPARTMENTS = 20


@form
class Company:
    """What the company is."""

    name: str = text()
    departments: tuple[str, ...] = many(most=MOST_DEPARTMENTS, own=True)
    time_zone: str = zone()
    currency: str = currency()


def start(ask: Ask) -> Do:
    """Asks what the company is called, how it is divided, and by which clock and money it counts."""
    check_may(ask, SetUpCompany)
    company = ask.know.company()
    known = [department.name for department in ask.know.departments()]
    given = ask(
        Company,
        options={"departments": _departments(ask, known)},
        initial={
            "name": ask.texts.name(company.name),
            "departments": "\n".join(ask.texts.name(name) for name in known),
            "time_zone": _zone(ask, company.time_zone, known=bool(known)),
            "currency": company.currency if known else ask.texts.label("usual.currency"),
        },
        intro=_hello(ask),
    )
    usual = [department.name for department in departments()]
    return Do(
        SetUpCompany(
            name=given.name,
            time_zone=given.time_zone,
            departments=tuple(name_among(name, usual) for name in given.departments),
            currency=given.currency,
        )
    )


def _hello(ask: Ask) -> list[Text]:
    """With what may save typing, where the messenger has groups of people."""
    hint = [Text(ask.texts.say("groups.hint"))] if ask.groups else []
    return [Text(ask.texts.say("start.hello", name=ask.me.name)), *hint]


def _zone(ask: Ask, present: str, *, known: bool) -> str:
    """Of a company that is just beginning: where its first owner's messenger says that they are."""
    return present if known or present != "UTC" else ask.texts.label("usual.time_zone")


def _departments(ask: Ask, known: list[Name]) -> list[Option]:
    names = known + [found.name for found in departments() if found.name not in known]
    return [Option(ask.texts.name(name), ask.texts.name(name)) for name in names]
