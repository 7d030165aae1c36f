"""What about a KPI is proposed to be another: target, weight, name, or who enters the values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from conversations.ask import Ask
from conversations.asking import Asking
from conversations.choice_fields import record_id
from conversations.flows.people import person_options
from conversations.flows.propose.said import KpiPart, SaidChange
from conversations.flows.targets import FIXED, target_field
from conversations.forms import choice, form, number, text
from conversations.view import Text
from kpi_engine.model.kpi import Definition, KpiVersion, Target
from kpi_engine.model.name import Name


@form
class ChangedPart:
    """What is to change."""

    part: KpiPart = choice(of=KpiPart)


@form
class NewWeight:
    """How much the KPI is to count; the rest of its set gives way."""

    weight: Decimal = number(least=1, most=99)


@form
class NewKeeper:
    """Who is to enter the values."""

    who: str = choice()


@form
class NewName:
    """What it is to be called."""

    name: str = text()


def new_part(ask: Ask, version: KpiVersion, others: Sequence[KpiVersion], said: SaidChange | None) -> Definition:
    """The definition with one thing in it that is another, as far as it was `said` behind the command."""
    given = said.new if said else ""
    definition = version.definition
    possible = [option for option in ask.texts.options(KpiPart) if option.value in _possible(definition, others)]
    about = [Text(ask.texts.say("propose.kpi", definition=definition))]
    match ask(ChangedPart, options={"part": possible}, intro=about, given={"part": said.part} if said else {}).part:
        case KpiPart.TARGET:
            return replace(definition, target=_target(ask, version, given))
        case KpiPart.WEIGHT:
            return replace(definition, weight=ask(NewWeight, given=_answer("weight", given)).weight)
        case KpiPart.OWNER:
            return replace(definition, owner_id=_keeper(ask, version, given))
        case KpiPart.NAME:
            return replace(definition, name=Name.same(ask(NewName, given=_answer("name", given)).name))


def _possible(definition: Definition, others: Sequence[KpiVersion]) -> set[KpiPart]:
    """A KPI alone weighs 100; of one that is met or not, or never to happen, the target is what it is."""
    fixed, computed = definition.direction in FIXED, bool(definition.expression)
    spared = {KpiPart.TARGET: fixed, KpiPart.WEIGHT: not others, KpiPart.OWNER: computed}
    return {part for part in KpiPart if not spared.get(part, False)}


def _answer(name: str, given: str) -> dict[str, str]:
    """What was given, by its question; nothing where nothing was."""
    return {name: given} if given else {}


def _target(ask: Ask, version: KpiVersion, given: str) -> Target:
    definition = version.definition
    label = ask.texts.plain("propose.new_target", definition=definition)
    asked = target_field(ask, definition.unit, definition.direction, label)
    asking = Asking(f"new_target:{version.kpi.id}", "new_target", {"target": asked})
    return ask.field(asking, Target, given=_answer("target", given))


def _keeper(ask: Ask, version: KpiVersion, given: str) -> int:
    department = next(each for each in ask.know.departments() if each.id == version.kpi.department_id)
    return int(
        record_id(ask(NewKeeper, options={"who": person_options(ask, department)}, given=_answer("who", given)).who)
    )
