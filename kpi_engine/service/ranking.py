"""Whether people are ranked: the company decides that there is such a board, everybody whether they are on it."""

from __future__ import annotations

from kpi_engine.commands import ChooseRanking, RankPeople
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed, FieldChange
from kpi_engine.model.board_rules import FEWEST, MOST, BoardRules
from kpi_engine.model.done import PeopleRanked, RankingChosen
from kpi_engine.rights import Facts, check
from kpi_engine.service import log
from kpi_engine.store import load
from kpi_engine.store.tables import PersonRow
from kpi_engine.store.work import Work


def choose_ranking(command: ChooseRanking, work: Work) -> RankingChosen:
    """The actor's own choice."""
    check(work.actor, command, Facts())
    me = work.scope.find(PersonRow, work.actor.person.id, "unknown_person")
    undo = {"before": me.ranked}
    change = FieldChange(me.name, "person.ranked", me.ranked, command.ranked)
    me.ranked = command.ranked
    subject = me.name.text(work.actor.person.language)
    log.record(work, Deed.CHOOSE_RANKING, subject, undo, changes=[change])
    return RankingChosen(command.ranked)


def rank_people(command: RankPeople, work: Work) -> PeopleRanked:
    """The company's choice."""
    check(work.actor, command, Facts(people=load.people(work.scope)))
    company = work.scope.company()
    undo = {"before": company.ranks_people, "after": command.on}
    change = FieldChange(company.name, "company.ranks_people", company.ranks_people, command.on)
    company.ranks_people = command.on
    subject = company.name.text(work.actor.person.language)
    log.record(work, Deed.RANK_PEOPLE, subject, undo, changes=[change])
    return PeopleRanked(command.on)


def check_board(rules: BoardRules) -> None:
    """Refusals: board_least(fewest, most), board_top(least, most)."""
    if not FEWEST <= rules.least <= MOST:
        raise Refusal("board_least", fewest=FEWEST, most=MOST)
    if not 1 <= rules.top <= rules.most_shown:
        raise Refusal("board_top", least=rules.least, most=rules.most_shown)
