"""Numbers are read right or asked back, never read wrong."""

from __future__ import annotations

import string
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.intake.number import Doubtful, Unread, plain, read_number
from kpi_engine.intake.why import Why
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Unit, UnitKind
from kpi_engine.model.name import Name

COUNT, MONEY, PERCENT, RATIO, SCORE, DURATION, YESNO = (
    Unit(kind)
    for kind in (
        UnitKind.COUNT,
        UnitKind.MONEY,
        UnitKind.PERCENT,
        UnitKind.RATIO,
        UnitKind.SCORE,
        UnitKind.DURATION,
        UnitKind.YESNO,
    )
)
VISITS = Unit(UnitKind.COUNT, Name("visits", "次"))
MINUTES = Unit(UnitKind.DURATION, Name("minutes", "分钟"))
HOURS = Unit(UnitKind.DURATION, Name("hours", "小时"))
TEN_THOUSANDS = Unit(UnitKind.MONEY, Name("10k yuan", "万元"))


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("2 hours", MINUTES, "120"),
        ("1.5h", MINUTES, "90"),
        ("半小时", MINUTES, "30"),
        ("90 min", HOURS, "1.5"),
        ("3小时", HOURS, "3"),
        ("两小时", MINUTES, "120"),
        ("三十六条", COUNT, "36"),
        ("36条", VISITS, "36"),
        ("十二家", VISITS, "12"),
        ("12 次", VISITS, "12"),
        ("二百五十人次", VISITS, "250"),
        ("1.2万条", COUNT, "12000"),
        ("一百二十万", MONEY, "1200000"),
        ("一百二十万元", MONEY, "1200000"),
        ("一万二千五百块钱", MONEY, "12500"),
        ("两千三", MONEY, "2300"),
        ("两千零三", MONEY, "2003"),
        ("0", COUNT, "0"),
        ("1200", COUNT, "1200"),
        ("007", COUNT, "7"),
        (" 12.5 ", COUNT, "12.5"),
        (".5", SCORE, "0.5"),
        ("1,200", COUNT, "1200"),
        ("１，２００", COUNT, "1200"),
        ("-1,200", MONEY, "-1200"),
        ("1,234,567.89", MONEY, "1234567.89"),
        ("1.200,5", COUNT, "1200.5"),
        ("1.234.567", COUNT, "1234567"),
        ("12,5", COUNT, "12.5"),
        ("0,125", COUNT, "0.125"),
        ("0.125", COUNT, "0.125"),
        ("1234.567", COUNT, "1234.567"),
        ("1 200", COUNT, "1200"),
        ("1\u00a0200\u00a0300", COUNT, "1200300"),
        ("1\u2009200,5", COUNT, "1200.5"),
        ("1\u202f200", COUNT, "1200"),
        ("1'200", MONEY, "1200"),
        ("1’200.50", MONEY, "1200.5"),
        ("3.5k", COUNT, "3500"),
        ("3.5 K", COUNT, "3500"),
        ("1.5m", MONEY, "1500000"),
        ("2 million", MONEY, "2000000"),
        ("3bn", MONEY, "3000000000"),
        ("1.2万", COUNT, "12000"),
        ("1.2萬", COUNT, "12000"),
        ("1.2w", COUNT, "12000"),
        ("２亿", MONEY, "200000000"),
        ("1,200万", MONEY, "12000000"),
        ("3千", COUNT, "3000"),
        ("3百万", COUNT, "3000000"),
        ("３５", COUNT, "35"),
        ("三十五", COUNT, "35"),
        ("十五", COUNT, "15"),
        ("一万二", COUNT, "12000"),
        ("1万2千", COUNT, "12000"),
        ("17万2千", MONEY, "172000"),
        ("17万5", MONEY, "175000"),
        ("1200万5千", COUNT, "12005000"),
        ("三千五", COUNT, "3500"),
        ("两万零三十", COUNT, "20030"),
        ("三点五万", MONEY, "35000"),
        ("负三", COUNT, "-3"),
        ("零", COUNT, "0"),
        ("-4", COUNT, "-4"),
        ("−4", COUNT, "-4"),
        ("–4", COUNT, "-4"),
        ("－４", COUNT, "-4"),
        ("+4", COUNT, "4"),
        ("(4)", MONEY, "-4"),
        ("（4）", MONEY, "-4"),
        ("￥3,000", MONEY, "3000"),
        ("¥ 3000", MONEY, "3000"),
        ("-$3,000.50", MONEY, "-3000.5"),
        ("$-3000", MONEY, "-3000"),
        ("€1.200,5", MONEY, "1200.5"),
        ("3000元", MONEY, "3000"),
        ("¥3,000元", MONEY, "3000"),
        ("3万元", MONEY, "30000"),
        ("3千美元", MONEY, "3000"),
        ("3.5k usd", MONEY, "3500"),
        ("12%", PERCENT, "0.12"),
        ("12 %", PERCENT, "0.12"),
        ("１２％", PERCENT, "0.12"),
        ("12", PERCENT, "0.12"),
        ("-3.5", PERCENT, "-0.035"),
        ("0.95%", PERCENT, "0.0095"),
        ("99.999%", PERCENT, "0.99999"),
        ("99.999", PERCENT, "0.99999"),
        ("百分之十二", PERCENT, "0.12"),
        ("九成", PERCENT, "0.9"),
        ("8成5", PERCENT, "0.85"),
        ("七成半", PERCENT, "0.75"),
        ("0", PERCENT, "0"),
        ("80%", RATIO, "0.8"),
        ("4.2", RATIO, "4.2"),
        ("half", PERCENT, "0.5"),
        ("一半", PERCENT, "0.5"),
        ("半", DURATION, "0.5"),
        ("26 min", MINUTES, "26"),
        ("26mins", MINUTES, "26"),
        ("26分", MINUTES, "26"),
        ("4.5h", HOURS, "4.5"),
        ("4个小时", HOURS, "4"),
        ("35 visits", VISITS, "35"),
        ("1 visit", VISITS, "1"),
        ("35次", VISITS, "35"),
        ("三十五次", VISITS, "35"),
        ("1.2万次", VISITS, "12000"),
        ("9个", VISITS, "9"),
        ("三个", VISITS, "3"),
        ("3万元", TEN_THOUSANDS, "3"),
        ("三十五", TEN_THOUSANDS, "35"),
        ("一百二十万元", TEN_THOUSANDS, "120"),
        ("三千五百万元", TEN_THOUSANDS, "3500"),
        ("3", TEN_THOUSANDS, "3"),
        ("yes", YESNO, "1"),
        ("Done", YESNO, "1"),
        ("是", YESNO, "1"),
        ("完成", YESNO, "1"),
        ("NO", YESNO, "0"),
        ("否", YESNO, "0"),
        ("１", YESNO, "1"),
    ],
)
def test_read(text: str, unit: Unit, value: str) -> None:
    read = read_number(text, unit)

    assert isinstance(read, Reading)
    assert read.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "unit", "options", "why"),
    [
        ("3 days", HOURS, ["24", "72"], Why.WORKING_TIME),
        ("2天", HOURS, ["16", "48"], Why.WORKING_TIME),
        ("1.200", COUNT, ["1.2", "1200"], Why.THOUSANDS_OR_DECIMAL),
        ("-1.200", COUNT, ["-1.2", "-1200"], Why.THOUSANDS_OR_DECIMAL),
        ("1.200万", MONEY, ["12000", "12000000"], Why.THOUSANDS_OR_DECIMAL),
        ("1,200", SCORE, ["1200", "1.2"], Why.THOUSANDS_OR_DECIMAL),
        ("12,500%", PERCENT, ["125", "0.125"], Why.THOUSANDS_OR_DECIMAL),
        ("0.95", PERCENT, ["0.0095", "0.95"], Why.PERCENT_OR_FRACTION),
        ("1", PERCENT, ["0.01", "1"], Why.PERCENT_OR_FRACTION),
        ("half", COUNT, ["0.5"], Why.HALF_OF_WHAT),
        ("3万", TEN_THOUSANDS, ["3", "30000"], Why.SCALE),
        ("三万", TEN_THOUSANDS, ["3", "30000"], Why.SCALE),
        ("一百二十万", TEN_THOUSANDS, ["120", "1200000"], Why.SCALE),
        ("¥3", TEN_THOUSANDS, ["3"], Why.SCALE),
    ],
)
def test_asked_back(text: str, unit: Unit, options: list[str], why: Why) -> None:
    assert read_number(text, unit) == Doubtful(tuple(Decimal(option) for option in options), why)


