"""What the check has found in a whole company: the worst of each department, worst first, with what mends it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from conversations.cards.checkup import SHOWN, build_button, counts, summary, too_new
from conversations.cards.mending import finding_words, mending_buttons
from conversations.cards.names import Names, subject_words
from conversations.texts import Texts
from conversations.view import Block, Button, Message, Run, Table, Text
from kpi_engine.design.check.finding import Finding
from kpi_engine.design.check.rules import Severity, rule
from kpi_engine.design.check.young import Young
from kpi_engine.model.company import Department
from kpi_engine.model.score import Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class CompanyPage:
    """What is found in a company, and what the reader may do about it."""

    departments: Sequence[Department]
    findings: Sequence[Finding]
    """The worst first."""
    mendable: frozenset[str]
    """By their words, those that the reader may mend."""
    young: Sequence[Young] = ()
    """KPIs that are too new to be judged by values."""
    unbuilt: Sequence[Department] = ()
    """The departments that have no KPIs yet: that nothing is found there is no praise."""
    may_build: bool = False
    """Whether the reader may build those of one of them."""


@dataclass(frozen=True, slots=True)
class _Group:
    """What stands of a department, or (None) of the company as a whole, the worst first."""

    department: Department | None
    findings: tuple[Finding, ...]
    shown: tuple[tuple[int, Finding], ...] = ()
    """Those on the card, with their numbers."""

    @property
    def hidden(self) -> int:
        """How many are not on the card."""
        return len(self.findings) - len(self.shown)


def company_card(texts: Texts, found: CompanyPage, names: Names) -> Message:
    """The worst findings of all, grouped, with a number each; the others of a group are behind its button."""
    groups = _groups(found)
    blocks: list[Block] = [summary(texts, found.findings, names.company)]
    blocks += [_block(texts, group, names) for group in groups if group.shown]
    counted = [each for each in found.departments if each not in found.unbuilt]
    if len(counted) > 1:
        blocks.append(_table(texts, found, counted))
    if found.unbuilt:
        blocks.append(Text(texts.say("checkup.unbuilt", departments=[each.name for each in found.unbuilt])))
    blocks += too_new(texts, found.young)
    return Message(tuple(blocks), tuple(_buttons(texts, found, groups, names)))


def of_whole(finding: Finding) -> bool:
    """Whether it is about the company rather than one department."""
    return len(finding.subject.department_ids) != 1


def _groups(found: CompanyPage) -> list[_Group]:
    """The company as a whole and each department in which something is wrong, the worst first."""
    standing = [one for one in found.findings if one.muted is None]
    groups = [_Group(None, tuple(filter(of_whole, standing)))]
    for each in found.departments:
        own = (one for one in standing if not of_whole(one) and each.id in one.subject.department_ids)
        groups.append(_Group(each, tuple(own)))
    ranked = sorted(groups, key=lambda group: tuple(map(int, counts(group.findings))), reverse=True)
    return _numbered([group for group in ranked if group.findings], standing[:SHOWN])


def _numbered(groups: Sequence[_Group], foremost: Sequence[Finding]) -> list[_Group]:
    """With the findings that are on the card, numbered from group to group."""
    wanted, numbers = {id(one) for one in foremost}, count(1)
    return [
        replace(group, shown=tuple((next(numbers), one) for one in group.findings if id(one) in wanted))
        for group in groups
    ]


def _block(texts: Texts, group: _Group, names: Names) -> Text:
    name = texts.name(group.department.name) if group.department else names.company
    lines = [_worded(texts, number, one) for number, one in group.shown]
    more = [texts.say("checkup.and_more", count=group.hidden)] if group.hidden else []
    return Text("<br>".join([texts.say("checkup.group", name=name), *lines, *more]))


def _worded(texts: Texts, number: int, one: Finding) -> str:
    message, remedy = texts.say(f"check.{one.rule}", **one.params), texts.say(f"fixes.{one.rule}", **one.params)
    severity = rule(one.rule).severity
    return texts.say("checkup.ranked", number=number, severity=severity, message=message, remedy=remedy)


def _table(texts: Texts, found: CompanyPage, counted: Sequence[Department]) -> Table:
    keys = ("department", *(f"found_{severity}" for severity in Severity))
    rows = tuple(
        (texts.name(each.name), *counts([one for one in found.findings if each.id in one.subject.department_ids]))
        for each in counted
    )
    return Table(tuple(texts.label(f"columns.{key}") for key in keys), rows, "lrrr")


def _buttons(texts: Texts, found: CompanyPage, groups: Sequence[_Group], names: Names) -> Iterator[Button]:
    for number, one in (each for group in groups for each in group.shown):
        if finding_words(one) in found.mendable:
            yield from mending_buttons(texts, number, one)
    for group in groups:
        if group.department:
            about = subject_words(Subject(SubjectKind.DEPARTMENT, group.department.id))
            yield _all_of(texts, texts.name(group.department.name), about, group)
        elif group.hidden:
            yield _all_of(texts, names.company, "company +0", group)
    if found.may_build:
        yield build_button(texts, found.unbuilt)


def _all_of(texts: Texts, name: str, about: str, group: _Group) -> Button:
    label = texts.plain("checkup.all_button", name=name, count=len(group.findings))
    return Button(label, Run(f"check {about}"))
