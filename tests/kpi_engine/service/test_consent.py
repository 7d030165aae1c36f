"""Who enters a KPI, or is measured by it, agrees to it or says why not."""

from __future__ import annotations

import pytest

from kpi_engine.commands import AgreeToKpi, NewKpi, PublishKpis, Undo
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.consent import Consent
from kpi_engine.model.done import Consented, Undone
from kpi_engine.reader.background import read_background
from kpi_engine.store.scope import Scope
from tests.factories import TODAY, Office, definition, found_office, who_may


def said(office: Office) -> list[Consent]:
    found = read_background(Scope(office.session, office.owner.company_id)).consents
    return [each for consents in found.values() for each in consents]


def refused(office: Office, command: AgreeToKpi, by: int | None = None) -> Refusal:
    with pytest.raises(Refusal) as caught:
        office.do(command, by)
    return caught.value


def test_the_last_word_counts(office: Office) -> None:
    (calls,) = office.publish(definition("Calls", owner_id=office.sam))
    office.do(AgreeToKpi(calls, agrees=False, word=" Too  many "), by=office.sam)
    assert said(office) == [Consent(calls, office.sam, False, "Too many", TODAY)]
    done = office.do(AgreeToKpi(calls, agrees=True), by=office.sam)
    assert isinstance(done, Consented)
    assert said(office) == [done.consent] == [Consent(calls, office.sam, True, "", TODAY)]


def test_only_those_whose_word_is_asked_for_are_heard(office: Office) -> None:
    """Hal enters it and Sam is measured by it; neither Ann, who owns the company, nor Mia can speak for them."""
    mine = NewKpi(definition("Calls", owner_id=office.hal), person_id=office.sam)
    office.do(PublishKpis(office.sales, "Sell more", None, (mine,)))
    (calls,) = (version.kpi.id for version in office.reader().kpis())
    for by in (office.hal, office.sam):
        office.do(AgreeToKpi(calls, agrees=True), by)
    assert [each.person_id for each in said(office)] == [office.hal, office.sam]
    others: tuple[int | None, ...] = (None, office.mia, office.eve)
    for other in others:
        refusal = refused(office, AgreeToKpi(calls, agrees=True), other)
        assert (refusal.key, who_may(refusal)) == ("not_allowed", ["Hal"])


def test_a_no_needs_a_word_and_a_kpi(office: Office) -> None:
    old, other = office.publish(definition("Calls"))[0], found_office(office.session, name="Other")
    assert refused(office, AgreeToKpi(old, agrees=False, word="  ")).key == "reason_missing"
    assert refused(office, AgreeToKpi(999, agrees=True)).key == "unknown_kpi"
    assert refused(other, AgreeToKpi(old, agrees=True)).key == "unknown_kpi"
    office.publish(definition("Visits"))
    assert refused(office, AgreeToKpi(old, agrees=True)).key == "kpi_retired"
    assert said(office) == []


def test_it_can_be_taken_back_and_is_kept_in_the_log(office: Office) -> None:
    (calls,) = office.publish(definition("Calls", owner_id=office.sam))
    office.do(AgreeToKpi(calls, agrees=False, word="Too many"), by=office.sam)
    office.do(AgreeToKpi(calls, agrees=True), by=office.sam)
    (entry, *_) = office.reader(office.sam).audit(1)
    assert entry.deed is Deed.AGREE
    assert [(each.field, each.old, each.new) for each in entry.changes] == [
        ("consent.agrees", False, True),
        ("consent.word", "Too many", ""),
    ]

    done = office.do(Undo(), by=office.sam)

    assert isinstance(done, Undone)
    assert [each.word for each in said(office)] == ["Too many"]
    office.do(Undo(), by=office.sam)
    assert said(office) == []