@pytest.mark.parametrize(
    ("text", "unit", "last", "value"),
    [
        ("1.200", COUNT, "1100", "1200"),
        ("1.200", COUNT, "1.3", "1.2"),
        ("1.200", COUNT, "-1100", "1200"),
        ("0.95", PERCENT, "0.9", "0.95"),
        ("0.95", PERCENT, "0.01", "0.0095"),
        ("1,200", SCORE, "4.5", "1.2"),
        ("1,200", COUNT, "50", "1200"),
    ],
)
def test_the_last_value_settles_what_can_mean_two_things(text: str, unit: Unit, last: str, value: str) -> None:
    read = read_number(text, unit, last=Decimal(last))

    assert isinstance(read, Reading)
    assert read.value == Decimal(value)


@pytest.mark.parametrize(("text", "last"), [("1.200", "0"), ("1.200", "40"), ("1,200", "1.3")])
def test_a_last_value_between_or_against_settles_nothing(text: str, last: str) -> None:
    assert isinstance(read_number(text, COUNT, last=Decimal(last)), Doubtful)


def test_half_of_what_can_be_counted_may_be_half_of_the_last_value() -> None:
    assert read_number("half", COUNT, last=Decimal(600)) == Doubtful((Decimal("0.5"), Decimal(300)), Why.HALF_OF_WHAT)


