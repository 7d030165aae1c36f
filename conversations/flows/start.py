"""`start`: the company gets its name and its departments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from conversations.ask import Ask, Do
from conversations.choice_fields import record_value
from conversations.fields import Rejected
from conversations.flows.rights import check_may
from conversations.forms import currency, form, many, text, zone
from conversations.money_there import currency_at
from conversations.view import Option, Text
from kpi_engine.commands import SetUpCompany
from kpi_engine.design.catalogue import departments
from kpi_engine.design.department_list import all_apart
from kpi_engine.design.match import is_called, name_among
from kpi_engine.design.trades import likely
from kpi_engine.model.name import Name

MOST_DEPARTMENTS = 20
SHOWN = 8
"""Kinds of department shown at first."""
MORE = record_value("more")


@form
class Company:
    """What the company is."""

    name: str = text()
    departments: tuple[str, ...] = many(most=MOST_DEPARTMENTS, own=True)
    time_zone: str = zone()
    currency: str = currency()


@form
class MoreDepartments:
    """Which of the rarer ones there are."""

    more: tuple[str, ...] = many(most=MOST_DEPARTMENTS, own=True, optional=True)


def start(ask: Ask) -> Do:
    """Asks what the company is called, how it is divided, and by which clock and money it counts."""
    check_may(ask, SetUpCompany)
    known = [department.name for department in ask.know.departments()]
    first, rest = _departments(ask, known)
    options = {"departments": [*first, *([_more(ask)] if rest else [])]}
    given = ask(Company, options=options, initial=_present(ask, known), intro=_hello(ask))
    listed = _listed(ask, given.departments, rest)
    usual = [department.name for department in departments()]
    return Do(
        SetUpCompany(
            name=given.name,
            time_zone=given.time_zone,
            departments=tuple(name_among(name, usual) for name in _apart(listed, known)),
            currency=given.currency,
        )
    )


def _apart(listed: Sequence[str], known: Sequence[Name]) -> Iterator[str]:
    """Each department by itself; those that the company has stay as they are called."""
    kept = [name for name in listed if any(is_called(name, each) for each in known)]
    yield from kept
    new = [name for name in listed if name not in kept]
    if new:
        yield from all_apart(new)


def _hello(ask: Ask) -> list[Text]:
    """With what may save typing, where the messenger has groups of people."""
    hint = [Text(ask.texts.say("groups.hint"))] if ask.groups else []
    return [Text(ask.texts.say("start.hello", name=ask.me.name)), *hint]


def _present(ask: Ask, known: Sequence[Name]) -> Mapping[str, str]:
    """What stands in the fields: as the company is, or as one that is just beginning usually is."""
    company = ask.know.company()
    zone = _zone(ask, company.time_zone, known=bool(known))
    return {
        "name": ask.texts.name(company.name),
        "departments": "\n".join(ask.texts.name(name) for name in known),
        "time_zone": zone,
        "currency": company.currency if known else _currency(ask, zone),
    }


def _zone(ask: Ask, present: str, *, known: bool) -> str:
    """Of a company that is just beginning: where its first owner's messenger says that they are."""
    return present if known or present != "UTC" else ask.texts.label("usual.time_zone")


def _currency(ask: Ask, zone: str) -> str:
    """That of the country whose clock was chosen, or is about to be."""
    chosen = ask.run.answers.get("company.time_zone") or zone
    return currency_at(chosen, ask.today) or ask.texts.label("usual.currency")


def _departments(ask: Ask, known: list[Name]) -> tuple[list[Option], list[Option]]:
    """Those that the company has and the likeliest others, by the name that it has so far; and the rest."""
    named = ask.said("company.name") or ask.texts.name(ask.know.company().name)
    names = known + [found.name for found in likely(named) if found.name not in known]
    options = [Option(ask.texts.name(name), ask.texts.name(name)) for name in names]
    shown = max(SHOWN, len(known))
    return options[:shown], options[shown:]


def _more(ask: Ask) -> Option:
    return Option(MORE, ask.texts.label("start.more"), ask.texts.label("start.more_note"))


def _listed(ask: Ask, chosen: Sequence[str], rest: Sequence[Option]) -> list[str]:
    """What was chosen at first, and of the rest whatever is chosen then."""
    listed = [name for name in chosen if name != MORE]
    if MORE not in chosen:
        return listed
    check = None if listed else _something
    return [*listed, *ask(MoreDepartments, options={"more": rest}, check=check).more]


def _something(given: MoreDepartments) -> Rejected | None:
    return None if given.more else Rejected("needed")
