"""`members remove Sue`: who leaves, and who enters and does from then on what they entered and did."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.ask import Ask
from conversations.asking import Asking, in_order
from conversations.choice_fields import ChoiceField, record_id
from conversations.flows.people import person_option, somebody
from conversations.flows.rights import check_may
from conversations.forms import choice, form
from conversations.view import Option, Text
from kpi_engine.commands import AssignAction, RemoveMember
from kpi_engine.errors import Refusal
from kpi_engine.model.action import Action
from kpi_engine.model.company import Person, Role
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.rights import Place, may


@form
class Leaver:
    """Who leaves."""

    who: str = choice()


@form
class Successor:
    """Who does what the one who leaves has not done yet."""

    who: str = choice()


def removed(ask: Ask, words: str) -> RemoveMember:
    """Asks for each KPI that the person enters who does so from now on, and who does what they had to do."""
    check_may(ask, RemoveMember)
    person = _named(ask, words) if words else _chosen(ask)
    places = [Place(id) for id in sorted(person.department_ids)] or [Place()]
    check_may(ask, RemoveMember, *places, roles=frozenset({person.role}))
    if [one.id for one in ask.know.people() if one.role is Role.OWNER] == [person.id]:
        raise Refusal("last_owner", person=person.name)
    entered = [version for version in ask.know.kpis() if version.definition.owner_id == person.id]
    keepers = _keepers(ask, person, entered) if entered else ()
    reason = ask.texts.plain("members.left", person=person) if entered else ""
    return RemoveMember(person.id, keepers, reason, _takers(ask, person))


def _named(ask: Ask, words: str) -> Person:
    return somebody(ask, words, f"{ask.texts.label('commands.members')} {ask.texts.label('members.remove')}")


def _chosen(ask: Ask) -> Person:
    who = ask(Leaver, options={"who": [person_option(ask, person) for person in ask.know.people()]}).who
    return next(person for person in ask.know.people() if person.id == int(record_id(who)))


def _keepers(ask: Ask, person: Person, entered: Sequence[KpiVersion]) -> tuple[tuple[int, int], ...]:
    others = _others(ask, person)
    fields = {
        f"kpi{version.kpi.id}": ChoiceField(options=others, label=ask.texts.name(version.definition.name))
        for version in entered
    }
    intro = Text(ask.texts.say("members.who_then", name=person.name, kpis=len(entered)))
    chosen = ask.fields(Asking(f"leaver{person.id}", "then", fields, (intro,)), in_order)
    return tuple((version.kpi.id, int(record_id(who))) for version, who in zip(entered, chosen, strict=True))


def _takers(ask: Ask, person: Person) -> tuple[tuple[int, int], ...]:
    """One person for all that is still to be done, as far as who asks may give it to somebody."""
    left = [one for one in ask.know.open_actions() if one.person_id == person.id and _may_give(ask, one)]
    if not left:
        return ()
    intro = Text(ask.texts.say("members.who_does", name=person.name, actions=[one.text for one in left]))
    who = ask(Successor, options={"who": _others(ask, person)}, intro=[intro]).who
    return tuple((one.id, int(record_id(who))) for one in left)


def _may_give(ask: Ask, action: Action) -> bool:
    return may(ask.me, AssignAction, Place(action.department_id))


def _others(ask: Ask, person: Person) -> tuple[Option, ...]:
    return tuple(person_option(ask, one) for one in ask.know.people() if one.id != person.id)
