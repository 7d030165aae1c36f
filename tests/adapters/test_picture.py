"""Pictures: what is drawn is kept as text, to be looked at in review; of pixels only that there are as many as there should be."""

from __future__ import annotations

import re
import struct
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from adapters.picture import picture
from adapters.picture.look import LIGHT, PAGE, Look
from adapters.picture.png import png
from adapters.picture.svg import cut, measure
from conversations.view import (
    Band,
    Bar,
    Chart,
    Line,
    Mark,
    Marked,
    Message,
    Parts,
    Picture,
    QrCode,
    Range,
    Series,
    Spark,
    Table,
)
from tests.adapters import contract, specimens
from tests.adapters.contract import PICKS
from tests.golden import check_golden

LOOKS = {"light": LIGHT, "page": PAGE}


def drawn(message: Message) -> list[Chart | Table]:
    """What can be drawn of a specimen."""
    blocks = [block.of if isinstance(block, Picture) else block for block in message.blocks]
    return [block for block in blocks if isinstance(block, Chart | Table)]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", ["scorecard", "chart"])
def test_how_it_looks(name: str, lang: str, request: pytest.FixtureRequest) -> None:
    first = drawn(specimens.messages(PICKS[lang])[name])[0]
    check_golden(f"picture/{name}-{lang}.svg", picture(first), request)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("view", contract.ALL.values(), ids=contract.ALL)
def test_every_picture_is_well_formed_whoever_named_things(view: object, look: Look) -> None:
    for of in drawn(view) if isinstance(view, Message) else ():
        ElementTree.fromstring(picture(of, look))


def test_a_picture_is_twice_as_many_pixels_wide_as_it_has_units() -> None:
    drawing = png(picture(Table(("", ""), (("陈喆", "张玥"),), "ll")))
    assert drawing.startswith(b"\x89PNG")
    assert struct.unpack(">II", drawing[16:24]) == (1280, 168)


def test_characters_of_names_are_in_the_font() -> None:
    """A character that the font lacks is drawn as a box: the same for all of them."""
    box, *names = (png(picture(Table(("",), ((char,),), "l"))) for char in "ꦀ喆玥é")
    assert len({box, *names}) == 4


def test_a_link_is_a_square_that_is_the_same_whatever_the_look() -> None:
    """Cameras want black on white."""
    link = QrCode("https://t.me/kpi_bot?start=K7QX4M2P")
    assert len({picture(link, look) for look in LOOKS.values()}) == 1
    assert picture(link) != picture(QrCode("https://t.me/kpi_bot?start=K7QX4M2Q"))
    assert struct.unpack(">II", png(picture(link))[16:24]) == (1280, 1280)


def test_a_standing_is_a_shape_before_it_is_a_colour() -> None:
    grey = Look(*["#000000"] * 9)
    assert len({picture(Table(("",), ((Marked(mark, "x"),),), "l"), grey) for mark in Mark}) == len(Mark)


def test_lines_differ_by_more_than_their_colour() -> None:
    grey = Look(*["#000000"] * 9)
    values = (Decimal(1), Decimal(2))
    one = Series("x", values, ("1", "2"))
    others = (Series("x", values, ("1", "2"), line) for line in Line)
    drawn = [picture(Chart("", ("a", "b"), (one, other)), grey) for other in others]

    assert len({tuple(re.findall('stroke-dasharray="([^"]+)"', svg)) for svg in drawn}) == len(Line)


@pytest.mark.parametrize(
    "values",
    [(), (None, None), ("5",), ("5", "5"), ("-3", "-1", "-7"), ("-3", None, "4"), ("0",) * 40],
    ids=["none", "gaps", "one", "flat", "negative", "through zero", "many"],
)
def test_odd_charts_are_drawn_inside_the_picture(values: tuple[str | None, ...]) -> None:
    known = tuple(None if value is None else Decimal(value) for value in values)
    labels = tuple(f"period {n}" for n in range(len(known)))
    band = Band("band", tuple(Range(Decimal(-9), Decimal(9), "x") if n % 2 else None for n in range(len(known))))
    _check_inside(picture(Chart("Profit", labels, (Series("Actual", known, tuple(map(str, known))),), band)))


@pytest.mark.parametrize(
    ("values", "shown", "brief", "along"),
    [
        (("1478800", "3507820"), ("CN¥1,478,800", "CN¥3,507,820"), ("CN¥1.48M", "CN¥3.51M"), ("CN¥1.48M", "CN¥3.51M")),
        (("3507820", "3509700"), ("¥350.78万", "¥350.97万"), ("¥351万", "¥351万"), ("¥350.78万", "¥350.97万")),
    ],
    ids=["in few letters", "told apart"],
)
def test_an_axis_has_as_few_letters_as_tell_its_ends_apart(
    values: tuple[str, str], shown: tuple[str, str], brief: tuple[str, str], along: tuple[str, str]
) -> None:
    actual = Series("Actual", tuple(map(Decimal, values)), shown, brief=brief)
    svg = picture(Chart("Sales revenue", ("Sep", "Oct"), (actual,)))
    assert tuple(words for words in dict.fromkeys((*brief, *shown)) if f">{words}<" in svg) == along


