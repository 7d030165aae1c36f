"""Findings of the check that are to be left alone."""

from __future__ import annotations

import pytest

from kpi_engine.commands import MuteFinding, ReviseKpi, Undo, UnmuteFinding
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.check import Mute, RuleId
from kpi_engine.model.done import Muted, Undone, Unmuted
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from tests.factories import TODAY, Office, definition, found_office

SOURCE = RuleId.SOURCE_MISSING


def mutes(office: Office) -> tuple[Mute, ...]:
    return load.mutes(Scope(office.session, office.owner.company_id))


def muted(office: Office, rule: RuleId = SOURCE) -> list[str]:
    """The reasons that the reader tells for that rule."""
    return [each.muted.reason for each in office.reader().check() if each.rule is rule and each.muted]


def refused(office: Office, command: MuteFinding | UnmuteFinding, by: int | None = None) -> Refusal:
    with pytest.raises(Refusal) as caught:
        office.do(command, by)
    return caught.value


def test_what_is_muted_is_told_as_muted_with_the_reason(office: Office) -> None:
    revenue, visits = office.publish(definition("Revenue", 50), definition("Visits", 50))
    done = office.do(MuteFinding(SOURCE, revenue, " The owner  counts it "), by=office.hal)

    assert isinstance(done, Muted)
    assert done.mute == Mute(SOURCE, revenue, "The owner counts it", office.hal, TODAY)
    assert mutes(office) == (done.mute,)
    found = {each.subject.id: each.muted for each in office.reader().check() if each.rule is SOURCE}
    assert found == {revenue: done.mute, visits: None}


def test_said_again_it_has_the_new_reason(office: Office) -> None:
    (revenue,) = office.publish(definition())
    for reason in ("One", "Two"):
        office.do(MuteFinding(SOURCE, revenue, reason))
    office.do(MuteFinding(RuleId.ACTIVITY, revenue, "Three"))
    assert [(mute.rule, mute.reason) for mute in mutes(office)] == [(SOURCE, "Two"), (RuleId.ACTIVITY, "Three")]


def test_it_is_told_again(office: Office) -> None:
    (revenue,) = office.publish(definition())
    office.do(MuteFinding(SOURCE, revenue, "One"))
    done = office.do(UnmuteFinding(SOURCE, revenue))
    assert isinstance(done, Unmuted)
    assert muted(office) == []
    assert refused(office, UnmuteFinding(SOURCE, revenue)).key == "not_muted"


def test_both_are_taken_back(office: Office) -> None:
    (revenue,) = office.publish(definition())
    for reason in ("One", "Two"):
        office.do(MuteFinding(SOURCE, revenue, reason))
    office.do(UnmuteFinding(SOURCE, revenue))
    told = []
    for _ in range(3):
        done = office.do(Undo())
        assert isinstance(done, Undone)
        told.append((done.what, muted(office)))
    assert told == [(Deed.UNMUTE, ["Two"]), (Deed.MUTE, ["One"]), (Deed.MUTE, [])]


def test_what_somebody_changed_since_is_not_taken_back(office: Office) -> None:
    (revenue,) = office.publish(definition())
    office.do(MuteFinding(SOURCE, revenue, "One"), by=office.hal)
    office.do(MuteFinding(SOURCE, revenue, "Two"))
    with pytest.raises(Refusal) as caught:
        office.do(Undo(), by=office.hal)
    assert caught.value.key == "changed_since"
    assert muted(office) == ["Two"]


def test_who_may(office: Office) -> None:
    (revenue,) = office.publish(definition())
    for by in (office.sam, office.eve):
        assert refused(office, MuteFinding(SOURCE, revenue, "One"), by).key == "not_allowed"
    office.do(MuteFinding(SOURCE, revenue, "One"), by=office.hal)
    assert refused(office, UnmuteFinding(SOURCE, revenue), office.sam).key == "not_allowed"


def test_what_is_refused(office: Office) -> None:
    (revenue,) = office.publish(definition("Revenue"))
    assert refused(office, MuteFinding(SOURCE, revenue, "  ")).key == "reason_missing"
    assert refused(office, MuteFinding(SOURCE, 999, "One")).key == "unknown_kpi"
    office.publish(definition("Other"))
    assert refused(office, MuteFinding(SOURCE, revenue, "One")).key == "kpi_retired"


def test_another_companys_kpi_does_not_exist(office: Office) -> None:
    (revenue,) = office.publish(definition())
    other = found_office(office.session, name="Other")
    assert refused(other, MuteFinding(SOURCE, revenue, "One")).key == "unknown_kpi"
    office.do(MuteFinding(SOURCE, revenue, "One"))
    assert mutes(other) == ()


def test_a_new_version_is_still_muted(office: Office) -> None:
    (revenue,) = office.publish(definition())
    office.do(MuteFinding(SOURCE, revenue, "One"))
    office.do(ReviseKpi(revenue, definition("Turnover"), TODAY, "renamed"))
    assert muted(office) == ["One"]
