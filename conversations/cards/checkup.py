"""What the check has found, one by one, with what mends it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from conversations.cards.mending import answering_buttons, finding_words, mending_buttons
from conversations.cards.names import Names, kpi_words, subject_words
from conversations.cards.say import run_button, say
from conversations.choice_fields import record_value
from conversations.texts import Texts
from conversations.view import Block, Button, Message, Style, Text
from kpi_engine.design.check.finding import Finding, Layer
from kpi_engine.design.check.rules import Severity, rule
from kpi_engine.design.check.young import Young
from kpi_engine.model.company import Department
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.name import Name
from kpi_engine.model.score import Subject

SHOWN = 8
"""Findings on a page: with what mends them they fill a screen."""


@dataclass(frozen=True, slots=True)
class Page:
    """Findings about one subject from the one numbered `begin` (0 is the first) on."""

    about: Subject | KpiVersion
    findings: tuple[Finding, ...]
    begin: int
    mendable: frozenset[str]
    """By their words, those that the reader may mend or mute."""
    asked: frozenset[str] = frozenset()
    """By their words, those in which the reader's own word is asked for."""
    own: bool = False
    """Whether the page is about one KPI, of which the reader has a word to say."""
    young: tuple[Young, ...] = ()
    """Its KPIs that are too new to be judged by values."""

    @property
    def shown(self) -> tuple[tuple[int, Finding], ...]:
        """Those on the page with their numbers, what is muted last."""
        ordered = sorted(self.findings, key=lambda finding: finding.muted is not None)
        return tuple(enumerate(ordered, start=1))[self.begin : self.begin + SHOWN]


def finding_name(texts: Texts, finding: Finding) -> str:
    """What a finding about a KPI is called in a list."""
    kpi = finding.params["kpi"]
    assert isinstance(kpi, Name)
    return texts.plain("checkup.finding_name", kpi=kpi, rule=finding.rule)


def findings_card(texts: Texts, page: Page, names: Names) -> Message:
    """A page of findings, errors first, each with what mends it, and a button where one can."""
    blocks: list[Block] = [summary(texts, page.findings, _called(texts, page.about, names))]
    for (severity, muted), group in groupby(page.shown, key=lambda pair: _heading(pair[1])):
        title = texts.label("checkup.muted") if muted else texts.member(severity)
        lines = [_worded(texts, number, finding, names) for number, finding in group]
        blocks.append(Text(f"<b>{title}</b><br>{'<br>'.join(lines)}"))
    blocks += too_new(texts, page.young)
    return Message(tuple(blocks), tuple(_buttons(texts, page)))


def nothing_to_check(texts: Texts, about: Subject, unbuilt: Sequence[Department], *, may_build: bool) -> Message:
    """A department or a company without KPIs: nothing is wrong there, but nothing is right either."""
    buttons = (build_button(texts, unbuilt),) if may_build else ()
    return say(texts, "report.empty", *buttons, kind=about.kind, departments=bool(unbuilt))


def build_button(texts: Texts, unbuilt: Sequence[Department]) -> Button:
    """Begins with the KPIs of the department, or with the question whose where there are several without."""
    words = f"build {record_value(unbuilt[0].id)}" if len(unbuilt) == 1 else "build"
    return run_button(texts, "build", words, Style.PRIMARY)


def summary(texts: Texts, findings: Sequence[Finding], name: str) -> Text:
    """How much is wrong with what is called so."""
    errors, warnings, hints = (int(count) for count in counts(findings))
    muted = sum(finding.muted is not None for finding in findings)
    return Text(texts.say("checkup.summary", name=name, errors=errors, warnings=warnings, hints=hints, muted=muted))


def counts(findings: Sequence[Finding]) -> tuple[str, ...]:
    """How many there are of each severity that are not muted."""
    standing = [rule(finding.rule).severity for finding in findings if finding.muted is None]
    return tuple(str(standing.count(severity)) for severity in Severity)


def too_new(texts: Texts, young: Sequence[Young]) -> tuple[Text, ...]:
    """What is looked at later, in one line; nothing where no KPI is new."""
    if not young:
        return ()
    days = sorted(each.judged_from for each in young)
    name = young[0].version.definition.name
    return (Text(texts.say("checkup.young", count=len(young), name=name, first=days[0], last=days[-1])),)


def _heading(finding: Finding) -> tuple[Severity, bool]:
    return rule(finding.rule).severity, finding.muted is not None


def _worded(texts: Texts, number: int, finding: Finding, names: Names | None = None) -> str:
    message = texts.say(f"check.{finding.rule}", **finding.params)
    if finding.muted and names:
        by = names.people[finding.muted.by]
        return texts.say("checkup.muted", number=number, message=message, reason=finding.muted.reason, by=by)
    remedy = texts.say(f"fixes.{finding.rule}", **finding.params)
    return texts.say("checkup.finding", number=number, message=message, remedy=remedy)


def _called(texts: Texts, about: Subject | KpiVersion, names: Names) -> str:
    return names.subject(about) if isinstance(about, Subject) else texts.name(about.definition.name)


def _about_words(about: Subject | KpiVersion) -> str:
    return subject_words(about) if isinstance(about, Subject) else kpi_words(about)


def _buttons(texts: Texts, page: Page) -> Iterator[Button]:
    if page.own and isinstance(page.about, KpiVersion):
        yield run_button(texts, "consent", f"check agree {kpi_words(page.about)}")
        yield run_button(texts, "object", f"check object {kpi_words(page.about)}")
    else:
        for number, one in page.shown:
            if finding_words(one) in page.asked and one.muted is None:
                yield from answering_buttons(texts, number, one)
    mendable = [(number, one) for number, one in page.shown if finding_words(one) in page.mendable]
    for number, finding in mendable:
        yield from mending_buttons(texts, number, finding)
    if any(one.subject.kind is Layer.KPI and one.muted is None for _, one in mendable):
        yield run_button(texts, "mute", "check mute")
    if len(page.findings) > page.begin + SHOWN:
        yield run_button(texts, "more", f"check {_about_words(page.about)} +{page.begin + SHOWN}", Style.PRIMARY)
    yield run_button(texts, "check_company", "check company")
