"""Taking back the last thing one did."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import select

from kpi_engine.commands import (
    AddMember,
    ChooseLanguage,
    ChooseRanking,
    NewKpi,
    PublishKpis,
    RankPeople,
    ReviseKpi,
    SetStrategy,
    Undo,
)
from kpi_engine.errors import Refusal
from kpi_engine.model.actual import ActualState
from kpi_engine.model.audit import Deed
from kpi_engine.model.company import Role
from kpi_engine.model.done import Undone
from kpi_engine.model.kpi import Target
from kpi_engine.model.name import Language, Name
from kpi_engine.store.tables import ScoreRow
from tests.factories import TODAY, Office, definition, entry, hat, month, reading, who_may
from tests.kpi_engine.service.test_strategy import strategy


def undone(office: Office, by: int | None = None) -> Undone:
    done = office.do(Undo(), by)
    assert isinstance(done, Undone)
    return done


def refused(office: Office, by: int | None = None) -> Refusal:
    with pytest.raises(Refusal) as caught:
        office.do(Undo(), by)
    return caught.value


def test_values_are_taken_back_one_after_the_other(office: Office) -> None:
    (revenue,) = office.publish(definition(owner_id=office.sam))
    office.enter(entry(revenue, month(11), 80), by=office.sam)
    office.enter(entry(revenue, month(11), 90), by=office.sam)
    reader = office.reader()

    done = undone(office, office.sam)
    assert (done.what, done.subject) == (Deed.ENTER, "Revenue")
    (item,) = done.items
    assert (item.actual.reading, item.previous and item.previous.reading) == (reading(80), reading(90))
    assert [line.reading for line in reader.current(revenue)] == [reading(80)]
    score = office.stored_score(revenue, month(11))
    assert score is not None
    assert score.score == 80

    (item,) = undone(office, office.sam).items
    assert item.actual.state is ActualState.WITHDRAWN
    assert reader.current(revenue) == ()
    assert len(reader.actuals(revenue)) == 4
    score = office.stored_score(revenue, month(11))
    assert score is not None
    assert score.score is None

    assert refused(office, office.sam).key == "nothing_to_undo"


def test_a_note_on_the_same_value_is_taken_back_and_then_the_value(office: Office) -> None:
    (revenue,) = office.publish(definition(owner_id=office.sam))
    bare = entry(revenue, month(11), 80)
    office.enter(bare, by=office.sam)
    office.enter(replace(bare, note="one order is late", evidence="list.pdf"), by=office.sam)

    undone(office, office.sam)
    (line,) = office.reader().current(revenue)
    assert (line.reading, line.note, line.evidence) == (reading(80), "", "")

    undone(office, office.sam)
    assert office.reader().current(revenue) == ()


def test_a_value_entered_after_a_withdrawal_had_none_before(office: Office) -> None:
    (revenue,) = office.publish(definition())
    office.enter(entry(revenue, month(11), 80))
    undone(office)
    done = office.enter(entry(revenue, month(11), 80))
    assert [item.previous for item in done.items] == [None]  # type: ignore[union-attr]
    assert [line.reading for line in office.reader().current(revenue)] == [reading(80)]


def test_what_somebody_corrected_since_is_not_taken_back(office: Office) -> None:
    (revenue,) = office.publish(definition(owner_id=office.sam))
    office.enter(entry(revenue, month(11), 80), by=office.sam)
    office.enter(entry(revenue, month(11), 90), by=office.hal)
    refusal = refused(office, office.sam)
    assert (refusal.key, refusal.params) == ("changed_since", {"what": Name.same("Revenue")})
    assert [line.reading for line in office.reader().current(revenue)] == [reading(90)]


def test_the_same_value_again_is_nothing_to_take_back(office: Office) -> None:
    (revenue,) = office.publish(definition(owner_id=office.sam))
    office.enter(entry(revenue, month(11), 80), by=office.hal)
    office.enter(entry(revenue, month(11), 80), by=office.sam)
    assert refused(office, office.sam).key == "nothing_to_undo"


def test_a_set_is_taken_back(office: Office) -> None:
    old, gone = office.publish(definition("A", 60), definition("B", 40))
    office.enter(entry(old, month(11), 80))
    before = office.reader().kpis()
    keep = ((old, Decimal(50)),)
    office.do(PublishKpis(office.sales, "Sell dearer", None, (NewKpi(definition("C", 50)),), keep=keep, retire=(gone,)))
    assert [goal.name.en for goal in office.reader().goals()] == ["Sell dearer"]

    done = undone(office)
    assert (done.what, done.subject) == (Deed.PUBLISH, "Sales")
    assert office.reader().kpis() == before
    assert [goal.name.en for goal in office.reader().goals()] == ["Sell more"]
    assert office.stored_score(old, month(11)) is not None
    office.enter(entry(gone, month(11), 1))


def test_a_new_set_that_is_taken_back_was_never_there(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A"))
    undone(office)
    assert office.reader().kpis() == ()
    with pytest.raises(Refusal, match="unknown_kpi"):
        office.reader().versions(kpi_id)
    with pytest.raises(Refusal, match="unknown_kpi"):
        office.enter(entry(kpi_id, month(11), 1))


def test_scores_of_what_was_never_there_are_not_kept(office: Office) -> None:
    office.publish(definition("A"))
    assert office.session.scalars(select(ScoreRow)).all()
    undone(office)
    assert not office.session.scalars(select(ScoreRow)).all()


def test_what_a_set_had_left_alone_stays_when_it_is_taken_back(office: Office) -> None:
    same, other = office.publish(definition("A", 50), definition("B", 50))
    keep = ((same, Decimal(50)),)
    office.do(PublishKpis(office.sales, "Sell more", None, (NewKpi(definition("C", 50)),), keep=keep, retire=(other,)))
    undone(office)
    assert [version.kpi.id for version in office.reader().kpis()] == [same, other]


def test_a_set_with_values_of_others_stays(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A", owner_id=office.sam))
    office.enter(entry(kpi_id, month(11), 80), by=office.sam)
    assert refused(office).params == {"what": Name.same("A")}
    assert len(office.reader().kpis()) == 1


def test_a_set_that_was_revised_since_stays(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A"), by=office.hal)
    office.do(ReviseKpi(kpi_id, definition("A", target=Target(Decimal(7))), TODAY, "less"))
    assert refused(office, office.hal).key == "changed_since"
    assert undone(office).what is Deed.REVISE
    assert undone(office, office.hal).what is Deed.PUBLISH


def test_a_revision_is_taken_back(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A"))
    office.enter(entry(kpi_id, month(11), 100))
    office.do(ReviseKpi(kpi_id, definition("A", target=Target(Decimal(200))), TODAY.replace(day=1), "more"))
    undone(office)
    (version,) = office.reader().versions(kpi_id)
    assert version.definition.target == Target(Decimal(100))
    score = office.stored_score(kpi_id, month(11))
    assert score is not None
    assert score.score == 100
    office.do(ReviseKpi(kpi_id, definition("A", target=Target(Decimal(50))), TODAY, "less"))
    assert [version.number for version in office.reader().versions(kpi_id)] == [1, 3]


def test_a_new_member_goes_again(office: Office) -> None:
    pat = office.hire("Pat", Role.MEMBER, hat(office.sales))
    assert undone(office).subject == "Pat"
    assert not office.person(pat).active
    assert pat not in [person.id for person in office.reader().people()]
    assert office.hire("Pat", Role.HEAD, hat(office.service)) == pat


def test_a_known_member_is_as_before(office: Office) -> None:
    before = office.person(office.mia)
    office.do(AddMember(Name.same("Mia"), Role.HEAD, (hat(office.service),)))
    undone(office)
    assert office.person(office.mia) == before


def test_a_language_chosen_meanwhile_stays(office: Office) -> None:
    office.do(AddMember(Name.same("Mia"), Role.HEAD, (hat(office.service),)))
    office.do(ChooseLanguage(Language.ZH), by=office.mia)
    undone(office)
    assert office.person(office.mia).language is Language.ZH


def test_a_member_with_kpis_stays(office: Office) -> None:
    pat = office.hire("Pat", Role.MEMBER, hat(office.sales))
    office.publish(definition("A", owner_id=pat), by=office.hal)
    assert refused(office).params == {"what": Name.same("Pat")}


def test_a_strategy_is_taken_back(office: Office) -> None:
    office.do(strategy("Grow", "Quality", swot=("Brand",)))
    before = office.reader().goals(), office.reader().swot()
    office.do(strategy("Quality", "Cash"))
    undone(office)
    assert (office.reader().goals(), office.reader().swot()) == before


def test_a_strategy_that_another_owner_replaced_stays(office: Office) -> None:
    bob = office.hire("Bob", Role.OWNER)
    office.do(strategy("Grow"))
    office.do(strategy("Cash"), by=bob)
    assert refused(office).key == "changed_since"


def demoted(office: Office, person_id: int, role: Role = Role.VIEWER) -> None:
    person = office.person(person_id)
    hats = tuple(hat(position.department_id) for position in person.positions)
    office.do(AddMember(person.name, role, hats))


def test_who_may_not_publish_any_more_takes_no_set_back(office: Office) -> None:
    office.publish(definition("A"), by=office.hal)
    demoted(office, office.hal)
    refusal = refused(office, office.hal)
    assert (refusal.key, who_may(refusal)) == ("not_allowed", ["Ann"])
    assert len(office.reader().kpis()) == 1


def test_who_may_not_revise_any_more_takes_no_revision_back(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A"))
    office.do(ReviseKpi(kpi_id, definition("A", target=Target(Decimal(7))), TODAY, "less"), by=office.hal)
    office.do(AddMember(Name.same("Hal"), Role.HEAD, (hat(office.service),)))
    assert refused(office, office.hal).key == "not_allowed"
    assert len(office.reader().versions(kpi_id)) == 2


def test_who_may_not_enter_any_more_takes_no_value_back(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A", owner_id=office.sam))
    office.enter(entry(kpi_id, month(11), 80), by=office.sam)
    demoted(office, office.sam)
    assert refused(office, office.sam).key == "not_allowed"
    assert [line.reading for line in office.reader().current(kpi_id)] == [reading(80)]


def test_who_may_not_add_people_any_more_takes_none_back(office: Office) -> None:
    office.do(AddMember(Name.same("Pat"), Role.MEMBER, (hat(office.sales),)), by=office.hal)
    demoted(office, office.hal, Role.MEMBER)
    assert refused(office, office.hal).key == "not_allowed"
    assert "Pat" in [person.name.en for person in office.reader().people()]


def test_a_language_is_taken_back_and_undo_is_not(office: Office) -> None:
    office.do(ChooseLanguage(Language.ZH), by=office.sam)
    undone(office, office.sam)
    assert office.person(office.sam).language is Language.EN
    assert refused(office, office.sam).key == "nothing_to_undo"


def test_the_choice_of_being_ranked_is_taken_back(office: Office) -> None:
    office.do(ChooseRanking(ranked=False), by=office.sam)
    undone(office, office.sam)
    assert office.person(office.sam).ranked


def test_the_board_of_people_is_taken_back(office: Office) -> None:
    office.do(RankPeople(on=True))
    undone(office)
    assert not office.reader().company().ranks_people


def test_a_board_that_another_owner_switched_off_stays_off(office: Office) -> None:
    bob = office.hire("Bob", Role.OWNER)
    office.do(RankPeople(on=True))
    office.do(RankPeople(on=False), by=bob)
    assert refused(office).key == "changed_since"
    assert not office.reader().company().ranks_people


def test_the_log_tells_what_was_taken_back(office: Office) -> None:
    office.do(SetStrategy((), ()), by=None)
    undone(office)
    last, before = office.reader().audit(2)
    assert (last.deed, last.undone) == (Deed.UNDO, False)
    assert (before.deed, before.undone) == (Deed.SET_STRATEGY, True)
    assert {entry.person_id for entry in office.reader(office.sam).audit(9)} <= {office.sam}