@pytest.mark.parametrize(
    ("text", "unit", "why"),
    [
        ("", COUNT, Why.EMPTY),
        ("  \u3000", COUNT, Why.EMPTY),
        ("abc", COUNT, Why.NOT_A_NUMBER),
        ("nan", COUNT, Why.NOT_A_NUMBER),
        ("inf", COUNT, Why.NOT_A_NUMBER),
        ("-Infinity", COUNT, Why.NOT_A_NUMBER),
        ("1e308", COUNT, Why.NOT_A_NUMBER),
        ("1e5", COUNT, Why.NOT_A_NUMBER),
        ("0x10", COUNT, Why.NOT_A_NUMBER),
        ("1_000", COUNT, Why.NOT_A_NUMBER),
        ("12abc", COUNT, Why.NOT_A_NUMBER),
        ("abc12", COUNT, Why.NOT_A_NUMBER),
        ("1.2.3.4", COUNT, Why.NOT_A_NUMBER),
        ("1,2,3", COUNT, Why.NOT_A_NUMBER),
        ("1,20,000", COUNT, Why.NOT_A_NUMBER),
        ("1234,567", COUNT, Why.NOT_A_NUMBER),
        ("1,2000", COUNT, Why.NOT_A_NUMBER),
        ("12 34", COUNT, Why.NOT_A_NUMBER),
        ("3.", COUNT, Why.NOT_A_NUMBER),
        ("--4", COUNT, Why.NOT_A_NUMBER),
        ("- 4", COUNT, Why.NOT_A_NUMBER),
        ("4-", COUNT, Why.NOT_A_NUMBER),
        ("10-12", COUNT, Why.NOT_A_NUMBER),
        ("((4))", COUNT, Why.NOT_A_NUMBER),
        ("10²", COUNT, Why.NOT_A_NUMBER),
        ("1½", COUNT, Why.NOT_A_NUMBER),
        ("①", COUNT, Why.NOT_A_NUMBER),
        ("3️⃣", COUNT, Why.NOT_A_NUMBER),
        ("🙂", COUNT, Why.NOT_A_NUMBER),
        ("٣٥", COUNT, Why.NOT_A_NUMBER),
        ("三五", COUNT, Why.NOT_A_NUMBER),
        ("点三", COUNT, Why.NOT_A_NUMBER),
        ("三点十", COUNT, Why.NOT_A_NUMBER),
        ("一万千", COUNT, Why.NOT_A_NUMBER),
        ("万", COUNT, Why.NOT_A_NUMBER),
        ("1.2万5", COUNT, Why.NOT_A_NUMBER),
        ("1万20", COUNT, Why.NOT_A_NUMBER),
        ("17万20", COUNT, Why.NOT_A_NUMBER),
        ("17万0", COUNT, Why.NOT_A_NUMBER),
        ("k", COUNT, Why.NOT_A_NUMBER),
        ("3kk", COUNT, Why.NOT_A_NUMBER),
        ("50㎡", COUNT, Why.NOT_A_NUMBER),
        ("12%%", PERCENT, Why.NOT_A_NUMBER),
        ("5m", DURATION, Why.NOT_A_NUMBER),
        ("3w", DURATION, Why.NOT_A_NUMBER),
        ("三千五", TEN_THOUSANDS, Why.NOT_A_NUMBER),
        ("9" * 61, COUNT, Why.NOT_A_NUMBER),
        ("0." + "1" * 29, COUNT, Why.NOT_A_NUMBER),
        ("9" * 16, COUNT, Why.TOO_LARGE),
        ("1000万亿", COUNT, Why.TOO_LARGE),
        ("$5", COUNT, Why.CURRENCY),
        ("5元", PERCENT, Why.CURRENCY),
        ("¥5$", MONEY, Why.NOT_A_NUMBER),
        ("12%", COUNT, Why.PERCENT_SIGN),
        ("12%", MONEY, Why.PERCENT_SIGN),
        ("maybe", YESNO, Why.YES_OR_NO),
        ("2", YESNO, Why.YES_OR_NO),
        ("45/0", PERCENT, Why.DENOMINATOR_ZERO),
        ("45/-5", PERCENT, Why.NOT_A_NUMBER),
        ("45/50/2", PERCENT, Why.NOT_A_NUMBER),
        ("45/", PERCENT, Why.NOT_A_NUMBER),
        ("1.200/2", PERCENT, Why.NOT_A_NUMBER),
        ("45/50", COUNT, Why.NOT_A_NUMBER),
        ("2026-11-23", COUNT, Why.NOT_A_NUMBER),
    ],
)
def test_not_read(text: str, unit: Unit, why: Why) -> None:
    assert read_number(text, unit) == Unread(why)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("18 of 20", (18, 20)),
        ("2 of 50", (2, 50)),
        ("45 out of 50", (45, 50)),
        ("45 of the 50", (45, 50)),
        ("20个里18个", (18, 20)),
        ("20家里面有18家", (18, 20)),
        ("20 中 18", (18, 20)),
        ("20个中完成18个", (18, 20)),
        ("1,200 of 1,500", (1200, 1500)),
    ],
)
def test_a_part_of_a_whole_is_a_quotient(text: str, parts: tuple[int, int]) -> None:
    read = read_number(text, PERCENT)

    assert isinstance(read, Reading)
    assert (read.numerator, read.denominator) == tuple(map(Decimal, parts))
    assert read_number(text, COUNT) == Unread(Why.NOT_A_NUMBER)


