"""The playground with the demo's company behind it, in Chromium: an afternoon of its owner and of a head."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from bot.demo.start import new_demo
from bot.playground import app
from tests.browser import collect_complaints, served
from tests.stage import MONDAY

PICTURE = Path(__file__).parents[2] / "docs" / "playground.png"
MOST_BYTES = 300_000


@pytest.fixture
def address(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[str]:
    """The demo, on a Monday morning; whatever the bot stumbles over fails the test."""
    bot = new_demo(f"sqlite:///{tmp_path}/demo.db", lambda: MONDAY)
    with served(app(bot)) as address:
        yield address
    bot.engine.dispose()
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page as it opens: the owner's day."""
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    page = context.new_page()
    collect_complaints(page, address, complaints)
    page.goto(address)
    yield page
    context.close()
    assert complaints == []


def test_a_value_is_entered_by_form_and_counts(page: Page) -> None:
    expect(newest(page)).to_contain_text("One value is waiting for you")
    press(page, "Enter my values")
    fill(page, "Owner's visits to key accounts, week 47, 2026", "four")
    field = page.get_by_role("textbox", name="Owner's visits")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value("four")
    fill(page, "Owner's visits to key accounts, week 47, 2026", "4")
    expect(newest(page)).to_contain_text("4 visits")
    press(page, "Undo")
    say(page, "/kpi")
    expect(newest(page)).to_contain_text("One value is waiting for you")


def test_the_total_of_why_is_the_score_of_the_report(page: Page) -> None:
    say(page, "/kpi report Marketing")
    score = newest(page).locator("b").nth(1).inner_text()
    expect(newest(page).get_by_role("img", name="behind")).to_be_visible()
    press(page, "Why?")
    expect(newest(page).get_by_role("row").last).to_have_text(f"Total 100% {score}", use_inner_text=True)
    press(page, "Qualified leads")
    expect(newest(page)).to_contain_text("69 / 78")
    press(page, "Report")
    expect(newest(page).locator(".plot")).to_be_visible()


def test_a_head_adds_a_kpi_in_chinese(page: Page) -> None:
    speak_as(page, "Zhang Yue")
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    expect(newest(page)).to_contain_text("张玥，你好！")
    say(page, "/kpi 建模 客服部")
    page.get_by_role("radio", name="成为交货最准、响应最快的供应商").check()
    page.get_by_role("textbox", name="部门要为这个目标做到什么？").fill("每位客户两小时内得到答复")
    press(page, "下一步")
    page.get_by_role("checkbox", name="客服人均培训时长").uncheck()
    page.get_by_role("checkbox", name="投诉关闭率").check()
    press(page, "下一步")
    expect(newest(page)).to_contain_text("没有选上：客服人均培训时长")
    choose(page, "是")
    fill(page, "最近的数值是多少（每月一个）？", "70% 72% 75%")
    fill(page, "“投诉关闭率”每月的目标是多少？", "78%")
    choose(page, "唐思琪")
    choose(page, "各项相同")
    press(page, "跳过")
    choose(page, "是")
    expect(newest(page)).to_contain_text("客服部的 5 个 KPI 已生效。")
    press(page, "看报告")
    expect(newest(page).get_by_role("row", name="投诉关闭率")).to_contain_text("78%")


def test_everybody_reads_their_own_language(page: Page) -> None:
    read_in(page, "中文")
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    say(page, "/kpi report")
    expect(newest(page)).to_contain_text("海岳贸易，2026年11月：")
    speak_as(page, "Thomas Berger")
    expect(newest(page)).to_contain_text("Hello Thomas Berger.")
    speak_as(page, "Chen Zhe")
    expect(newest(page)).to_contain_text("海岳贸易，2026年11月：")


def test_a_dialog_that_is_open_waits_while_the_language_is_switched(page: Page) -> None:
    say(page, "/kpi strategy")
    expect(newest(page)).to_contain_text("1/2")
    read_in(page, "中文")
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    say(page, "/kpi 战略")
    expect(newest(page)).to_contain_text("1/2")


def test_whoever_may_not_is_told_by_whom_it_can_be_done(page: Page) -> None:
    speak_as(page, "Helen Marsh")
    say(page, "sales revenue 12")
    expect(newest(page)).to_contain_text("Chen Zhe")
    expect(newest(page).locator(".refusal")).to_be_visible()


@pytest.mark.parametrize("who", ["Chen Zhe", "Zhang Yue"])
def test_nothing_scrolls_sideways_on_a_phone(page: Page, who: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    speak_as(page, who)
    for words in (
        "report company",
        "report",
        "why",
        "history",
        "members",
        "help",
        "report Sales revenue",
        "build Sales",
        "actual",
    ):
        say(page, f"/kpi {words}")
        wide = "[document.documentElement, document.querySelector('main')].map(e => e.scrollWidth - e.clientWidth)"
        assert page.evaluate(wide) == [0, 0], words


def test_the_picture_in_the_readme(browser: Browser, address: str, rewrite: bool) -> None:
    """It is drawn anew by --rewrite; else it is there, and not heavy."""
    if rewrite:
        draw(browser, address)
    assert PICTURE.read_bytes()[:4] == b"\x89PNG"
    assert PICTURE.stat().st_size < MOST_BYTES


def draw(browser: Browser, address: str) -> None:
    """A report and the reason for it, light, at the resolution of good screens, in the font that comes along."""
    context = browser.new_context(
        viewport={"width": 1000, "height": 974}, device_scale_factor=2, color_scheme="light", bypass_csp=True
    )
    page = context.new_page()
    page.goto(address)
    page.add_style_tag(content="* { font-family: 'Noto Sans SC of ours' !important; caret-color: transparent; }")
    say(page, "/kpi report Logistics")
    press(page, "Why?")
    page.evaluate("document.fonts.ready")
    PICTURE.parent.mkdir(exist_ok=True)
    page.screenshot(path=PICTURE)
    context.close()


def say(page: Page, words: str) -> None:
    """Types words into the chat."""
    with answered(page):
        page.locator("#text").fill(words)
        page.locator("#text").press("Enter")


def press(page: Page, label: str) -> None:
    """Presses the newest button of that name."""
    with answered(page):
        page.get_by_role("button", name=label, exact=True).last.click()


def fill(page: Page, label: str, words: str) -> None:
    """Answers the form's one open question, and hands it in."""
    with answered(page):
        page.get_by_role("textbox", name=label).fill(words)
        page.keyboard.press("Enter")


def choose(page: Page, label: str) -> None:
    """Picks one option, and hands the form in."""
    with answered(page):
        page.get_by_role("radio", name=label, exact=True).check()
        page.keyboard.press("Enter")


def speak_as(page: Page, user: str) -> None:
    """Goes over to somebody else's chat."""
    with page.expect_navigation(url=re.compile(f"/as/{quote(user)}/$")):
        page.locator("#user").select_option(user)


def read_in(page: Page, language: str) -> None:
    """Switches the language, and waits until the page in it is ready to be typed into."""
    with page.expect_navigation():
        page.get_by_role("button", name=language).click()


@contextmanager
def answered(page: Page) -> Iterator[None]:
    """Waits until the answer to what is done stands in the chat."""
    with page.expect_response(lambda response: response.request.method == "POST"):
        yield
    expect(page.locator("#sending")).to_be_hidden()


def newest(page: Page) -> Locator:
    return page.locator("#log .entry").last
