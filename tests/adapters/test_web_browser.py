"""The playground in Chromium, as a newcomer uses it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.adapters import specimens
from tests.adapters.playing import WORDS, Toy, toy_playground
from tests.browser import collect_complaints, served

FAINT_WORDS = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgb = (colors) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const color of colors) { canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (channels) => channels
    .map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, n) => sum + c * [0.2126, 0.7152, 0.0722][n], 0);
  const behind = (node) => (node ? [...behind(node.parentElement), getComputedStyle(node).backgroundColor] : []);
  const faint = [];
  for (const node of document.querySelectorAll("body *")) {
    const words = [...node.childNodes].filter((n) => n.nodeType === 3 && n.data.trim());
    if (!words.length || !node.checkVisibility()) continue;
    const style = getComputedStyle(node), grounds = behind(node);
    const ink = node instanceof SVGElement ? style.fill : style.color;
    const [a, b] = [light(rgb([...grounds, ink])), light(rgb(grounds))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) faint.push(words[0].data.trim());
  }
  return faint;
}"""


@pytest.fixture
def toy() -> Toy:
    return Toy()


@pytest.fixture
def address(toy: Toy) -> Iterator[str]:
    with served(toy_playground(toy)) as address:
        yield address


@pytest.fixture
def complaints() -> list[str]:
    """What the browser found wrong; empty at the end of each test."""
    return []


@pytest.fixture
def page(browser: Browser, address: str, complaints: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    page = context.new_page()
    collect_complaints(page, address, complaints)
    page.goto(address)
    yield page
    context.close()
    assert complaints == []


def say(page: Page, words: str) -> None:
    """Types words and waits for the answer."""
    box = page.get_by_placeholder(WORDS["en"].placeholder)
    box.fill(words)
    box.press("Enter")
    expect(mine(page).last).to_have_text(words)
    expect(page.locator("#sending")).to_be_hidden()


def mine(page: Page) -> Locator:
    return page.locator("#log .mine")


def newest(page: Page) -> Locator:
    return page.locator("#log .entry").last


def test_what_is_typed_is_answered(page: Page) -> None:
    expect(page.locator("#log")).to_contain_text("Hello Ann")
    say(page, "why")
    expect(newest(page)).to_contain_text("482,000 ÷ 450,000 × 100 = 107.1")
    box = page.get_by_placeholder(WORDS["en"].placeholder)
    expect(box).to_have_value("")
    expect(box).to_be_focused()


def test_enter_ends_a_word_being_composed_before_it_sends(page: Page) -> None:
    box = page.get_by_placeholder(WORDS["en"].placeholder)
    box.fill("baogao")
    box.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    box.press("Shift+Enter")
    expect(box).to_have_value("baogao\n")
    expect(mine(page)).to_have_count(0)


def test_a_button_is_pressed_and_its_words_are_in_the_chat(page: Page) -> None:
    page.get_by_role("button", name="Report").click()
    expect(mine(page).last).to_have_text("Report")
    expect(newest(page).get_by_role("img", name="on track")).to_be_visible()
    expect(newest(page).get_by_role("img", name="482 / 450")).to_be_visible()


def test_a_form_is_filled_by_keyboard_alone(page: Page) -> None:
    say(page, "target")
    expect(page.get_by_label("Target", exact=True)).to_be_focused()
    page.keyboard.type("40")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Yuan")).to_be_checked()
    page.keyboard.press("Enter")
    expect(newest(page)).to_have_text("target is 40")
    expect(page.locator("#log .asked")).to_contain_text("Yuan")
    expect(page.get_by_role("button", name="Next")).to_have_count(0)


def test_a_mistake_is_told_at_its_field_and_kept(page: Page) -> None:
    say(page, "target")
    page.get_by_label("Target", exact=True).fill("abc")
    page.get_by_role("button", name="Next").click()
    field = page.get_by_role("textbox", name="Target")
    expect(field).to_have_accessible_description("Not a number.")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value("abc")
    expect(field).to_be_focused()
    field.fill("50")
    field.press("Enter")
    expect(newest(page)).to_have_text("target is 50")


def test_a_form_can_be_cancelled(page: Page) -> None:
    say(page, "target")
    page.get_by_role("button", name="Cancel").click()
    expect(newest(page)).to_have_text("pressed cancel")


def test_a_suggestion_fills_its_field(page: Page) -> None:
    say(page, "kind number")
    page.get_by_role("button", name="480 (25 %)").click()
    expect(page.get_by_role("textbox", name="Target for November")).to_have_value("480")


def test_another_person_has_another_chat(page: Page) -> None:
    say(page, "why")
    who = page.get_by_label("Speaking as")
    with page.expect_navigation():
        who.select_option(label="Wang Fang · head of Sales")
    expect(page.locator("#log")).to_contain_text("Hello Wang Fang")
    expect(page.locator("#log")).not_to_contain_text("482,000")
    with page.expect_navigation():
        who.select_option(label="Ann · owner")
    expect(page.locator("#log")).to_contain_text("482,000")


def test_the_language_is_switched(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    expect(page.get_by_placeholder("输入命令")).to_be_focused()
    expect(newest(page)).to_have_text("language is zh")
    loaded = "document.fonts.ready.then(fonts => [...fonts].filter(f => f.status === 'loaded').length)"
    assert page.evaluate(loaded) > 0


def test_light_follows_the_system_until_it_is_switched(page: Page) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(ground)
    assert light != dark
    page.get_by_role("button", name="Light or dark").click()
    assert page.evaluate(ground) == light
    page.reload()
    assert page.evaluate(ground) == light


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_read_against_its_ground(page: Page, toy: Toy, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    toy.shown = "words"
    page.get_by_role("button", name="Report").click()
    expect(page.locator("#log form.questions").first).to_be_visible()
    assert page.evaluate(FAINT_WORDS) == []


@pytest.mark.parametrize("nasty", ["plain", *specimens.HOSTILE])
def test_nothing_makes_a_phones_page_scroll_sideways_or_runs(page: Page, toy: Toy, nasty: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    toy.shown = specimens.HOSTILE.get(nasty, "plain words")
    page.get_by_role("button", name="Report").click()
    expect(page.locator("#log form.questions").first).to_be_visible()
    wide = "[document.documentElement, document.querySelector('main')].map(e => e.scrollWidth - e.clientWidth)"
    assert page.evaluate(wide) == [0, 0]


def test_a_lost_connection_is_told_and_loses_nothing(page: Page, complaints: list[str]) -> None:
    page.context.set_offline(True)
    box = page.get_by_placeholder(WORDS["en"].placeholder)
    box.fill("why")
    box.press("Enter")
    expect(page.get_by_role("alert")).to_have_text(WORDS["en"].offline)
    expect(box).to_have_value("why")
    complaints.clear()
    page.context.set_offline(False)
    box.press("Enter")
    expect(newest(page)).to_contain_text("482,000")
    expect(page.get_by_role("alert")).to_be_hidden()
