"""What the bot writes to somebody by itself, when next, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from conversations.cards.say import run_button
from conversations.cards.wished import names_of
from conversations.texts import Texts
from conversations.view import Block, Button, Fields, Message, Run, Text
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.writing import Wishes
from kpi_engine.model.company import Person
from kpi_engine.model.reminders import AS_USUAL


class RuleKind(StrEnum):
    """What the bot writes about by itself."""

    AGAIN = "again"
    """What is still owed, of what was asked for before."""
    VALUES = "values"
    ACTIONS = "actions"
    NEWS = "news"
    """Votes, comments, decisions, reviews: as they come, within the hours."""
    LEFT_OPEN = "left_open"
    """A conversation in which they set something up, once."""
    BRIEF = "brief"
    CLOSING = "closing"
    HANDS = "hands"
    """Values that those missed for whom they step in."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that will be written; `when` next, None as it comes."""

    kind: RuleKind
    when: datetime | None
    frequency: PeriodKind | None = None
    """How often, of values."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """All that is to be told of how the bot writes to somebody."""

    me: Person
    wishes: Wishes
    at: time
    rules: Sequence[Rule]
    written: int
    """Messages since Monday."""
    misses: int
    """As `misses_told` has it: 0 where they have not agreed."""
    ladder: int
    """What it would be if they agreed."""
    steps_in: Sequence[Person]
    """Who would be told."""
    now: datetime
    resumes: datetime | None = None
    """When they are written to again, where this week's messages are used up."""


def remind_card(texts: Texts, rhythm: Rhythm) -> Message:
    """Each rule with its next time, then how they want it, with a button for what they may want otherwise."""
    wishes = rhythm.wishes
    snoozed = _snoozed(rhythm)
    rules = Fields(tuple((_name(texts, rule), _when(texts, rule, wishes.zone, snoozed)) for rule in rhythm.rules))
    settled = Fields(tuple(_settled(texts, rhythm)))
    silence = tuple(_silence(texts, rhythm, snoozed))
    title = Text(texts.say("remind.title", budget=wishes.budget, written=rhythm.written))
    blocks: tuple[Block, ...] = (title, *silence, *([rules] if rhythm.rules else []), settled)
    return Message(blocks, tuple(_buttons(texts, rhythm, snoozed)), only_you=True)


def _snoozed(rhythm: Rhythm) -> datetime | None:
    """Until when what would be written is put off; None where it is not, or nothing is written anyway."""
    until = rhythm.wishes.snoozed_until
    return until if rhythm.wishes.budget and until and until > rhythm.now else None


def _silence(texts: Texts, rhythm: Rhythm, snoozed: datetime | None) -> Iterator[Text]:
    zone = rhythm.wishes.zone
    if snoozed:
        yield Text(texts.say("remind.snoozed", until=texts.format.moment(snoozed, zone)))
    if rhythm.resumes:
        yield Text(texts.say("remind.used_up", resumes=texts.format.moment(rhythm.resumes, zone)))


def _name(texts: Texts, rule: Rule) -> str:
    name = texts.member(rule.kind)
    return texts.plain("remind.values", name=name, kind=rule.frequency) if rule.frequency else name


def _when(texts: Texts, rule: Rule, zone: str, snoozed: datetime | None) -> str:
    if rule.kind is RuleKind.LEFT_OPEN:
        return texts.label("remind.day_after")
    if rule.kind is RuleKind.NEWS:
        return texts.label("remind.after_that" if snoozed else "remind.as_it_comes")
    return texts.format.moment(rule.when, zone) if rule.when else texts.label("remind.not_soon")


def _settled(texts: Texts, rhythm: Rhythm) -> Iterator[tuple[str, str]]:
    yield texts.label("remind.at"), texts.format.clock(rhythm.at)
    yield texts.label("remind.hours"), texts.format.hours(rhythm.wishes.hours)
    again = "switch.on" if rhythm.me.reminders.again else "switch.off"
    yield texts.label("remind.second"), texts.label(again)
    told = names_of(texts, rhythm.steps_in)
    yield texts.label("remind.ladder"), texts.plain("remind.sees", misses=rhythm.misses, told=told)


def _buttons(texts: Texts, rhythm: Rhythm, snoozed: datetime | None) -> Iterator[Button]:
    yield run_button(texts, "remind_hour", "remind at")
    again = rhythm.me.reminders.again
    yield run_button(texts, *(("second_off", "remind second off") if again else ("second_on", "remind second on")))
    if snoozed or not rhythm.wishes.budget:
        yield run_button(texts, "wake", "remind on")
    else:
        yield run_button(texts, "snooze_hour", "remind snooze 1h")
        yield run_button(texts, "snooze_tomorrow", "remind snooze tomorrow")
        yield run_button(texts, "snooze_working", "remind snooze next working day")
    if rhythm.wishes.budget:
        yield run_button(texts, "fewer", "remind fewer")
        yield run_button(texts, "no_reminders", "remind none")
    if rhythm.ladder:
        yield _ladder(texts, rhythm)
    if rhythm.me.reminders != AS_USUAL:
        yield run_button(texts, "as_usual", "remind usual")


def _ladder(texts: Texts, rhythm: Rhythm) -> Button:
    if rhythm.me.reminders.ladder:
        return run_button(texts, "ladder_off", "remind ladder off")
    label = texts.plain("remind.tell", told=names_of(texts, rhythm.steps_in))
    return Button(label, Run("remind ladder on"))
