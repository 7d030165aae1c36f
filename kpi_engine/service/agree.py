"""What is agreed about totals from a date on: grades, gates, the team's share."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from typing import Any

from kpi_engine.commands import SetGates, SetGrades, SetTeamShare, TotalCommand
from kpi_engine.errors import Refusal
from kpi_engine.measure.total.problems import team_share_problems, total_problems
from kpi_engine.model.agreement import Agreement, Terms
from kpi_engine.model.audit import Deed
from kpi_engine.model.done import Agreed
from kpi_engine.model.name import Name
from kpi_engine.model.review import carded_with
from kpi_engine.model.total import Gating, Grade, Grading, TeamShare, TotalRules
from kpi_engine.reader.closed import check_agreement
from kpi_engine.rights import Facts, Place, check
from kpi_engine.service import log, tidy
from kpi_engine.store import load, values
from kpi_engine.store.tables import AgreementRow, DepartmentRow
from kpi_engine.store.work import Work

_DEEDS = {Grading: Deed.SET_GRADES, Gating: Deed.SET_GATES, TeamShare: Deed.SET_TEAM_SHARE}


def agree(command: TotalCommand, work: Work) -> Agreed:
    """Refusals: unknown_department, not_allowed(by), reason_missing, unknown_kpi, gate_elsewhere, table_apart,
    in_force_past(first), period_closed(period, by), agreed_already, those of names, and what
    `measure.total.problems` names.
    """
    department_id = None if isinstance(command, SetGrades) else command.department_id
    name = _name(work, department_id)
    check(work.actor, command, Facts((Place(department_id),), people=load.people(work.scope)))
    reason, terms = tidy.remark(command.reason), _terms(command, work)
    if not reason:
        raise Refusal("reason_missing")
    new = Agreement(0, department_id, terms, command.in_force, reason, work.actor.person.id)
    before = _standing(work, new)
    done = Agreed(values.agreement(_write(work, new)), before)
    kind, undo = terms.tag, {"agreement": done.agreement.id, "department": department_id}
    changes = [
        *log.changed(kind, name, before, terms, [each.name for each in fields(terms)]),
        *log.changed("agreement", name, None, new, ("in_force", "reason")),
    ]
    subject = name.text(work.actor.person.language)
    log.record(work, _DEEDS[type(terms)], subject, undo, changes=changes, departments=_places(department_id))
    return done


def take_back_agreement(kept: dict[str, Any], work: Work) -> None:
    """As if it had never been agreed; Refusal("changed_since", what) or ("period_closed", period, by)."""
    row = work.scope.find(AgreementRow, kept["agreement"], "unknown_agreement")
    agreed = values.agreement(row)
    history = load.agreements(work.scope).history(type(agreed.terms), agreed.department_id)
    if any(each.id > agreed.id for each in history):
        raise Refusal("changed_since", what=_name(work, agreed.department_id))
    check_agreement(work.scope, agreed)
    row.withdrawn = True
    work.session.flush()


def _standing(work: Work, new: Agreement) -> Terms | None:
    """What the new terms take over from. What is over keeps its rules, where any were agreed."""
    history = load.agreements(work.scope).history(type(new.terms), new.department_id)
    if history and new.in_force < work.today:
        raise Refusal("in_force_past", first=work.today)
    check_agreement(work.scope, new)
    before = next((each.terms for each in reversed(history) if each.in_force <= new.in_force), None)
    if before == new.terms:
        raise Refusal("agreed_already")
    return before


def _write(work: Work, new: Agreement) -> AgreementRow:
    row = AgreementRow(
        company_id=work.actor.company_id,
        department_id=new.department_id,
        terms=new.terms,
        in_force=new.in_force,
        withdrawn=False,
        reason=new.reason,
        author_id=new.author_id,
        agreed_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    return row


def _name(work: Work, department_id: int | None) -> Name:
    """Whose terms they are."""
    if department_id is None:
        return work.scope.company().name
    return work.scope.find(DepartmentRow, department_id, "unknown_department").name


def _places(department_id: int | None) -> Collection[int]:
    return () if department_id is None else (department_id,)


def _terms(command: TotalCommand, work: Work) -> Terms:
    match command:
        case SetGrades(grading=grading):
            tidied = replace(grading, grades=tuple(map(_tidy, grading.grades)))
            _refuse(total_problems(TotalRules(tidied)))
            return tidied
        case SetGates(gating=gating, department_id=department_id):
            _refuse(total_problems(TotalRules(gating=gating)))
            _check_kpis(gating, department_id, work)
            return gating
        case SetTeamShare(share=share):
            _refuse(team_share_problems(share))
            return TeamShare(share)


def _refuse(problems: Sequence[str]) -> None:
    for problem in problems:
        raise Refusal(problem)


def _tidy(grade: Grade) -> Grade:
    return replace(grade, name=tidy.names(grade.name))


def _check_kpis(gating: Gating, department_id: int, work: Work) -> None:
    """All are the department's, and those of a table are measured together."""
    pairs = [(table.row_kpi_id, table.column_kpi_id) for table in gating.tables]
    ids = {gate.kpi_id for gate in gating.gates} | {kpi_id for pair in pairs for kpi_id in pair}
    kpis = {id: versions[0].kpi for id, versions in load.versions_with(work.scope, ids).items()}
    for kpi_id in sorted(ids - kpis.keys()):
        raise Refusal("unknown_kpi", id=kpi_id)
    if any(kpi.department_id != department_id for kpi in kpis.values()):
        raise Refusal("gate_elsewhere")
    if any(carded_with(kpis[row]) != carded_with(kpis[column]) for row, column in pairs):
        raise Refusal("table_apart")
