"""What becomes of an action: done, put off, dropped, given to somebody else."""

from __future__ import annotations

from datetime import date

from conversations.ask import Ask, Do
from conversations.choice_fields import record_id, record_value
from conversations.flows.people import known_person, person_options
from conversations.flows.plan.meant import named_action, with_last
from conversations.flows.rights import check_may
from conversations.forms import choice, day, form, text
from kpi_engine.calendar.dates import read_deadline
from kpi_engine.commands import AssignAction, CloseAction, PostponeAction
from kpi_engine.rights import Place, action_place


@form
class ActionOutcome:
    """What came of an action."""

    outcome: str | None = text(optional=True)


@form
class ActionDropped:
    """Why an action is dropped."""

    reason: str = text()


@form
class ActionLater:
    """Until when it is to be done now."""

    until: date = day()


@form
class ActionGiven:
    """Who does it from now on."""

    who: str = choice()


def done(ask: Ask, words: str) -> Do:
    """`done brochure: 40 answers`; what came of it may be left out."""
    action, rest = named_action(ask, words, CloseAction)
    check_may(ask, CloseAction, action_place(action, ask.me))
    given = {"outcome": rest} if rest else {}
    outcome = ask(ActionOutcome, f"action_outcome:{action.id}", given=given).outcome
    return Do(CloseAction(action.id, done=True, outcome=outcome or ""))


def dropped(ask: Ask, words: str) -> Do:
    """With a reason, that who wrote it down and the head read."""
    action, rest = named_action(ask, words, CloseAction)
    check_may(ask, CloseAction, action_place(action, ask.me))
    given = {"reason": rest} if rest else {}
    reason = ask(ActionDropped, f"action_dropped:{action.id}", given=given).reason
    return Do(CloseAction(action.id, done=False, outcome=reason))


def later(ask: Ask, words: str) -> Do:
    """`later brochure 20 Dec`."""
    action, until = with_last(ask, words, PostponeAction, lambda said: read_deadline(said, ask.today))
    check_may(ask, PostponeAction, action_place(action, ask.me))
    given = {"until": until.isoformat()} if until else {}
    return Do(PostponeAction(action.id, ask(ActionLater, f"action_later:{action.id}", given=given).until))


def given(ask: Ask, words: str) -> Do:
    """`give brochure Tom`."""
    action, who = with_last(ask, words, AssignAction, lambda said: known_person(ask, said))
    check_may(ask, AssignAction, Place(action.department_id))
    if who:
        return Do(AssignAction(action.id, who.id))
    department = next(each for each in ask.know.departments() if each.id == action.department_id)
    options = [each for each in person_options(ask, department) if each.value != record_value(action.person_id)]
    chosen = ask(ActionGiven, f"action_given:{action.id}", options={"who": options}).who
    return Do(AssignAction(action.id, int(record_id(chosen))))
