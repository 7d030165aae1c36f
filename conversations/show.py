"""A pending form, worded: what an adapter draws as a modal, a page or one question after another."""

from __future__ import annotations

from markupsafe import Markup

from conversations.asking import Pending
from conversations.choice_fields import ChoiceField, ManyField
from conversations.fields import Field, Rejected
from conversations.run import Run
from conversations.sure_field import SureField
from conversations.target_fields import SureTargetField, TargetsField
from conversations.texts import Texts
from conversations.view import Act, Button, Form, Option, Question, QuestionKind, Style, Turn
from conversations.words import quotable


def shown(pending: Pending, run: Run, texts: Texts) -> Form:
    """The form as the reader sees it."""
    step = f"{pending.step[0]}/{pending.step[1]}" if pending.step else ""
    return Form(
        run=run.id,
        turn=run.turn,
        key=pending.asked.key,
        title=pending.asked.title or texts.label(f"forms.{pending.asked.form}.title"),
        step=step,
        intro=tuple(pending.asked.intro),
        questions=tuple(_question(pending, name, texts) for name in pending.open),
        acts=(*pending.asked.instead, *_acts(pending, run, texts)),
        submit=texts.label("acts.answer"),
    )


def _question(pending: Pending, name: str, texts: Texts) -> Question:
    asked = pending.asked.fields[name]
    key = f"forms.{pending.asked.form}.{name}"
    wrong = _wrong(pending, name)
    return Question(
        key=name,
        kind=asked.kind,
        label=asked.label or texts.label(key),
        hint=asked.hint or (texts.label(f"{key}_hint") if texts.has_label(f"{key}_hint") else ""),
        options=_options(asked, texts),
        optional=asked.optional,
        initial=pending.drafts.get(name, ""),
        error=rejection(wrong, texts).striptags() if wrong else "",
        own=_own(asked, texts),
    )


def _own(asked: Field, texts: Texts) -> str:
    """What stands beside the place for an answer that is no option; empty where there is no such place."""
    match asked:
        case SureField():
            return texts.label("own.value")
        case SureTargetField():
            return texts.label("own.target")
        case TargetsField():
            return texts.label("own.targets")
        case _:
            pass
    takes_own = isinstance(asked, ChoiceField | ManyField) and asked.own
    return texts.label(f"own.{asked.kind}") if takes_own else ""


def _wrong(pending: Pending, name: str) -> Rejected | None:
    """What is wrong with the answers together is said at the first of them."""
    together = pending.rejected.get("") if name == pending.open[0] else None
    return pending.rejected.get(name) or together


def _options(asked: Field, texts: Texts) -> tuple[Option, ...]:
    if asked.kind is QuestionKind.YESNO:
        return (Option("yes", texts.label("period.yes")), Option("no", texts.label("period.no")))
    return asked.options


def rejection(rejected: Rejected, texts: Texts) -> Markup:
    """Why an answer was not taken, and what would be right."""
    return texts.say(f"rejected.{rejected.key}", **quotable(rejected.params))


def _acts(pending: Pending, run: Run, texts: Texts) -> tuple[Button, ...]:
    acts = [Act.BACK] if run.turns else []
    if pending.asked.fields[pending.open[0]].optional:
        acts.append(Act.SKIP)
    return tuple(_act(act, pending, run, texts) for act in (*acts, Act.CANCEL))


def _act(act: Act, pending: Pending, run: Run, texts: Texts) -> Button:
    key = pending.open[0] if act is Act.SKIP else ""
    style = Style.DANGER if act is Act.CANCEL else Style.PLAIN
    return Button(texts.label(f"acts.{act.value}"), Turn(run.id, run.turn, act, key), style)
