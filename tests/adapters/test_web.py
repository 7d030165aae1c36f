"""The playground without a browser: what is drawn, what is read back, who is let in."""

from __future__ import annotations

import hashlib
import re
from base64 import b64decode
from collections.abc import Mapping, Sequence
from decimal import Decimal
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

import adapters.web
from adapters.base import LOCAL, Who
from adapters.picture import picture
from adapters.web.app import playground
from adapters.web.chat import KEPT
from adapters.web.clean import cleaned
from adapters.web.guard import LARGEST_POST
from adapters.web.words import Persona
from conversations.event import Event, Pressed, Said, Submitted
from conversations.view import (
    Act,
    Button,
    Chart,
    Form,
    Message,
    Picture,
    Question,
    QuestionKind,
    Run,
    Series,
    Table,
    Turn,
    View,
)
from tests.adapters import specimens
from tests.adapters.contract import AdapterContract, buttons
from tests.adapters.playing import WORDS, Client, Toy, message, toy_playground

STATIC = Path(adapters.web.__file__).parent / "static"


class Drawing(HTMLParser):
    """A page as somebody without a browser takes it in: its words, and its forms with their fields."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.addresses: list[str] = []
        self.tags: set[str] = set()
        self.forms: list[dict[str, list[str]]] = []
        self.live: list[bool] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.addresses += [given["href"]] if "href" in given else []
        if tag == "form":
            self.forms.append({"to": [given["action"]]})
        if tag in ("input", "button") and given.get("name"):
            self.forms[-1].setdefault(given["name"], []).append(given.get("value", ""))
            if given.get("type") in ("text", "date"):
                self.words.append(given.get("value", ""))
            if tag == "button":
                self.live.append("disabled" not in given)
        if tag == "textarea":
            self.forms[-1].setdefault(given["name"], [])

    def handle_data(self, data: str) -> None:
        self.words.append(data)


class WebDriver:
    """A person at the page."""

    def __init__(self) -> None:
        self._views: Sequence[View] = ()
        self._heard: list[Event] = []

    def sent(self, view: View) -> str:
        self._views = [view]
        return self._client().post("/as/ann/say", data={"text": "x"}).text

    def words(self, view: View) -> str:
        drawing = Drawing(self.sent(view))
        return " ".join(drawing.words + drawing.addresses)

    def press(self, view: View, button: Button) -> Event:
        presses = [form for form in self._forms(view) if form["to"] == ["press"]]
        return self._hand_in(presses[list(buttons(view)).index(button)])

    def fill(self, form: Form, answers: Mapping[str, str]) -> Sequence[Event]:
        (drawn,) = (one for one in self._forms(form) if one["to"] == ["submit"])
        filled = {name: drawn[name] for name in ("to", "run", "turn", "asked")}
        for key, answer in answers.items():
            picked = answer.split("\n")
            if f"own:{key}" in drawn and answer not in drawn[f"q:{key}"]:
                filled[f"own:{key}"] = [answer]
            else:
                filled[f"q:{key}"] = picked if set(picked) & set(drawn[f"q:{key}"]) else [answer]
        return [self._hand_in(filled)]

    def drop(self, name: str, content: bytes) -> Event:
        self._client().upload("/as/ann/drop", name, content)
        return self._heard[-1]

    def say(self, text: str) -> Event:
        return self._hand_in({"to": ["say"], "text": [text]})

    def _forms(self, view: View) -> list[dict[str, list[str]]]:
        return Drawing(self.sent(view)).forms

    def _hand_in(self, form: dict[str, list[str]]) -> Event:
        fields: dict[str, str | list[str]] = {name: values for name, values in form.items() if name != "to"}
        self._client().post(f"/as/ann/{form['to'][0]}", data=fields)
        return self._heard[-1]

    def _client(self) -> Client:
        people = [Persona("ann", "Ann", "owner", "en")]
        return Client(playground(self._hear, lambda: people, WORDS))

    def _hear(self, who: Who, event: Event) -> Sequence[View]:
        self._heard.append(event)
        return self._views if event == Said("x") else ()


class TestWeb(AdapterContract):
    @pytest.fixture
    def driver(self) -> WebDriver:
        return WebDriver()

    @pytest.mark.parametrize("words", specimens.HOSTILE.values(), ids=specimens.HOSTILE.keys())
    def test_hostile_words_bring_no_markup_of_their_own(self, driver: WebDriver, words: str) -> None:
        for name, view in specimens.views(specimens.always(words)).items():
            tame = Drawing(driver.sent(specimens.views(specimens.always("tame"))[name])).tags
            assert Drawing(driver.sent(view)).tags == tame


@pytest.fixture
def toy() -> Toy:
    return Toy()


@pytest.fixture
def page(toy: Toy) -> Client:
    return Client(toy_playground(toy))


def said(page: Client, text: str) -> str:
    """The log after something was typed."""
    return page.post("/as/ann/say", data={"text": text}).text


def words_of(html: str) -> str:
    return " ".join(" ".join(Drawing(html).words).split())


class TestChat:
    def test_an_empty_chat_begins_with_what_the_greeting_is_answered(self, page: Client, toy: Toy) -> None:
        assert "Hello Ann" in page.get("/").text
        assert toy.heard == [(Who(LOCAL, "", "ann", "Ann", "en"), Said(""))]

    def test_a_reload_shows_the_chat_and_asks_nothing(self, page: Client, toy: Toy) -> None:
        said(page, "what?")
        heard = len(toy.heard)
        again = words_of(page.get("/").text)
        assert "what? ?" in again
        assert len(toy.heard) == heard

    def test_what_came_meanwhile_stands_in_the_chat_that_is_opened_again(self, toy: Toy) -> None:
        news = {"ann": [message("Bob has voted")]}
        page = Client(playground(toy.hear, toy.people, WORDS, unasked=lambda who: news.pop(who.user, ())))
        assert "Bob has voted" not in page.get("/").text
        assert words_of(page.get("/").text).count("Bob has voted") == 1
        assert words_of(page.get("/").text).count("Bob has voted") == 1

    def test_without_scripts_the_page_comes_again(self, page: Client) -> None:
        assert "scorecard" in page.post_plainly("/as/ann/say", {"text": "scorecard"}).text.split("<main")[1]

    def test_everybody_has_a_chat_of_their_own(self, page: Client) -> None:
        said(page, "only Ann")
        other = page.post_plainly("/as", data={"user": "王芳"}).text
        assert "Hello Wang Fang" in other
        assert "only Ann" not in other
        assert "only Ann" in page.post_plainly("/as", data={"user": "ann"}).text

    def test_nobody_else_is_spoken_for(self, page: Client, toy: Toy) -> None:
        assert page.post_plainly("/as", {"user": "some/body"}).status_code == 404
        assert page.post("/as/somebody/say", {"text": "undo"}).status_code == 404
        assert toy.heard == []

    def test_the_page_can_live_below_another(self, toy: Toy) -> None:
        page = Client(Starlette(routes=[Mount("/demo", toy_playground(toy))]))
        assert "Hello Ann" in page.get("/demo/").text
        assert "scorecard" in page.post_plainly("/demo/as/ann/say", {"text": "scorecard"}).text

    def test_the_language_is_switched_by_the_command(self, page: Client, toy: Toy) -> None:
        html = page.post_plainly("/as/ann/language", {"language": "zh"}).text
        assert toy.heard[0][1] == Pressed(Run("speak zh"))
        assert '<html lang="zh">' in html
        assert "输入命令" in html

    def test_a_language_nobody_offers_is_refused(self, page: Client, toy: Toy) -> None:
        assert page.post("/as/ann/language", data={"language": "xx"}).status_code == 400
        assert toy.heard == []

    def test_old_entries_make_room(self, page: Client) -> None:
        for n in range(KEPT):
            log = said(page, f"number {n}.")
        assert "number 1." not in log
        assert log.count("<article") == KEPT

    def test_a_breakdown_is_told_and_logged_and_an_open_form_stays(
        self, page: Client, caplog: pytest.LogCaptureFixture
    ) -> None:
        said(page, "target")
        log = said(page, "boom")
        assert WORDS["en"].failed in log
        assert 'action="submit"' in log
        assert "the toy breaks when asked to" in caplog.text


class TestForms:
    def test_an_answered_form_is_left_as_questions_and_answers(self, page: Client) -> None:
        said(page, "target")
        log = submitted(page, 1, target="40", unit="cny", note="")
        assert "Set a target 1/2 Target 40 Unit Yuan Note target is 40" in words_of(log)
        assert 'action="submit"' not in log

    def test_a_refused_field_is_asked_again_and_what_was_taken_stays(self, page: Client) -> None:
        said(page, "target")
        log = submitted(page, 1, target="abc", unit="cny", note="")
        assert "Set a target 1/2 Unit Yuan Note Set a target 1/2 Target abc Not a number." in words_of(log)
        assert 'aria-describedby="form3-0-error" aria-invalid="true"' in log

    def test_a_form_passed_over_can_no_longer_be_answered(self, page: Client) -> None:
        said(page, "target")
        assert 'action="submit"' not in said(page, "scorecard")

    def test_nothing_picked_is_heard_as_empty(self, page: Client, toy: Toy) -> None:
        page.post("/as/ann/submit", data={"run": "r1", "turn": "1", "asked": ["target", "unit"], "q:target": "4"})
        assert toy.heard[0][1] == Submitted("r1", 1, {"target": "4", "unit": ""})

    @pytest.mark.parametrize(("typed", "type"), [("", "date"), ("2026-12-01", "date"), ("next week", "text")])
    def test_a_date_keeps_what_no_calendar_can_show(self, typed: str, type: str) -> None:
        question = Question("from", QuestionKind.DATE, "From when?", initial=typed)
        html = WebDriver().sent(Form("r1", 1, "from", "From", "", (), (question,), (), "Next"))
        assert f'type="{type}" inputmode="text" name="q:from" value="{typed}"' in html

    def test_line_ends_are_as_everywhere_else(self, page: Client, toy: Toy) -> None:
        page.post("/as/ann/submit", data={"run": "r1", "turn": "1", "asked": "target", "q:target": "a\r\nb"})
        assert toy.heard[0][1] == Submitted("r1", 1, {"target": "a\nb"})

    def test_a_dialogs_button_dies_with_its_turn_and_a_commands_does_not(self) -> None:
        driver = WebDriver()
        stop = Button("Stop", Turn("r1", 1, Act.CANCEL))
        driver._views = [Message((), (stop, Button("Report", Run("report"))))]
        client = driver._client()
        assert Drawing(said(client, "x")).live == [True, True]
        assert Drawing(said(client, "y")).live == [False, True]

    @pytest.mark.parametrize(
        ("path", "fields"),
        [
            ("/as/ann/press", {"run": "r1", "turn": "1", "act": "dance"}),
            ("/as/ann/press", {"run": "r1", "turn": "x", "act": "back"}),
            ("/as/ann/press", {}),
            ("/as/ann/submit", {"run": "r1", "turn": ""}),
        ],
    )
    def test_what_no_form_of_ours_sends_is_refused(
        self, page: Client, toy: Toy, path: str, fields: dict[str, str]
    ) -> None:
        assert page.post(path, data=fields).status_code == 400
        assert toy.heard == []


class TestGuard:
    def test_only_names_of_this_machine_are_answered(self, page: Client) -> None:
        statuses = [
            page.get("/", headers={"Host": host}).status_code
            for host in (
                "127.0.0.1:1",
                "localhost:8000",
                "[::1]:8000",
                "[::1]",
                "evil.example",
                "localhost.evil:80",
            )
        ]
        assert statuses == [200, 200, 200, 200, 421, 421]

    @pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:9", "https://127.0.0.1:8000"])
    def test_other_sites_cannot_post(self, page: Client, toy: Toy, origin: str) -> None:
        answer = page.post("/as/ann/say", data={"text": "undo"}, origin=origin)
        assert answer.status_code == 403
        assert toy.heard == []

    def test_the_page_itself_can_post(self, page: Client, toy: Toy) -> None:
        page.post("/as/ann/say", data={"text": "undo"})
        assert toy.heard[0][1] == Said("undo")

    def test_overlong_posts_are_refused(self, page: Client, toy: Toy) -> None:
        assert page.post("/as/ann/say", data={"text": "x" * LARGEST_POST}).status_code == 413
        assert page.post_endlessly("/as/ann/say").status_code == 411
        assert toy.heard == []

    def test_nothing_may_be_loaded_from_elsewhere(self, page: Client) -> None:
        for path in ("/", "/static/page.css", "/nowhere"):
            assert page.get(path).headers["content-security-policy"].startswith("default-src 'self';")

    def test_nothing_is_asked_for_from_elsewhere(self) -> None:
        ours = [path for path in STATIC.iterdir() if path.suffix in (".css", ".js") and "htmx" not in path.name]
        assert [path.name for path in ours if "//" in re.sub(r"(?m)^ *//.*$", "", path.read_text())] == []


class TestVendored:
    def test_files_are_those_that_the_notice_names(self) -> None:
        notice = (STATIC / "NOTICE.txt").read_text()
        named = re.findall(r"^(\S+)\n(?:  .*\n)*?  sha256 +(\w{64})", notice, re.MULTILINE)
        assert [name for name, _ in named] == [
            "htmx.min.js",
            "fonts/NotoSansSC-gb2312-Regular.woff2",
            "fonts/NotoSansSC-gbk-more-Regular.woff2",
        ]
        for name, digest in named:
            assert hashlib.sha256((STATIC / name).read_bytes()).hexdigest() == digest

    def test_the_version_is_the_one_that_the_notice_names(self) -> None:
        (version,) = re.findall(r"htmx\.org (\S+),", (STATIC / "NOTICE.txt").read_text())
        assert f'this.version="{version}"' in (STATIC / "htmx.min.js").read_text()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a &amp; <b>b</b><br>c", "a &amp; <b>b</b><br>c"),
        ("<script>alert(1)</script>x", "alert(1)x"),
        ('<b onclick="x()">b</b>', "<b>b</b>"),
        ("<i><b>open", "<i><b>open</b></i>"),
        ("</b></div>stray", "stray"),
        ("<b><i>crossed</b></i>", "<b><i>crossed</i></b>"),
        ('<a href="javascript:x()">a</a>', "<a>a</a>"),
        (
            '<a href="https://x.example/?a=1&amp;b=&quot;">a</a>',
            '<a href="https://x.example/?a=1&amp;b=&quot;" target="_blank" rel="noopener noreferrer">a</a>',
        ),
        ("<!-- c --><img src=x onerror=x()>1 &lt; 2", "1 &lt; 2"),
    ],
)
def test_only_the_small_html_comes_through(given: str, kept: str) -> None:
    assert cleaned(given) == kept


def test_a_chart_says_in_a_table_what_it_draws() -> None:
    series = Series("Actual", (Decimal(1), None, Decimal(3)), ("one", "–", "three"))
    html = WebDriver().sent(Message((Chart("Orders", ("Jan", "Feb", "Mar"), (series,)),)))
    assert html.count("<circle") > 2, "a lone value is a dot"
    assert "Orders Actual Jan one Feb – Mar three" in words_of(html[html.index("<table") :])


def test_a_picture_can_be_downloaded() -> None:
    drawn = Table(("KPI",), (("Win rate",),), "l", "Sales")
    html = WebDriver().sent(Message((Picture('Sales "2026"', drawn),)))
    link = re.search(r'<a download="([^"]*)" href="data:image/svg\+xml;base64,([^"]*)">', html)

    assert link
    assert unescape(link[1]) == 'Sales "2026".svg'
    assert b64decode(link[2]).decode() == picture(drawn)


def test_pressing_shows_what_was_pressed() -> None:
    toy = Toy()
    client = Client(toy_playground(toy))
    log = client.post("/as/ann/press", data={"words": "scorecard", "label": "Report"}).text
    assert toy.heard == [(Who(LOCAL, "", "ann", "Ann", "en"), Pressed(Run("scorecard")))]
    assert words_of(log).startswith("Report Sales: 87.5")


def submitted(page: Client, turn: int, **values: str) -> str:
    """The log after a form was handed in."""
    fields: dict[str, str | list[str]] = {f"q:{key}": value for key, value in values.items()}
    return page.post("/as/ann/submit", {"run": "r1", "turn": str(turn), "asked": list(values), **fields}).text


def test_a_post_to_drop_without_a_file_is_refused(page: Client) -> None:
    assert page.post("/as/ann/drop", data={"file": "x"}).status_code == 400


def test_a_file_may_be_larger_than_other_posts_but_not_huge(page: Client, toy: Toy) -> None:
    assert page.upload("/as/ann/drop", "a.csv", b"x" * 300_000).status_code == 200
    assert "a.csv: 300000 bytes" in words_of(page.get("/as/ann/").text)
    assert page.upload("/as/ann/drop", "a.csv", b"x" * 6_000_000).status_code == 413


def test_a_document_is_there_to_be_taken_away(page: Client) -> None:
    drawn = said(page, "document")
    (address,) = Drawing(drawn).addresses
    sent = page.get(f"/as/ann/{address}")
    assert sent.headers["content-disposition"] == "attachment; filename*=UTF-8''Sales.xlsx"
    assert sent.content.startswith(b"PK")
    assert page.get("/as/ann/file/1/0").status_code == 404
    assert page.get("/as/nobody/file/1/1").status_code == 404
