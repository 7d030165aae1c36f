"""A draft is shown to its department, talked about, and gone once the set is in force."""

from __future__ import annotations

import pytest

from kpi_engine.commands import Command, CommentOnDraft, NewKpi, PublishKpis, ShareDraft, Undo
from kpi_engine.errors import Refusal
from kpi_engine.model.done import DraftDiscussed
from kpi_engine.model.draft import DraftSet
from tests.factories import Office, definition

DRAFT = DraftSet("Sell more", (NewKpi(definition("Revenue", 60)), NewKpi(definition("Visits", 40))))


def refused(office: Office, command: Command, by: int | None = None) -> str:
    with pytest.raises(Refusal) as caught:
        office.do(command, by)
    return caught.value.key


def test_it_is_shown_as_it_was_made_and_talked_about(office: Office) -> None:
    done = office.do(ShareDraft(office.sales, DRAFT), office.hal)
    assert isinstance(done, DraftDiscussed)
    assert (done.draft.content, done.draft.round, done.draft.author_id) == (DRAFT, 1, office.hal)
    office.do(CommentOnDraft(office.sales, "No visits"), office.sam)
    office.do(CommentOnDraft(office.sales, "Fewer  visits"), office.sam)
    office.do(CommentOnDraft(office.sales, "Good"), office.mia)
    (draft,) = office.reader(office.sam).drafts()
    assert [(one.author_id, one.text) for one in draft.comments] == [
        (office.sam, "Fewer visits"),
        (office.mia, "Good"),
    ]


def test_shown_again_it_keeps_what_was_said(office: Office) -> None:
    office.do(ShareDraft(office.sales, DRAFT), office.hal)
    office.do(CommentOnDraft(office.sales, "No visits"), office.sam)
    office.do(ShareDraft(office.sales, DraftSet("Sell more", DRAFT.kpis[:1])), office.hal)
    (draft,) = office.reader().drafts()
    assert (draft.round, len(draft.content.kpis), len(draft.comments)) == (2, 1, 1)


def test_it_ends_when_the_set_is_in_force(office: Office) -> None:
    office.do(ShareDraft(office.sales, DRAFT), office.hal)
    office.do(CommentOnDraft(office.sales, "No visits"), office.sam)
    office.do(PublishKpis(office.service, "Serve", None, DRAFT.kpis))
    assert len(office.reader().drafts()) == 1
    office.do(PublishKpis(office.sales, "Sell more", None, DRAFT.kpis), office.hal)
    assert office.reader().drafts() == ()
    assert refused(office, CommentOnDraft(office.sales, "Late"), office.sam) == "no_draft"


def test_who_may(office: Office) -> None:
    assert refused(office, ShareDraft(office.sales, DRAFT), office.sam) == "not_allowed"
    assert refused(office, ShareDraft(office.service, DRAFT), office.hal) == "not_allowed"
    office.do(ShareDraft(office.service, DRAFT))
    assert refused(office, CommentOnDraft(office.service, "Hm"), office.sam) == "not_allowed"
    office.do(CommentOnDraft(office.service, "Hm"), office.mia)


def test_an_empty_draft_is_none(office: Office) -> None:
    assert refused(office, ShareDraft(office.sales, DraftSet("Sell", ()))) == "no_kpis"
    office.do(ShareDraft(office.sales, DRAFT))
    assert refused(office, CommentOnDraft(office.sales, " "), office.sam) == "nothing_said"


def test_what_was_said_is_said_anew_not_taken_back(office: Office) -> None:
    office.do(ShareDraft(office.sales, DRAFT), office.hal)
    office.do(CommentOnDraft(office.sales, "No visits"), office.sam)
    assert refused(office, Undo(), office.sam) == "undo_said"
    assert refused(office, Undo(), office.hal) == "undo_said"
