"""Who enters a KPI, or is measured by it, agrees to it or says why not."""

from __future__ import annotations

from sqlalchemy import select

from kpi_engine.commands import AgreeToKpi
from kpi_engine.design.sets import standing
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.consent import Consent
from kpi_engine.model.done import Consented
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.rights import Facts, Place, check
from kpi_engine.service import log, tidy
from kpi_engine.store import load, values
from kpi_engine.store.plain import to_plain
from kpi_engine.store.tables import ConsentRow
from kpi_engine.store.work import Work


def consent(command: AgreeToKpi, work: Work) -> Consented:
    """Said again, it takes the place of what one said before.

    Refusals: unknown_kpi, kpi_retired(kpi), not_allowed(by), reason_missing where somebody does not agree.
    """
    version, me = standing(load.versions_of(work.scope, command.kpi_id)), work.actor.person
    check(work.actor, command, Facts((_place(version, me.id),), people=load.people(work.scope)))
    if version.retired:
        raise Refusal("kpi_retired", kpi=version.definition.name)
    word = tidy.remark(command.word)
    if not (word or command.agrees):
        raise Refusal("reason_missing")
    before = said(work, version.kpi.id, me.id)
    after = Consent(version.kpi.id, me.id, command.agrees, word, work.today)
    put(work, before, after)
    _record(work, version, before, after)
    return Consented(version, after)


def said(work: Work, kpi_id: int, person_id: int) -> Consent | None:
    """What the person has said of the KPI."""
    row = _row(work, kpi_id, person_id)
    return values.consent(row) if row else None


def put(work: Work, before: Consent | None, after: Consent | None) -> None:
    """What is said from now on in place of what was."""
    if before and (row := _row(work, before.kpi_id, before.person_id)):
        work.session.delete(row)
        work.session.flush()
    if after:
        work.session.add(
            ConsentRow(
                company_id=work.actor.company_id,
                kpi_id=after.kpi_id,
                person_id=after.person_id,
                agrees=after.agrees,
                word=after.word,
                said_on=after.on,
            )
        )
    work.session.flush()


def _place(version: KpiVersion, me: int) -> Place:
    """Whose word is asked for: the one who enters it, and the one whose KPI it is."""
    measured, owner = version.kpi.person_id, version.definition.owner_id
    return Place(version.kpi.department_id, me if me == measured else owner)


def _row(work: Work, kpi_id: int, person_id: int) -> ConsentRow | None:
    this = select(ConsentRow).where(ConsentRow.kpi_id == kpi_id, ConsentRow.person_id == person_id)
    return next(iter(work.scope.all(this)), None)


def _record(work: Work, version: KpiVersion, before: Consent | None, after: Consent) -> None:
    kept = {"before": to_plain(before), "after": to_plain(after)}
    name, department = version.definition.name, version.kpi.department_id
    changes = log.changed("consent", name, before, after, ("agrees", "word"))
    subject = name.text(work.actor.person.language)
    log.record(work, Deed.AGREE, subject, kept, changes=changes, departments=[department])
