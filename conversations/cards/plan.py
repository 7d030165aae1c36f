"""What is to be done: lists of it, one action, and what has just been done to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from conversations.cards.actions import Abouts, action_words, closed_table, columns, numbered_table, until
from conversations.cards.names import Names, subject_words
from conversations.cards.say import run_button, say, undo_button
from conversations.texts import Texts
from conversations.view import Block, Button, Fields, Message, Run, Style, Table, Text, Tone
from kpi_engine.model.action import Action
from kpi_engine.model.company import Department
from kpi_engine.model.done import Acted
from kpi_engine.model.score import Subject, SubjectKind

SHOWN = 8
"""Actions on a page."""
MOST_CLOSED = 5
"""Closed ones that are shown of a KPI, the last."""


@dataclass(frozen=True, slots=True)
class PlanPage:
    """Open actions from the one numbered `begin` (0 is the first) on: the reader's own, then others'."""

    mine: tuple[Action, ...]
    others: tuple[Action, ...]
    closed: tuple[Action, ...]
    begin: int
    about: str
    """Whose or what; empty for one's own and one's department's."""
    words: str
    """What was typed to see it."""
    abouts: Abouts
    today: date
    may_add: bool
    may_close: bool
    """Whether there are any of others that the reader may close."""

    def numbered(self, actions: Sequence[Action]) -> list[tuple[int, Action]]:
        """Those of these that are on the page, with their numbers."""
        every = enumerate((*self.mine, *self.others), start=1)
        return [pair for pair in list(every)[self.begin : self.begin + SHOWN] if pair[1] in actions]

    def overdue(self, actions: Sequence[Action]) -> int:
        """How many should have been done by now."""
        return sum(each.due < self.today for each in actions)


def plan_card(texts: Texts, page: PlanPage, names: Names) -> Message:
    """One's own, then the others', overdue ones first, a page of them; of a KPI what was closed as well."""
    blocks: list[Block] = [*_mine(texts, page)]
    if page.others or page.about:
        counts = {"count": len(page.others), "overdue": page.overdue(page.others)}
        blocks.append(Text(texts.say("plan.others", about=page.about, **counts)))
    if shown := page.numbered(page.others):
        blocks.append(numbered_table(texts, shown, page.abouts, names, page.today))
    if page.closed:
        blocks.append(closed_table(texts, page.closed[-MOST_CLOSED:], names))
    return Message(tuple(blocks), tuple(_buttons(texts, page)))


def counts_card(texts: Texts, page: PlanPage, actions: Sequence[Action], departments: Sequence[Department]) -> Message:
    """One's own, and how much there is to do in each department."""
    blocks, buttons = [*_mine(texts, page)], [*_buttons(texts, page)]
    rows, shown = [], []
    for department in departments:
        if there := [each for each in actions if each.department_id == department.id]:
            rows.append((texts.name(department.name), str(len(there)), str(page.overdue(there))))
            words = subject_words(Subject(SubjectKind.DEPARTMENT, department.id))
            shown.append(Button(texts.name(department.name), Run(f"plan {words}")))
    if rows:
        blocks.append(Table(columns(texts, "department", "open", "overdue"), tuple(rows), "lrr"))
    return Message(tuple(blocks), (*buttons, *shown))


def action_card(
    texts: Texts, action: Action, abouts: Abouts, names: Names, today: date, *, may_close: bool, may_give: bool
) -> Message:
    """One action: for what, who, until when, who wrote it down, and what has become of it."""
    facts = (
        ("about", abouts[action.id]),
        ("who", names.people.get(action.person_id, "")),
        ("until", until(texts, action, today) if action.is_open else texts.format.day(action.due)),
        ("state", texts.member(action.state)),
        ("outcome", action.outcome),
        ("given_by", names.people.get(action.author_id, "")),
    )
    pairs = tuple((texts.label(f"columns.{key}"), value) for key, value in facts if value)
    closes = may_close and action.is_open
    buttons = (
        *(closing_buttons(texts, action) if closes else ()),
        *(
            [run_button(texts, "action_give", f"plan give {action_words(action)}")]
            if may_give and action.is_open
            else ()
        ),
        run_button(texts, "plan", "plan"),
    )
    return Message((Text(texts.say("plan.action", action=action)), Fields(pairs)), buttons)


def closing_buttons(texts: Texts, action: Action) -> tuple[Button, ...]:
    """Done, later, drop."""
    words = action_words(action)
    return (
        run_button(texts, "action_done", f"plan done {words}", Style.PRIMARY),
        run_button(texts, "action_later", f"plan later {words}"),
        run_button(texts, "action_drop", f"plan drop {words}"),
    )


def acted_message(texts: Texts, done: Acted) -> Message:
    """What somebody has just done to an action, said back to them."""
    undo, plan = undo_button(texts), run_button(texts, "plan", "plan")
    return say(texts, "plan.acted", undo, plan, tone=Tone.SUCCESS, acted=done)


def _mine(texts: Texts, page: PlanPage) -> Iterator[Block]:
    if not page.about:
        yield Text(texts.say("plan.mine", count=len(page.mine), overdue=page.overdue(page.mine)))
    if shown := page.numbered(page.mine):
        yield numbered_table(texts, shown, page.abouts, None, page.today)


def _buttons(texts: Texts, page: PlanPage) -> Iterator[Button]:
    shown = page.numbered(page.mine)
    if len(shown) == 1:
        yield from closing_buttons(texts, shown[0][1])
    elif shown or page.may_close:
        for number, one in shown:
            yield Button(texts.plain("plan.done_button", number=number), Run(f"plan done {action_words(one)}"))
        if not shown:
            yield run_button(texts, "action_done", "plan done")
        yield run_button(texts, "action_later", "plan later")
        yield run_button(texts, "action_drop", "plan drop")
    if page.may_add:
        yield run_button(texts, "action_add", "plan add")
    if len(page.mine) + len(page.others) > page.begin + SHOWN:
        yield run_button(texts, "more", f"plan {page.words} +{page.begin + SHOWN}", Style.PRIMARY)
