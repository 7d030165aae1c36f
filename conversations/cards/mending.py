"""Buttons that mend what the check has found, as far as somebody can mend it here."""

from __future__ import annotations

from collections.abc import Iterator

from conversations.choice_fields import record_value
from conversations.texts import Texts
from conversations.view import Button, Run
from kpi_engine.commands import MuteFinding
from kpi_engine.design.check.finding import Apply, Choose, Finding, Layer, Option, Question, Topic
from kpi_engine.model.check import RuleId
from kpi_engine.model.name import Name


def finding_words(finding: Finding) -> str:
    """How a button means this finding and no other: `stale#kpi:7`, `weights_sum#person:4@2`."""
    subject = finding.subject
    place = f"@{min(subject.department_ids)}" if subject.kind is Layer.PERSON and subject.department_ids else ""
    return f"{finding.rule}#{subject.kind}:{subject.id}{place}"


def answering_buttons(texts: Texts, number: int, finding: Finding) -> Iterator[Button]:
    """To a finding about being ranked the answer is about that, else about the KPI."""
    ranked = finding.rule is RuleId.PERSONAL_DATA and finding.params["word"] is None
    about = "ranking" if ranked else f"#{finding.subject.id}"
    yield Button(texts.plain("checkup.agree_button", number=number), Run(f"check agree {about}"))
    yield Button(texts.plain("checkup.object_button", number=number), Run(f"check object {about}"))


def mending_buttons(texts: Texts, number: int, finding: Finding) -> Iterator[Button]:
    """What one tap mends, a button for each option, or the dialog in which it is said."""
    code = finding_words(finding)
    if finding.muted:
        yield Button(texts.plain("checkup.unmute_button", number=number), Run(f"check unmute {code}"))
        return
    match finding.fix:
        case Apply():
            yield Button(texts.plain("checkup.fix_button", number=number), Run(f"check fix {code}"))
        case Choose(options=options):
            for option in options:
                label = texts.plain(_label_of(finding, option), number=number, name=option.name)
                yield Button(label, Run(f"check fix {code} {texts.name(option.name)}"))
        case Question(topic=topic, offers=offers):
            if words := _dialog(texts, finding, topic, offers):
                label = texts.label(f"topic.{topic}")
                yield Button(texts.plain("checkup.dialog_button", number=number, label=label), Run(words))


def _label_of(finding: Finding, option: Option) -> str:
    """Of a goal it is said whether the KPI does serve it or is to serve it from now on."""
    if finding.rule is not RuleId.UNRELATED:
        return "checkup.option_button"
    return "checkup.serves_button" if isinstance(option.command, MuteFinding) else "checkup.link_button"


def _dialog(texts: Texts, finding: Finding, topic: Topic, offers: tuple[Name, ...]) -> str:
    """What would be typed to mend it; empty where no command changes such a thing."""
    match finding.subject.kind, topic:
        case Layer.KPI, Topic.SOURCE:
            return f"check fix {finding_words(finding)}"
        case Layer.KPI, _ if topic in _OF_KPI:
            return f"{_OF_KPI[topic]}#{finding.subject.id}"
        case _, Topic.NEW_KPI:
            place = record_value(finding.subject.id) if finding.subject.kind is Layer.DEPARTMENT else ""
            return " ".join(["propose new", ", ".join(filter(None, [*map(texts.name, offers[:1]), place]))]).strip()
        case Layer.DEPARTMENT, Topic.WEIGHTS | Topic.PEOPLE:
            return f"build {record_value(finding.subject.id)}"
        case _, Topic.FEWER:
            return "propose retire"
        case Layer.PERSON, Topic.PEOPLE:
            return _of_person(texts, finding)
        case _:
            return ""


def _of_person(texts: Texts, finding: Finding) -> str:
    """Who has no KPI is given one; of who is down for too much the shares are changed."""
    person = finding.params["person"]
    if finding.rule is RuleId.PERSON_WITHOUT_KPI and isinstance(person, Name):
        return f"build {texts.name(person)}"
    return "members"


_OF_KPI = {
    Topic.MEASURE: "propose change ",
    Topic.FEWER: "propose retire ",
    Topic.GOAL: "propose retire ",
    Topic.TARGET: "target ",
    Topic.LEVELS: "target ",
    Topic.REVIEW: "target ",
    Topic.WEIGHTS: "propose change ",
    Topic.OWNER: "propose change ",
    Topic.VALUE: "actual ",
    Topic.ACTION: "plan add , ",
}
"""What is typed before the KPI."""
