"""One KPI: where it stands, and how it got there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conversations.cards.course import Moment, course_chart
from conversations.cards.names import Names, kpi_words, subject_words
from conversations.cards.outlook import outlook_facts
from conversations.cards.say import run_button
from conversations.cards.scorecard import kpi_table
from conversations.texts import Texts
from conversations.view import Block, Button, Fields, Message, Run, Style, Table, Text
from kpi_engine.calendar.words import write_period
from kpi_engine.model.score import KpiScore, Subject


def kpi_card(
    texts: Texts,
    line: KpiScore,
    moments: Sequence[Moment],
    names: Names,
    *,
    up: Subject,
    plan: Table | None,
    said: Sequence[Text],
    may_enter: bool,
) -> Message:
    """The line of the scorecard, where it is heading, who answers for it, its action plan, and how it got there.

    `up` is the scorecard that it stands on, `said` what was said of it when it was red.
    """
    words, period = kpi_words(line.version), write_period(line.period)
    pace = next((moment.pace for moment in moments if moment.period == line.period and moment.pace), None)
    blocks: list[Block] = [
        Text(texts.say("report.kpi", line=line, part=pace and pace.part_goal)),
        kpi_table(texts, (line,), {}),
        Fields((*(outlook_facts(texts, pace) if pace else ()), *_facts(texts, line, names))),
        *said,
        *([plan] if plan else []),
    ]
    if len(moments) > 1:
        blocks.append(course_chart(texts, moments))
    return Message(
        tuple(blocks),
        (
            run_button(texts, "why", f"why {words} {period}", Style.PRIMARY),
            *([run_button(texts, "enter", f"actual {words}")] if may_enter else []),
            run_button(texts, "chart", f"chart {words} {period}"),
            run_button(texts, "history", f"history {words}"),
            Button(names.subject(up), Run(f"report {subject_words(up)} {period}")),
            run_button(texts, "previous_period", f"report {words} {write_period(line.period.previous())}"),
        ),
    )


def _facts(texts: Texts, line: KpiScore, names: Names) -> Iterator[tuple[str, str]]:
    definition = line.version.definition
    pairs = (
        ("department", names.departments[line.version.kpi.department_id]),
        ("owner", names.people.get(definition.owner_id, "")),
        ("counted", texts.name(definition.formula)),
        ("source", texts.name(definition.source)),
        ("frequency", texts.member(definition.frequency)),
    )
    yield from ((texts.label(f"columns.{key}"), value) for key, value in pairs if value)
