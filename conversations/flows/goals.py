"""A goal that is a mere direction or a number is asked back once, with an example; what is answered then is taken."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.forms import form, text
from conversations.view import Text
from kpi_engine.design.thin import is_thin


@form
class FullGoal:
    """The goal in a sentence."""

    goal: str = text(worded=True)


def full_goal(ask: Ask, goal: str) -> str:
    """The goal as it is, or as it is put when asked back."""
    if not is_thin(goal):
        return goal
    intro = Text(ask.texts.say("strategy.thin", goal=goal))
    return ask(FullGoal, f"full_goal:{goal}", initial={"goal": goal}, intro=[intro]).goal