LINES = re.compile(r'<polyline points="([^"]*)" fill="none" stroke="[^"]*" stroke-width="([^"]*)"')
OPEN = 'r="7" fill="#ffffff" stroke='


def drawn_lines(svg: str, of: Line) -> list[int]:
    """How many points each line of that kind has, without the one of the legend."""
    width = "4" if of is Line.ACTUAL else "3"
    return [len(points.split()) for points, thick in LINES.findall(svg) if thick == width]


def test_a_part_of_a_period_is_an_open_point_beside_the_line_and_no_fall_of_it() -> None:
    values = tuple(map(Decimal, (90, 100, 40)))
    actual = Series("Actual", values, ("90", "100", "40"))
    whole = picture(Chart("Revenue", ("Sep", "Oct", "Nov"), (actual,)))
    part = picture(Chart("Revenue", ("Sep", "Oct", "Nov (so far)"), (actual,), parts=Parts("Not whole", (2,))))

    assert (drawn_lines(whole, Line.ACTUAL), drawn_lines(part, Line.ACTUAL)) == ([3], [2])
    assert (whole.count(OPEN), part.count(OPEN)) == (0, 2)  # with the one of the legend
    assert "Not whole" in part
    assert "so far" in part


def test_what_may_come_of_a_part_is_no_fall_either_and_the_next_whole_period_no_leap() -> None:
    labels = ("Sep", "Oct", "Nov (part)", "Dec")
    actual = Series("Actual", (Decimal(12), Decimal(14), None, None), ("12", "14", "", ""))
    forecast = Series("Forecast", (None, None, Decimal(4), Decimal(15)), ("", "", "4", "15"), Line.FORECAST)
    target = Series("Target", (None, None, Decimal(6), Decimal(12)), ("", "", "6", "12"), Line.TARGET)
    band = Band("band", (None, None, Range(Decimal(3), Decimal(5), "3–5"), Range(Decimal(10), Decimal(18), "10–18")))
    svg = picture(Chart("New customers", labels, (actual, target, forecast), band, parts=Parts("part", (2,))))

    november = float(re.findall(r'cx="([^"]*)" cy="[^"]*" r="7"', svg)[-1])
    lines = [[float(point.split(",")[0]) for point in points.split()] for points, _ in LINES.findall(svg)]
    through = [line for line in lines if any(abs(x - november) < 1 for x in line)]
    assert through == [[november, november]], "the band alone"
    assert any(line[0] < november < line[-1] and line[-1] - line[0] > 300 for line in lines), "from Oct to Dec"
    assert svg.count(OPEN) == 2


@pytest.mark.parametrize("rows", [0, 1, 24, 40])
def test_tables_of_any_length_are_drawn_inside_the_picture(rows: int) -> None:
    row = (
        Marked(Mark.GOOD, "华东大区重点客户季度回款率" * 9),
        "CN¥3,509,700",
        "CN¥3,582,857",
        Bar(Decimal(98), Decimal(100), Decimal(120), Mark.GOOD),
        Spark((Decimal(1), None, Decimal(-3))),
        "CN¥3,921,000 (45%)" * 2,
    )
    svg = picture(Table(("KPI", "Actual", "Target", "", "Trend", "Forecast"), (row,) * rows, "lrrlll"))
    _check_inside(svg)
    assert ("24 / 40" in svg) is (rows == 40)


def test_a_row_is_about_its_first_words_however_wide_the_others_are() -> None:
    row = ("1", Marked(Mark.POOR, "回款率"), "87%", "预计 CN¥3,921,000，达到目标的可能性不到百分之一", "CN¥12,345,678")
    svg = picture(Table(("Place", "KPI", "Actual", "Forecast", "Target"), (row,), "rlrlr"))
    texts = [each for each in ElementTree.fromstring(svg).iter() if each.tag.endswith("text")]
    heights = {each.text: float(each.attrib["y"]) for each in texts}

    assert heights["1"] == heights["回款率"] < min(heights["87%"], heights["Forecast"], heights["Target"])
    assert "…" not in svg
    _check_inside(svg)


def test_words_are_cut_to_their_room() -> None:
    assert cut("Sales", 20, 100) == "Sales"
    assert cut("销售收入目标达成率", 20, 100) == "销售收入…"
    assert measure(cut("x" * 300, 20, 100), 20) <= 100
    assert cut("a\x1b\u202eb\ud800\n c", 20, 100) == "ab c"


def _check_inside(svg: str) -> None:
    """Nothing that has a place stands outside the picture."""
    root = ElementTree.fromstring(svg)
    width, height = (float(number) for number in root.attrib["viewBox"].split()[2:])
    for each in root.iter():
        for key in ("x", "cx"):
            assert 0 <= float(each.attrib.get(key, 0)) <= width
        for key in ("y", "cy"):
            assert 0 <= float(each.attrib.get(key, 0)) <= height
        for point in each.attrib.get("points", "").split():
            x, y = map(float, point.split(","))
            assert (0 <= x <= width, 0 <= y <= height) == (True, True)
