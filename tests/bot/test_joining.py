"""A stranger of any platform comes in by a code, and by nothing else; whose code it is decides who they are."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from itertools import count
from threading import Barrier

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from adapters.base import Who
from bot.deeds import carry_out
from bot.joining import REMEMBERED, TRIES, join
from bot.loop import Bot
from bot.people import arrive, settle
from bot.tables import AccountRow, PostRow, PostState, WrongCodeRow
from conversations.event import Said
from conversations.news import NewsKind
from conversations.view import Message, Text, Tone
from kpi_engine.commands import AddMember, Invite, RemoveMember
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Role
from kpi_engine.model.done import Invited, MemberAdded
from kpi_engine.model.name import Language, Name
from kpi_engine.service.execute import execute
from kpi_engine.service.founding import found_company
from kpi_engine.store.tables import CompanyRow, InvitationRow
from kpi_engine.store.work import Work
from tests.factories import NOW, TODAY, Office, found_office, hat

WRONG = "0000-0000-0000"


def on_slack(user: str = "U9", team: str = "T1", hint: str = "") -> Who:
    return Who("slack", team, user, "zoe88", hint)


def code_for(office: Office, person_id: int, by: int | None = None) -> str:
    done = office.do(Invite(person_id), by)
    assert isinstance(done, Invited)
    return done.code


def typed(session: Session, who: Who, code: str, after: timedelta = timedelta(0)) -> Tone | None:
    """How it is answered; nothing where the account is somebody's."""
    said = join(session, who, code, NOW + after)
    return said.tone if said else None


def test_a_stranger_is_who_the_code_was_made_for(office: Office) -> None:
    settle(office.session, "slack", "T1", office.owner.company_id)
    assert typed(office.session, on_slack(), code_for(office, office.sam)) is Tone.SUCCESS
    assert arrive(office.session, on_slack(), NOW).person.id == office.sam


def test_a_code_works_once(office: Office) -> None:
    settle(office.session, "slack", "T1", office.owner.company_id)
    code = code_for(office, office.sam)
    assert typed(office.session, on_slack(), code) is Tone.SUCCESS
    assert typed(office.session, on_slack("U10"), code) is Tone.REFUSAL
    assert typed(office.session, on_slack(), code) is None


def test_a_place_that_is_nobodys_yet_is_the_companys_by_it(office: Office) -> None:
    office.do(Invite(office.hal), office.hal)
    code = code_for(office, office.hal, office.hal)
    assert typed(office.session, Who("telegram", "bot7", "55", "Hal"), code) is Tone.SUCCESS
    assert arrive(office.session, Who("telegram", "bot7", "55", "Hal"), NOW).person.id == office.hal
    with pytest.raises(Refusal, match="not_invited"):
        arrive(office.session, Who("telegram", "bot7", "56", "Ann"), NOW)


def told(session: Session, kind: NewsKind) -> list[tuple[int | None, str, PostState]]:
    """Who is told what of that kind, and what became of it."""
    rows = session.scalars(select(PostRow).where(PostRow.kind == kind).order_by(PostRow.id))
    return [(row.person_id, row.subject, row.state) for row in rows]


def test_the_inviter_hears_once_that_somebody_is_here(office: Office) -> None:
    settle(office.session, "slack", "T1", office.owner.company_id)
    typed(office.session, on_slack(), code_for(office, office.sam, office.hal))
    typed(office.session, on_slack("U10"), code_for(office, office.sam, office.sam))
    assert told(office.session, NewsKind.CAME) == [(office.hal, f"#person:{office.sam}", PostState.OWED)]


def test_an_inviter_who_has_left_hears_nothing(office: Office) -> None:
    settle(office.session, "slack", "T1", office.owner.company_id)
    code = code_for(office, office.sam, office.hal)
    office.do(RemoveMember(office.hal))
    assert typed(office.session, on_slack(), code) is Tone.SUCCESS
    assert told(office.session, NewsKind.CAME) == []


def test_whoever_is_greeted_by_their_code_is_not_greeted_again(office: Office) -> None:
    settle(office.session, "slack", "T1", office.owner.company_id)
    work = Work(office.session, office.owner, NOW, TODAY)
    done = carry_out(AddMember(Name.same("Zoe"), Role.MEMBER, (hat(office.sales),)), work)
    assert isinstance(done, MemberAdded)
    zoe = done.person.id
    assert told(office.session, NewsKind.WELCOME) == [(zoe, f"#person:{zoe}", PostState.OWED)]
    typed(office.session, on_slack(), code_for(office, zoe))
    assert told(office.session, NewsKind.WELCOME) == [(zoe, f"#person:{zoe}", PostState.DROPPED)]


