"""What a whole company reads where much is wrong: the worst of it, in groups, and a way to the rest."""

from __future__ import annotations

from conversations.cards.checkup import SHOWN
from conversations.cards.checkup_company import CompanyPage, company_card
from conversations.cards.mending import finding_words
from conversations.cards.names import Names
from conversations.texts import texts_for
from conversations.view import Message, Run, Text
from kpi_engine.design.check.finding import Finding, Question, Topic
from kpi_engine.design.check.mend import of_kpi
from kpi_engine.model.check import RuleId
from kpi_engine.model.company import Department
from kpi_engine.model.name import Language, Name
from tests.kpi_engine.design.check.models import own, record

DEPARTMENTS = tuple(Department(id, Name(f"Shop {id}", f"{id} 号店")) for id in range(1, 6))
NAMES = Names("Acme", {each.id: each.name.en for each in DEPARTMENTS}, {})

CALL = Name.same("call")


def wrong(rule: RuleId, department: int, count: int, **params: object) -> list[Finding]:
    """So many KPIs of a department that have the fault."""
    kpis = [
        record(department * 100 + each, own(f"KPI {department}.{each}"), department=department) for each in range(count)
    ]
    return [of_kpi(rule, each, Question(Topic.ACTION), **params) for each in kpis]


def sixty() -> tuple[Finding, ...]:
    """Three errors in shop 4, a warning in every shop, and hints, as the check tells them: errors first."""
    errors = wrong(RuleId.TARGET_MISSING, 4, 3)
    warnings = [one for each in DEPARTMENTS for one in wrong(RuleId.NO_ACTION, each.id, 2, score=None)]
    hints = [one for each in DEPARTMENTS for one in wrong(RuleId.ACTIVITY, each.id, 10, word=CALL)][: 60 - 13]
    return (*errors, *warnings, *hints)


def card(findings: tuple[Finding, ...]) -> Message:
    mendable = frozenset(map(finding_words, findings))
    return company_card(texts_for(Language.EN, "CNY"), CompanyPage(DEPARTMENTS, findings, mendable), NAMES)


def lines(message: Message) -> list[str]:
    return [line for block in message.blocks if isinstance(block, Text) for line in block.html.split("<br>")]


def test_sixty_findings_fill_one_page_the_worst_first() -> None:
    findings = sixty()
    assert len(findings) == 60
    found = [line for line in lines(card(findings)) if line[0].isdigit()]

    assert len(found) == SHOWN
    assert [line.split(". ")[1].split(":")[0] for line in found] == ["Error"] * 3 + ["Warning"] * 5
    assert [line.split(".")[0] for line in found] == [str(number) for number in range(1, SHOWN + 1)]


def test_they_stand_under_their_departments_the_worst_of_which_is_first() -> None:
    told = lines(card(sixty()))

    assert told[1] == "<b>Shop 4</b>"
    assert "… and 10 more" in told
    assert [line for line in told if "Shop" in line] == [f"<b>Shop {number}</b>" for number in (4, 1, 2, 3)]


def test_each_has_its_button_and_each_department_one_to_all_of_it() -> None:
    buttons = card(sixty()).buttons
    labels = [each.label for each in buttons]

    assert labels[:SHOWN] == [f"{number}: plan something" for number in range(1, SHOWN + 1)]
    assert labels[SHOWN:] == ["Shop 4: all 15", "Shop 1: all 12", "Shop 2: all 12", "Shop 3: all 12", "Shop 5: all 9"]
    assert buttons[SHOWN].action == Run("check #department:4")
