"""Somebody who goes through a dialog to its end, by typing alone or by pressing alone, and takes what nobody took yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from conversations.event import Event, Pressed, Said, Submitted
from conversations.view import Act, Form, Message, Option, Question, QuestionKind, Tone, Turn, View
from tests.stage import RealStage

Taken = Counter[tuple[str, str, str]]
"""How often an option was taken, by form, question and value."""

LONGEST = 90
"""Answers after which a dialog is taken for endless."""
WORDS = (
    *(
        "30%",
        "5",
        "Some words",
        "12 / 15 / 18",
        "98 - 102",
        "tomorrow",
        "31 Dec 2026",
        "17:30",
        "9:00 - 18:00",
        "Mon to Fri",
        "CN",
    ),
    *("+1 helped out", "5 6 7", "yes", "Shanghai", "EUR", "2 points off for each 1% below target, at most 120 points"),
    *("A 100 1.2, B 80 1, C 0.5", "40 60; 70 80", "2"),
)
"""What may be typed where words are needed, tried one after the other."""
_CHOSEN = (QuestionKind.CHOICE, QuestionKind.YESNO, QuestionKind.MANY)


class Stuck(AssertionError):
    """The dialog can't be gone on with."""


@dataclass
class Walker:
    """Goes through dialogs; keeps what was taken, and what was met."""

    stage: RealStage
    taken: Taken = field(default_factory=Counter)
    met: set[tuple[str, str, str]] = field(default_factory=set)
    tried: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """The same for each record, and for words."""
    good: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Which of WORDS was taken at a question."""
    stuck: Counter[str] = field(default_factory=Counter)
    """How often nothing was taken at a form."""
    asked: int = 0
    """How many questions were answered."""

    def walk(self, who: str, line: str, answer: Callable[[Walker, Form], Iterator[Event]]) -> Sequence[View]:
        """What the dialog ends with; Stuck where it does not."""
        self.stuck.clear()
        views = self.stage.hear(who, Said(line))
        for _ in range(LONGEST):
            form = views[-1]
            if not isinstance(form, Form):
                return views
            views = self._answered(who, form, answer)
            self.asked += 1
        raise Stuck(f"{line}: no end in sight")

    def typed(self, form: Form) -> Iterator[Event]:
        """What could be typed at the first question, the likeliest first."""
        question = form.questions[0]
        if question.kind in _CHOSEN:
            labels = [option.label for option in self._next(form, question)]
            yield Said(", ".join(labels))
            return
        yield from map(Said, filter(None, (question.initial, *self._words(form, question))))

    def pressed(self, form: Form) -> Iterator[Event]:
        """What could be pressed: options, skip, or the form as it stands."""
        question = form.questions[0]
        if question.kind in _CHOSEN:
            values = [option.value for option in self._next(form, question)]
            many = question.kind is QuestionKind.MANY
            yield (
                Submitted(form.run, form.turn, {question.key: "\n".join(values)})
                if many
                else Pressed(Turn(form.run, form.turn, Act.ANSWER, question.key, values[0]))
            )
            return
        if question.initial and not question.error:
            yield Submitted(form.run, form.turn, {question.key: question.initial})
        if question.optional:
            yield Pressed(Turn(form.run, form.turn, Act.SKIP, question.key))
        for option in question.options:
            yield Submitted(form.run, form.turn, {question.key: option.value})
        yield from (Submitted(form.run, form.turn, {question.key: said}) for said in self._words(form, question))

    def _answered(self, who: str, form: Form, answer: Callable[[Walker, Form], Iterator[Event]]) -> Sequence[View]:
        """What comes of the first answer that is taken; if none is, of going back, each time further."""
        views: Sequence[View] = (form,)
        for _ in range(2 + len(form.questions[0].options)):
            for event in answer(self, form):
                views = self.stage.hear(who, self._now(views[-1], event))
                if self._goes_on(form, views):
                    return views
        self.stuck[form.key] += 1
        for _ in range(self.stuck[form.key]):
            views = self.stage.hear(who, self._now(views[-1], Pressed(Turn(form.run, form.turn, Act.BACK))))
        if not self._goes_on(form, views):
            raise Stuck(f"{form.key}.{form.questions[0].key} takes nothing: {views}")
        return views

    def _now(self, shown: View, event: Event) -> Event:
        """The same at the turn that stands now: what was not taken has made the form another one."""
        turn = shown.turn if isinstance(shown, Form) else 0
        match event:
            case Submitted():
                return Submitted(event.run, turn, event.values)
            case Pressed(action=Turn() as action):
                return Pressed(Turn(action.run, turn, action.act, action.key, action.value))
            case _:
                return event

    def _goes_on(self, before: Form, views: Sequence[View]) -> bool:
        """Whether another question is asked, or the next one like it; not the same again."""
        form = views[-1]
        return not isinstance(form, Form) or (
            (form.key, form.questions) != (before.key, before.questions)
            and not (form.key == before.key and form.questions[0].key == before.questions[0].key and _refused(views))
        )

    def _words(self, form: Form, question: Question) -> Iterator[str]:
        """Beginning with what was taken last time; after going back with what follows it."""
        where = _kind(form.key), question.key
        first = self.good[where] + sum(self.stuck.values())
        for place in range(first, first + len(WORDS)):
            self.good[where] = place % len(WORDS)
            yield WORDS[place % len(WORDS)]

    def _next(self, form: Form, question: Question) -> list[Option]:
        """The option that was taken least; of several that may be chosen four."""
        kinds = {option.value: (_kind(form.key), question.key, _kind(option.value)) for option in question.options}
        self.met |= set(kinds.values())
        ranked = sorted(
            question.options,
            key=lambda one: (self.taken[kinds[one.value]], self.tried[form.key, question.key, one.value]),
        )
        chosen = ranked[: 4 if question.kind is QuestionKind.MANY else 1]
        self.taken.update(kinds[option.value] for option in chosen)
        self.tried.update((form.key, question.key, option.value) for option in chosen)
        return chosen


def _refused(views: Sequence[View]) -> bool:
    """Whether the answer was not taken: it is said beside the question, or before it."""
    form = views[-1]
    told = any(isinstance(view, Message) and view.tone is Tone.REFUSAL for view in views)
    return told or (isinstance(form, Form) and bool(form.questions[0].error))


def _kind(key: str) -> str:
    """Of what sort it is: questions about several KPIs are one question, and records are one option."""
    return key.partition(":")[0] if not key.startswith("#") else "#"