def test_a_quotient_keeps_its_parts() -> None:
    read = read_number("45 / 1,000", PERCENT)

    assert isinstance(read, Reading)
    assert read == Reading(Decimal("0.045"), Decimal(45), Decimal(1000))


def test_the_sign_of_another_currency_is_not_the_companys() -> None:
    assert isinstance(read_number("¥3,000", MONEY, currency="CNY"), Reading)
    assert read_number("$3,000", MONEY, currency="CNY") == Unread(Why.OTHER_CURRENCY)
    assert isinstance(read_number("3,000", MONEY, currency="CNY"), Reading)


VALUES = st.decimals(
    min_value=Decimal("-999999999999"), max_value=Decimal("999999999999"), allow_nan=False, places=6
) | st.integers(-(10**14), 10**14).map(Decimal)
UNITS = st.sampled_from([COUNT, MONEY, PERCENT, RATIO, SCORE, DURATION, VISITS, TEN_THOUSANDS])


@given(VALUES, UNITS)
def test_the_plain_text_of_a_value_is_read_back(value: Decimal, unit: Unit) -> None:
    read = read_number(plain(value, unit), unit)

    assert isinstance(read, Reading)
    assert read.value == value


@pytest.mark.parametrize("value", [0, 1])
def test_yes_and_no_are_read_back(value: int) -> None:
    assert read_number(plain(Decimal(value), YESNO), YESNO) == Reading(Decimal(value))


