"""`check`: what is wrong with the KPI model, and what mends it; a finding may be muted for a reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conversations.ask import Ask, Do
from conversations.cards.checkup import Page, finding_name, findings_card, nothing_to_check
from conversations.cards.checkup_company import CompanyPage, company_card, of_whole
from conversations.cards.cleanup import cleanup_words
from conversations.cards.mending import finding_words
from conversations.cards.names import Names
from conversations.flows.agreeing import answer, asked, has_a_word
from conversations.flows.cleanup import cleanup
from conversations.flows.mending import mended, standing_finding
from conversations.flows.reading import all_names, own_subject, read_asked
from conversations.forms import choice, form, text
from conversations.view import Message, Option
from conversations.words import first_word
from kpi_engine.commands import Command, MuteFinding, PublishKpis, UnmuteFinding
from kpi_engine.design.check.finding import Finding, Layer
from kpi_engine.design.check.young import Young
from kpi_engine.errors import Refusal
from kpi_engine.model.check import RuleId
from kpi_engine.model.company import Department
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.rights import Place, may

CLEAN = ("clean", "cleanup", "清理")
FIX, MUTE, UNMUTE = ("fix", "修改"), ("mute", "忽略"), ("unmute", "恢复")
AGREE, OBJECT = ("agree", "同意"), ("object", "不同意")
"""What can stand in place of a name."""
_FROM = re.compile(r"(.*?)\s*\+([0-9]{1,4})")
"""`Sales +8`: from the ninth finding on."""


@form
class Muting:
    """A finding about a KPI, and why it is to be left alone."""

    finding: str = choice()
    reason: str = text()


def check(ask: Ask) -> Do | Message:
    """Without words it is about one's own company, department or self; `check Sales` is about Sales."""
    words = ask.take_words()
    first, rest = first_word(words)
    if first.casefold() in CLEAN:
        return cleanup(ask, rest.removeprefix("up").strip())
    if first.casefold() in FIX:
        return Do(mended(ask, *first_word(rest)))
    if first.casefold() in (*AGREE, *OBJECT):
        return Do(answer(ask, rest, agrees=first.casefold() in AGREE))
    if first.casefold() in MUTE:
        return Do(_muting(ask, rest))
    if first.casefold() in UNMUTE:
        found = standing_finding(ask, rest)
        return Do(UnmuteFinding(found.rule, found.subject.id))
    return _shown(ask, words)


def _shown(ask: Ask, words: str) -> Message:
    paged = _FROM.fullmatch(words)
    name, begin = (paged[1], int(paged[2])) if paged else (words, None)
    about = read_asked(ask, name).about if name else own_subject(ask)
    names, findings = all_names(ask), tuple(ask.know.check())
    young = tuple(ask.know.young())
    if isinstance(about, Subject) and about.kind is SubjectKind.COMPANY and begin is None:
        return _company(ask, about, findings, young, names)
    mine = [finding for finding in findings if _concerns(ask, finding, about)]
    if not mine and isinstance(about, Subject) and about.kind is SubjectKind.DEPARTMENT:
        unbuilt = [each for each in _unbuilt(ask) if each.id == about.id]
        if unbuilt:
            return nothing_to_check(ask.texts, about, unbuilt, may_build=_may_build(ask, unbuilt))
    own = isinstance(about, KpiVersion) and has_a_word(ask, about)
    new = tuple(one for one in young if _is_of(one.version, about))
    page = Page(about, tuple(mine), begin or 0, frozenset(_mendable(ask, mine)), asked(ask, mine), own, new)
    return findings_card(ask.texts, page, names)


def _company(ask: Ask, about: Subject, findings: Sequence[Finding], young: Sequence[Young], names: Names) -> Message:
    departments, unbuilt = ask.know.departments(), _unbuilt(ask)
    may_build = _may_build(ask, unbuilt)
    if not findings and len(unbuilt) == len(departments):
        return nothing_to_check(ask.texts, about, unbuilt, may_build=may_build)
    mendable = frozenset(_mendable(ask, findings))
    return company_card(ask.texts, CompanyPage(departments, findings, mendable, young, unbuilt, may_build), names)


def _unbuilt(ask: Ask) -> list[Department]:
    """The departments that have no KPIs yet."""
    built = {version.kpi.department_id for version in ask.know.kpis()}
    return [each for each in ask.know.departments() if each.id not in built]


def _may_build(ask: Ask, unbuilt: Sequence[Department]) -> bool:
    """Whether one may build the KPIs of one of them."""
    return any(may(ask.me, PublishKpis, Place(each.id)) for each in unbuilt)


def _concerns(ask: Ask, finding: Finding, about: Subject | KpiVersion) -> bool:
    subject = finding.subject
    if isinstance(about, KpiVersion):
        return subject.kind is Layer.KPI and subject.id == about.kpi.id
    if about.kind is SubjectKind.COMPANY:
        return of_whole(finding)
    if about.kind is SubjectKind.DEPARTMENT:
        return about.id in subject.department_ids
    if subject.kind is Layer.PERSON:
        return subject.id == about.id
    return subject.kind is Layer.KPI and subject.id in {each.kpi.id for each in ask.know.kpis(person_id=about.id)}


def _is_of(version: KpiVersion, about: Subject | KpiVersion) -> bool:
    if isinstance(about, KpiVersion):
        return version.kpi.id == about.kpi.id
    own = {SubjectKind.DEPARTMENT: version.kpi.department_id, SubjectKind.PERSON: version.kpi.person_id}
    return own.get(about.kind) == about.id


def _mendable(ask: Ask, findings: Sequence[Finding]) -> set[str]:
    """The findings that the person may mend or mute."""
    return {finding_words(each) for each in findings if _may(ask, each, MuteFinding)}


def _may(ask: Ask, finding: Finding, command: type[Command]) -> bool:
    places = [Place(id) for id in sorted(finding.subject.department_ids)] or [Place()]
    return may(ask.me, command, *places)


def _muting(ask: Ask, words: str) -> Command:
    options = [*_mutable(ask), *_untidy(ask, words)]
    if not options:
        raise Refusal("nothing_to_mute")
    given = ask(Muting, options={"finding": options}, words=words)
    rule, _, kpi_id = given.finding.partition("#kpi:")
    return MuteFinding(RuleId(rule), int(kpi_id), given.reason)


def _mutable(ask: Ask) -> list[Option]:
    """What the check finds in KPIs, as far as one may mute it."""
    possible = [each for each in ask.know.check() if each.subject.kind is Layer.KPI and _may(ask, each, MuteFinding)]
    return [Option(finding_words(each), finding_name(ask.texts, each)) for each in possible]


def _untidy(ask: Ask, words: str) -> list[Option]:
    """What a button of the clean-up means, which the check itself may not find."""
    return [
        Option(
            cleanup_words(one), ask.texts.plain("checkup.finding_name", kpi=one.version.definition.name, rule=one.rule)
        )
        for one in (ask.know.clean_ups() if words else ())
        if words.startswith(cleanup_words(one)) and may(ask.me, MuteFinding, Place(one.version.kpi.department_id))
    ]
