"""One person's own chat: a question at a time in one message, buttons, ticks, typed answers, pictures and files."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from adapters.telegram.keeping import opened
from conversations.event import LARGEST_FILE, Dropped, Event, Pressed, Said, Submitted
from conversations.view import (
    Act,
    Button,
    Chart,
    Document,
    Form,
    Message,
    Option,
    Question,
    QuestionKind,
    Run,
    Series,
    Sheet,
    Style,
    Table,
    Text,
    Turn,
    View,
)
from tests.adapters.telegram.chatting import chat, chatting, presses, types
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.person import Person
from tests.adapters.telegram.playing import Says, adapter
from tests.adapters.telegram.state import Refused

NAME = Question("name", QuestionKind.TEXT, "What is it called?", "A few words.")
DEPARTMENT = Question("department", QuestionKind.CHOICE, "Which department?", options=(Option("1", "Sales"), Option("2", "Service")))  # fmt: skip
GOALS = Question("goals", QuestionKind.MANY, "Which goals?", options=(Option("g1", "Grow"), Option("g2", "Quality"), Option("g3", "Cash")), own="Or in your own words")  # fmt: skip
DONE = Message((Text("It is <b>done</b>."),))


def form(question: Question, turn: int) -> Form:
    acts = (Button("Back", Turn("r1", turn, Act.BACK)), Button("Cancel", Turn("r1", turn, Act.CANCEL), Style.DANGER))
    return Form("r1", turn, "kpi", "A new KPI", f"{turn}/3", (), (question,), acts, "OK")


def dialog(event: Event) -> Sequence[View]:
    """Asks for a department, goals and a name."""
    match event:
        case Said("new"):
            return [form(DEPARTMENT, 1)]
        case Pressed(Turn(turn=1, act=Act.ANSWER)) | Submitted(turn=1):
            return [form(GOALS, 2)]
        case Submitted(turn=2):
            return [form(NAME, 3)]
        case Submitted(turn=3):
            return [DONE]
        case Pressed(Turn(act=Act.BACK)):
            return [form(DEPARTMENT, 1)]
        case Pressed(Turn(act=Act.CANCEL)):
            return [Message((Text("Cancelled."),))]
        case _:
            return []


def test_a_form_is_one_message_that_is_edited() -> None:
    bot = Says(dialog)
    assert chat(bot, types("new"), presses("Sales"), presses("☐ Quality"), presses("OK")) == (
        "> /start\n> new\nA new KPI  3/3\n\nWhat is it called?\nA few words.\n[Back] [Cancel]\n✏️"
    )
    assert bot.events()[2:] == [
        Pressed(Turn("r1", 1, Act.ANSWER, "department", "1")),
        Submitted("r1", 2, {"goals": "g2"}),
    ]


def test_what_is_typed_stands_under_what_was_asked_and_the_next_question_below_it() -> None:
    done = chat(Says(dialog), types("new"), types("Sales"), presses("OK"), types("Revenue"))
    assert done == "> /start\n> new\nWhich department?\n> Sales\nWhat is it called?\n> Revenue\nIt is done."


def test_whoever_types_has_their_keyboard_open_and_is_not_asked_to_open_it() -> None:
    bot = Says(lambda event: [form(NAME, 2 if isinstance(event, Submitted) else 1)])
    shown = chat(bot, types("new"), types("Revenue"))
    assert shown.endswith("What is it called?\n> Revenue\nA new KPI  2/3\n\nWhat is it called?\nA few words.\n[Back] [Cancel]")  # fmt: skip


def test_own_words_of_before_can_be_taken_back() -> None:
    before = form(replace(GOALS, initial="g1\nFewer returns\nQuicker"), 2)
    bot = Says(lambda event: [before] if event == Said("new") else [])
    shown = chat(bot, types("new"), presses("☑ Quicker"), types("Fewer returns"))
    assert "[☑ Fewer returns]" in shown
    assert bot.events()[-1] == Submitted("r1", 2, {"goals": "g1\nFewer returns"})


def test_a_question_with_a_table_is_one_message_and_goes_as_one() -> None:
    table = Table(("KPI", "Target"), (("Revenue", "12"),), "lr")
    asked = replace(form(DEPARTMENT, 1), intro=(table,))

    def says() -> Says:
        return Says(lambda event: [asked] if event == Said("new") else [DONE])

    assert chat(says(), types("new")).endswith(
        "> new\nA new KPI  1/3\nKPI | Target | \nRevenue | 12 | \nWhich department?\n[Sales] [Service]\n[Back] [Cancel]"
    )
    assert chat(says(), types("new"), presses("Sales")) == "> /start\nIt is done.\n> new\nIt is done."


def test_the_field_for_a_typed_answer_is_opened_with_an_example() -> None:
    async def played() -> None:
        async with chatting(Says(lambda event: [form(NAME, 1)])) as (telegram, _):
            *_, asked = telegram.calls("sendMessage")
            assert asked.given["reply_markup"]["input_field_placeholder"] == "A few words."

    asyncio.run(played())


def test_buttons_show_what_they_ask_for() -> None:
    async def played() -> dict[str, str]:
        async with chatting(Says(lambda event: [form(replace(DEPARTMENT, initial="2"), 1)])) as (telegram, _):
            (asked,) = telegram.calls("sendMessage")
            rows = asked.given["reply_markup"]["inline_keyboard"]
            return {one["text"]: one.get("style", "") for row in rows for one in row}

    assert asyncio.run(played()) == {"Sales": "", "Service": "primary", "Back": "", "Cancel": "danger"}


PEOPLE = tuple(Option(f"{n}", f"Person {n}") for n in range(1, 201))


def asking(question: Question) -> Says:
    """Asks it when Start is pressed, and again whenever a page is turned."""
    return Says(lambda event: [DONE] if isinstance(event, Submitted) else [form(question, 1)])


async def nothing(_: Person) -> None:
    """Looks on."""


def test_two_hundred_options_stand_on_five_pages() -> None:
    first = chat(asking(replace(DEPARTMENT, options=PEOPLE)), nothing)
    assert ("[Person 40]" in first, "[Person 41]" in first, "[2/5 ▶]" in first) == (True, False, True)
    last = chat(asking(replace(DEPARTMENT, options=PEOPLE)), *(presses(f"{n}/5 ▶") for n in (2, 3, 4, 5)))
    assert "[Person 200]\n[◀ 4/5]\n[Back] [Cancel]" in last
    assert last.count("Which department?") == 1
    bot = asking(replace(DEPARTMENT, options=PEOPLE))
    chat(bot, presses("2/5 ▶"), presses("◀ 1/5"), presses("2/5 ▶"), presses("Person 77"))
    assert bot.events()[-1] == Pressed(Turn("r1", 1, Act.ANSWER, "department", "77"))


def test_an_option_on_another_page_can_be_typed() -> None:
    bot = asking(replace(DEPARTMENT, options=PEOPLE))
    chat(bot, types("Person 150"))
    assert bot.events()[-1] == Submitted("r1", 1, {"department": "Person 150"})


def test_what_is_ticked_on_one_page_counts_on_every_other() -> None:
    there = chat(
        asking(replace(GOALS, options=PEOPLE)),
        presses("☐ Person 3"),
        presses("2/5 ▶"),
        presses("☐ Person 44"),
        presses("◀ 1/5"),
    )
    assert "[☑ Person 3]" in there
    bot = asking(replace(GOALS, options=PEOPLE))
    chat(bot, presses("☐ Person 3"), presses("2/5 ▶"), presses("☐ Person 44"), presses("OK"))
    submitted = bot.events()[-1]
    assert isinstance(submitted, Submitted)
    assert sorted(submitted.values["goals"].split("\n")) == ["3", "44"]


def test_back_and_cancel_stay_in_the_message() -> None:
    assert chat(Says(dialog), types("new"), presses("Sales"), presses("Back"), presses("Cancel")) == (
        "> /start\n> new\nCancelled."
    )


def test_several_are_ticked_and_own_words_added() -> None:
    bot = Says(dialog)
    ticked = chat(bot, types("new"), presses("Sales"), presses("☐ Cash"), presses("☐ Grow"), presses("☑ Cash"))
    assert "[☑ Grow] [☐ Quality]\n[☐ Cash]" in ticked
    bot = Says(dialog)
    chat(bot, types("new"), presses("Sales"), presses("☐ Cash"), presses("☐ Grow"), types("Fewer returns"))
    assert bot.events()[-1] == Submitted("r1", 2, {"goals": "g1\ng3\nFewer returns"})


def test_two_quick_ticks_both_count() -> None:
    """The second press comes with the keyboard as it was before the first."""
    bot = Says(dialog)

    async def played() -> None:
        async with chatting(bot) as (telegram, ann):
            for does in (types("new"), presses("Sales")):
                await does(ann)
                await telegram.settled()
            before = ann.last()
            await ann.presses_on(before, "☐ Grow")
            await ann.presses_on(before, "☐ Cash")
            await telegram.settled()
            await ann.presses("OK")
            await telegram.settled()

    asyncio.run(played())
    assert bot.events()[-1] == Submitted("r1", 2, {"goals": "g1\ng3"})


def test_a_command_is_no_answer_and_what_is_typed_later_is_only_said() -> None:
    bot = Says(lambda event: [Message((Text("A report."),))] if event == Said("/kpi report") else [form(NAME, 1)])
    shown = chat(bot, types("new"), types("/report"), types("Revenue"))
    assert bot.events()[-2:] == [Said("/kpi report"), Said("Revenue")]
    assert shown.endswith("A report.\n> Revenue\nA new KPI  1/3\n\nWhat is it called?\nA few words.\n[Back] [Cancel]\n✏️")  # fmt: skip


def test_a_stale_press_is_told_in_passing() -> None:
    stale = Message((Text("That was answered already."),))

    async def played() -> str:
        async with chatting(Says(lambda event: [stale, form(DEPARTMENT, 2)] if isinstance(event, Pressed) else [form(DEPARTMENT, 1)])) as (telegram, ann):  # fmt: skip
            await ann.presses("Sales")
            await telegram.settled()
            (answered,) = telegram.calls("answerCallbackQuery")
            assert answered.given["text"] == "That was answered already."
            return ann.screen()

    assert asyncio.run(played()) == "> /start\nA new KPI  2/3\n\nWhich department?\n[Sales] [Service]\n[Back] [Cancel]"


def test_a_button_that_says_much_works_after_a_restart() -> None:
    long = Run("report 客户服务部 " + "很长" * 60)
    bot = Says(lambda event: [Message((Text("Here."),), (Button("Report", long),))] if event == Said("/kpi") else [])

    async def played() -> None:
        async with FakeTelegram() as telegram:
            ann = Person(telegram, 7, "Ann")
            for does in (ann.starts(), ann.presses("Report")):
                running = adapter(telegram, bot.ears())
                await running.start()
                await does
                await telegram.settled()
                await running.stop()
            assert telegram.server.faults == []

    asyncio.run(played())
    assert bot.events()[-1] == Pressed(long)


@pytest.mark.parametrize("kept", [True, False])
def test_a_button_that_nobody_knows_any_more_says_so(kept: bool) -> None:
    bot = Says(lambda event: [Message((Text("Here."),), (Button("Report", Run("x" * 100)),))])

    async def played() -> str:
        async with chatting(bot) as (telegram, ann):
            bot.kept.texts = dict.fromkeys(bot.kept.texts, "another version's") if kept else {}
            await ann.presses("Report")
            await telegram.settled()
            (answered,) = telegram.calls("answerCallbackQuery")
            return str(answered.given["text"])

    assert asyncio.run(played()) == "That button is too old."
    assert bot.events() == [Said("/kpi")]


def test_a_picture_has_its_title_and_a_file_its_name() -> None:
    series = Series("Actual", (Decimal(1), Decimal(2)), ("1 k", "2 k"))
    sheet = Sheet("Sales", (("KPI", "Actual"), ("Revenue", "1")))
    blocks = (Text("Here:"), Chart("Revenue", ("Oct", "Nov"), (series,)), Document("Sales.csv", (sheet,)))
    assert chat(Says(lambda event: [Message(blocks, (Button("More", Run("report")),))])) == (
        "> /start\nHere:\n(picture) Revenue\nActual\nOct: 1 k\nNov: 2 k\n(file) Sales.csv\n[More]"
    )


def test_a_file_that_is_too_large_is_not_fetched() -> None:
    bot = Says()

    async def played() -> None:
        async with chatting(bot) as (telegram, ann):
            await ann.sends("values.xlsx", b"", size=LARGEST_FILE + 1)
            await telegram.settled()
            assert telegram.calls("getFile") == []

    asyncio.run(played())
    event = bot.events()[-1]
    assert isinstance(event, Dropped)
    assert (event.name, len(event.content)) == ("values.xlsx", LARGEST_FILE + 1)


def test_whoever_edits_what_they_typed_is_told_what_counts() -> None:
    bot = Says()
    assert chat(bot, types("revenue 12"), lambda ann: ann.edits("revenue 13")).endswith("I read it as it was first.")
    assert bot.events() == [Said("/kpi"), Said("revenue 12")]


def test_pressing_start_opens_ones_day_and_a_link_joins() -> None:
    bot = Says()
    chat(bot, lambda ann: ann.starts("K7QX-4M2P"), lambda ann: ann.starts("go"), types("/report@kpi_bot Sales"))
    assert bot.events() == [Said("/kpi"), Said("/kpi join K7QX-4M2P"), Said("/kpi"), Said("/kpi report Sales")]


def test_the_menus_are_put_in_each_language_and_kind_of_chat() -> None:
    async def played() -> list[tuple[str, str, list[str]]]:
        async with chatting(Says()) as (telegram, _):
            put = [call.given for call in telegram.calls("setMyCommands")]
            return [
                (one["scope"]["type"], one.get("language_code", ""), [each["description"] for each in one["commands"]])
                for one in put
            ]

    assert asyncio.run(played()) == [
        ("all_private_chats", "", ["Where we stand", "Help"]),
        ("all_group_chats", "", ["Where we stand"]),
        ("all_private_chats", "zh", ["看报告", "帮助"]),
        ("all_group_chats", "zh", ["看报告"]),
    ]


def test_a_message_longer_than_telegram_takes_is_several() -> None:
    long = Message((Text("<br>".join(f"<b>line {n}</b> of a long text" for n in range(400))),), (Button("OK", Run("report")),))  # fmt: skip

    async def played() -> None:
        async with chatting(Says(lambda event: [long])) as (telegram, _):
            sent = telegram.calls("sendMessage")
            assert len(sent) == 3
            assert ["reply_markup" in call.given for call in sent] == [False, False, True]

    asyncio.run(played())


def test_a_rich_message_that_is_refused_is_sent_as_text() -> None:
    board = Message((Table(("KPI", "Actual"), (("Revenue", "12"),), "lr"),), (Button("OK", Run("report")),))

    async def played() -> str:
        async with chatting(Says(lambda event: [board] if event == Said("x") else [])) as (telegram, ann):
            telegram.server.next_refusals.append(("sendRichMessage", Refused(400, "Bad Request: can't parse rich message")))  # fmt: skip
            await ann.types("x")
            await telegram.settled()
            return ann.screen()

    assert asyncio.run(played()) == "> /start\n> x\nKPI      Actual\nRevenue      12\n[OK]"


def test_what_was_open_is_remembered_without_the_process() -> None:
    bot = Says(dialog)
    chat(bot, types("new"))
    question = opened(7, bot.kept)
    assert question is not None
    assert (question.run, question.turn, question.key) == ("r1", 1, "department")
    assert replace(question, aside=True).aside