@given(VALUES, st.sampled_from([COUNT, MONEY]), st.sampled_from([",", " ", "'", "\u202f"]))
def test_grouped_digits_are_never_read_as_another_value(value: Decimal, unit: Unit, group: str) -> None:
    match read_number(f"{value:,f}".replace(",", group), unit):
        case Reading(value=read):
            assert read == value
        case Doubtful(options=options):
            assert value in options
        case Unread():
            pytest.fail("a grouped number is not understood")


@given(VALUES)
def test_an_echo_in_ten_thousands_is_read_back(value: Decimal) -> None:
    match read_number(f"{value.scaleb(-4):f}万", MONEY):
        case Reading(value=read):
            assert read == value
        case Doubtful(options=options):
            assert value in options
        case Unread(why=why):
            assert why is Why.TOO_LARGE


SOUNDS = st.text(st.sampled_from(string.ascii_lowercase + "0123456789.,-%()/ 万千十二三"), min_size=1, max_size=10)


@given(SOUNDS, UNITS)
def test_digits_glued_to_letters_never_become_a_number(text: str, unit: Unit) -> None:
    """Only the words known for a scale, a currency, a percent, a half or the unit itself may stand with digits."""
    letters = "".join(character for character in text if character in string.ascii_lowercase)
    known = {
        "",
        "k",
        "m",
        "mn",
        "b",
        "bn",
        "w",
        "thousand",
        "million",
        "half",
        "visit",
        "visits",
        "yuan",
        "kyuan",
    }
    if letters in known:
        return
    assert isinstance(read_number(text, unit), Unread)


@given(st.text(max_size=30), UNITS)
def test_any_text_is_read_asked_back_or_refused(text: str, unit: Unit) -> None:
    match read_number(text, unit, last=Decimal(40)):
        case Reading(value=value):
            assert value.is_finite()
            assert (
                any(
                    character.isdigit() or character in "零一二三四五六七八九十〇两壹贰叁肆伍陆柒捌玖拾半½"
                    for character in text
                )
                or "half" in text.lower()
            )
        case Doubtful(options=options):
            assert options
        case Unread():
            pass


@given(st.integers(0, 10**12 - 1))
def test_a_number_in_chinese_is_read_back(number: int) -> None:
    read = read_number(in_chinese(number), COUNT)

    assert isinstance(read, Reading)
    assert read.value == number


def in_chinese(number: int) -> str:
    """Spelt group by group, by another way than the reader's."""
    if number == 0:
        return "零"
    text = ""
    for power in range(11, -1, -1):
        digit = number // 10**power % 10
        group_left = number // 10 ** (power // 4 * 4) % 10**4
        if digit:
            text += "零一二三四五六七八九"[digit] + ("千", "百", "十", "")[3 - power % 4]
        elif (
            text
            and not text.endswith("零")
            and number % 10**power
            and (power % 4 == 0 or number % 10 ** (power // 4 * 4 + 4))
        ):
            text += "零"
        if power % 4 == 0 and group_left:
            text = text.removesuffix("零") + ("", "万", "亿")[power // 4]
            if power and not number // 10 ** (power - 1) % 10 and number % 10**power:
                text += "零"
    text = text.replace("零零", "零")
    return "十" + text.removeprefix("一十") if text.startswith("一十") else text