def test_a_wrong_code_founds_no_company(office: Office) -> None:
    assert typed(office.session, on_slack(team="T9"), WRONG) is Tone.REFUSAL
    assert office.session.scalar(select(func.count()).select_from(CompanyRow)) == 1


def test_a_code_of_another_company_is_a_wrong_one(office: Office) -> None:
    other = found_company(office.session, "Olga", Language.EN, NOW)
    settle(office.session, "slack", "T2", other.company_id)
    assert typed(office.session, on_slack(team="T2"), code_for(office, office.sam)) is Tone.REFUSAL
    assert office.session.scalars(select(InvitationRow.used_at)).one() is None


def test_who_has_left_does_not_come_back_by_an_old_code(office: Office) -> None:
    settle(office.session, "slack", "T1", office.owner.company_id)
    code = code_for(office, office.sam)
    office.do(RemoveMember(office.sam))
    assert typed(office.session, on_slack(), code) is Tone.REFUSAL


def test_the_language_is_the_clients_the_first_time(office: Office) -> None:
    settle(office.session, "slack", "T1", office.owner.company_id)
    typed(office.session, on_slack(hint="zh-CN"), code_for(office, office.sam))
    assert arrive(office.session, on_slack(), NOW).person.language is Language.ZH
    typed(office.session, on_slack("U10", hint="en-US"), code_for(office, office.sam))
    assert arrive(office.session, on_slack(), NOW).person.language is Language.ZH


@pytest.mark.parametrize(
    ("told", "kept"), [("America/Lima", "America/Lima"), ("Mars/Olympus", "Asia/Shanghai"), ("", "Asia/Shanghai")]
)
def test_the_clock_is_the_clients_the_first_time_if_it_is_one(office: Office, told: str, kept: str) -> None:
    settle(office.session, "slack", "T1", office.owner.company_id)
    typed(office.session, replace(on_slack(), time_zone=told), code_for(office, office.sam))
    assert arrive(office.session, on_slack(), NOW).person.time_zone == kept


def test_wrong_codes_are_counted_for_each_account_and_forgotten_after_an_hour(office: Office) -> None:
    settle(office.session, "slack", "T1", office.owner.company_id)
    for _ in range(TRIES):
        assert typed(office.session, on_slack(), WRONG) is Tone.REFUSAL
    code = code_for(office, office.sam)
    assert typed(office.session, on_slack(), code) is Tone.REFUSAL
    assert typed(office.session, on_slack("U10"), code_for(office, office.mia)) is Tone.SUCCESS
    assert typed(office.session, on_slack(), code, REMEMBERED) is Tone.SUCCESS
    assert office.session.scalars(select(WrongCodeRow)).all() == []


def test_a_refused_code_is_counted_although_it_is_refused(engine: Engine) -> None:
    numbers = count(1)
    with Session(engine) as session, session.begin():
        office = found_office(session)
        settle(session, "slack", "T1", office.owner.company_id)
        code = code_for(office, office.sam)
    bot = Bot(engine, lambda: NOW, lambda: str(next(numbers)))
    for _ in range(TRIES):
        bot.hear(on_slack(), Said(f"join {WRONG}"))
    (said,) = bot.hear(on_slack(), Said(f"/kpi join {code}"))
    assert isinstance(said, Message)
    (text,) = said.blocks
    assert isinstance(text, Text)
    assert "in an hour" in text.html


def test_of_two_who_type_one_code_at_once_one_is_let_in(engine: Engine) -> None:
    with Session(engine) as session, session.begin():
        office = found_office(session)
        settle(session, "slack", "T1", office.owner.company_id)
        code = code_for(office, office.sam)
    bot, together = Bot(engine, lambda: NOW, str), Barrier(4)

    def come(user: int) -> bool:
        together.wait()
        (said,) = bot.hear(on_slack(f"U{user}"), Said(f"join {code}"))
        return isinstance(said, Message) and said.tone is Tone.SUCCESS

    with ThreadPoolExecutor(4) as pool:
        let_in = list(pool.map(come, range(4)))
    assert let_in.count(True) == 1
    with Session(engine) as session:
        assert session.scalar(select(func.count()).select_from(AccountRow)) == 1


def test_two_people_of_the_office_do_not_have_one_code(office: Office) -> None:
    work = Work(office.session, office.owner, NOW, TODAY)
    codes = {execute(Invite(id), work) for id in (office.sam, office.mia)}
    assert len({one.code for one in codes if isinstance(one, Invited)}) == 2
