"""The answers to a form: raw ones are taken into the dialog, kept ones are read again each time it is played."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from conversations.acts import act_word
from conversations.asking import Asking
from conversations.choice_fields import ManyField
from conversations.courtesy import without_end
from conversations.fields import Field, Rejected, Taken
from conversations.left_out import leaves_open, leaves_out
from conversations.run import Run, with_answers
from conversations.view import Act
from conversations.words import printable


def with_typed(run: Run, asking: Asking, typed: Mapping[str, str], today: date) -> tuple[Run, dict[str, Rejected]]:
    """One turn: what is understood is an answer, what is not waits as a draft; by path why it is not."""
    known = {name: _said(run, asking, name, printable(text)) for name, text in typed.items() if name in asking.fields}
    read = {name: _read(asking.fields[name], text, today) for name, text in known.items()}
    paths = asking.paths
    rejected = {name: found for name, found in read.items() if isinstance(found, Rejected)}
    understood = {
        paths[name]: found.text if found else None for name, found in read.items() if not isinstance(found, Rejected)
    }
    drafts = {paths[name]: known[name] for name in rejected if not _is_skip(known[name])}
    return with_answers(run, understood, drafts), {paths[name]: why for name, why in rejected.items()}


def read_kept(run: Run, asking: Asking, today: date) -> dict[str, Taken | Rejected]:
    """The answers there are, by field, as they read today; what was left out stands only while it may be."""
    read: dict[str, Taken | Rejected] = {}
    for name, text in asking.own(run.answers).items():
        asked = asking.fields[name]
        if text is not None:
            read[name] = asked.again(text, today)
        elif asked.optional:
            read[name] = Taken("", asked.skipped)
    return read


def read_drafts(run: Run, asking: Asking, today: date) -> dict[str, Taken | Rejected]:
    """What stands in the fields to begin with, by field, as it would be read if it were handed in."""
    return {
        name: asking.fields[name].read(text, today)
        for name, text in asking.own(run.drafts).items()
        if not _is_skip(text)
    }


def what_is_left(run: Run, asking: Asking, names: Iterable[str], today: date) -> dict[str, str]:
    """Of answers to these fields that can no longer be read as they once were, what can stand in them."""
    kept = asking.own(run.answers)
    return {name: asking.fields[name].left(text, today) for name in names if (text := kept.get(name))}


def touched(run: Run, asking: Asking) -> set[str]:
    """The fields of which anything was said yet."""
    return {*asking.own(run.answers), *asking.own(run.drafts)}


def _said(run: Run, asking: Asking, name: str, raw: str) -> str:
    """What is meant: `skip` and `no idea yet` leave what stood before the dialog, `none` leaves nothing.

    Of a list no more than its entries; `that's all` alone is whatever stands in the field, and may be nothing.
    """
    asked = asking.fields[name]
    if asked.optional and (_is_skip_word(raw) or leaves_open(asked, raw)):
        return asking.initial.get(name, "")
    if leaves_out(asked, raw):
        return ""
    if not raw or not isinstance(asked, ManyField):
        return raw
    return without_end(raw) or asking.own(run.drafts).get(name) or asking.initial.get(name, "")


def _read(asked: Field, raw: str, today: date) -> Taken | Rejected | None:
    """None: skipped."""
    if not _is_skip(raw):
        return asked.read(raw, today)
    return None if asked.optional else Rejected("needed")


def _is_skip(raw: str) -> bool:
    return not raw.strip() or _is_skip_word(raw)


def _is_skip_word(raw: str) -> bool:
    return act_word(raw) is Act.SKIP
