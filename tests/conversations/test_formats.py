"""How values, days and periods are written; and that what the bot echoes is what it keeps."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conversations.texts import Texts
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import read_period
from kpi_engine.intake.number import read_number
from kpi_engine.measure.exact import divide
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Target, Unit, UnitKind
from kpi_engine.model.name import Language, Name
from tests.conversations.toys import words_of

EN, ZH = words_of(Language.EN).format, words_of(Language.ZH).format
COUNT, MONEY, PERCENT = Unit(UnitKind.COUNT), Unit(UnitKind.MONEY), Unit(UnitKind.PERCENT)
RATIO, SCORE, YESNO = Unit(UnitKind.RATIO), Unit(UnitKind.SCORE), Unit(UnitKind.YESNO)
MINUTES, TEN_THOUSANDS = Unit(UnitKind.DURATION, Name("minutes", "分钟")), Unit(UnitKind.COUNT, Name("万元", "万元"))
VISITS, DAYS = Unit(UnitKind.COUNT, Name("visits", "次")), Unit(UnitKind.DURATION, Name("days", "天"))
NUMBERS = (COUNT, VISITS, MONEY, PERCENT, RATIO, SCORE, Unit(UnitKind.DURATION), DAYS)
LANGUAGES = pytest.mark.parametrize("language", Language)

TYPED = st.decimals(min_value=-(10**11), max_value=10**11, allow_nan=False, places=6) | st.decimals(
    min_value=-2000, max_value=2000, allow_nan=False, places=3
)
"""Numbers as people have them."""


@LANGUAGES
@pytest.mark.parametrize(("unit", "currency"), [*((unit, "CNY") for unit in NUMBERS), (MONEY, "USD"), (MONEY, "EUR")])
@given(value=TYPED)
@example(value=Decimal("1.234"))
@example(value=Decimal("-999.125"))
@example(value=Decimal("12.34"))
@example(value=Decimal("1200"))
@example(value=Decimal("0.1234567890123"))
@example(value=Decimal("1E+3"))
@example(value=Decimal(0))
def test_what_is_echoed_is_what_is_kept(language: Language, unit: Unit, currency: str, value: Decimal) -> None:
    texts: Texts = words_of(language, currency)
    echo = texts.format.exact(value, unit)
    read = read_number(echo, unit, currency=currency)
    assert isinstance(read, Reading), (echo, read)
    assert read.value == value, echo


@LANGUAGES
@pytest.mark.parametrize("value", [Decimal(0), Decimal(1)])
def test_yes_and_no_are_echoed_as_they_are_kept(language: Language, value: Decimal) -> None:
    read = read_number(words_of(language).format.exact(value, YESNO), YESNO)
    assert isinstance(read, Reading)
    assert read.value == value


@LANGUAGES
@pytest.mark.parametrize("unit", NUMBERS, ids=str)
@given(value=st.decimals(min_value=-(10**14), max_value=10**14, allow_nan=False, places=8))
@example(value=Decimal("0.0004"))
@example(value=Decimal("999.96"))
@example(value=Decimal("-0.00000001"))
def test_a_short_value_is_never_off_by_more_than_its_last_digit(language: Language, unit: Unit, value: Decimal) -> None:
    shown = words_of(language).format.short(value, unit)
    digits = "".join(letter for letter in shown if letter in "-.0123456789")
    size = next((Decimal(size) for word, size in {"亿": "1E8", "万": "1E4", "%": "0.01"}.items() if word in shown), 1)
    assert abs(Decimal(digits) * size - value) <= abs(value) * Decimal("0.005")


@pytest.mark.parametrize(
    ("unit", "value", "en", "zh"),
    [
        (COUNT, "1234.5", "1,234.5", "1,234.5"),
        (VISITS, "1", "1 visit", "1 次"),
        (VISITS, "12", "12 visits", "12 次"),
        (VISITS, "0", "0 visits", "0 次"),
        (DAYS, "-1", "-1 day", "-1 天"),
        (MONEY, "12000", "CN¥12,000", "¥12,000"),
        (MONEY, "-12.5", "-CN¥12.5", "-¥12.5"),
        (MONEY, "1.125", "CN¥1.1250", "¥1.1250"),
        (PERCENT, "0.123456", "12.3456%", "12.3456%"),
        (PERCENT, "12.34", "1234%", "1234%"),
        (RATIO, "1200", "1200", "1200"),
        (SCORE, "0.125", "0.125", "0.125"),
        (YESNO, "1", "Yes", "是"),
        (YESNO, "0", "No", "否"),
    ],
)
def test_exact(unit: Unit, value: str, en: str, zh: str) -> None:
    assert (EN.exact(Decimal(value), unit), ZH.exact(Decimal(value), unit)) == (en, zh)


@pytest.mark.parametrize(
    ("unit", "value", "en", "zh"),
    [
        (COUNT, "1234.5", "1,235", "1,235"),
        (COUNT, "12.34", "12.3", "12.3"),
        (COUNT, "1.234", "1.23", "1.23"),
        (COUNT, "0.0012345", "0.00123", "0.00123"),
        (VISITS, "1200", "1,200", "1,200"),
        (MONEY, "1234567.89", "CN¥1,234,568", "¥123.46万"),
        (MONEY, "128400", "CN¥128,400", "¥12.84万"),
        (MONEY, "-128400", "-CN¥128,400", "-¥12.84万"),
        (MONEY, "99990", "CN¥99,990", "¥99,990"),
        (MONEY, "3500000", "CN¥3,500,000", "¥350万"),
        (MONEY, "12845000", "CN¥12,845,000", "¥1,284.5万"),
        (MONEY, "99999999", "CN¥99,999,999", "¥1亿"),
        (MONEY, "123456789", "CN¥123,456,789", "¥1.235亿"),
        (COUNT, "256000", "256,000", "25.6万"),
        (MINUTES, "256000", "256,000 minutes", "25.6万 分钟"),
        (TEN_THOUSANDS, "256000", "256,000", "256,000"),
        (MONEY, "-85.25", "-CN¥85.3", "-¥85.3"),
        (PERCENT, "0.98765", "98.8%", "98.8%"),
        (PERCENT, "1.2345", "123.5%", "123.5%"),
        (PERCENT, "0.0004", "0.04%", "0.04%"),
        (PERCENT, "0", "0%", "0%"),
        (YESNO, "1", "Yes", "是"),
    ],
)
def test_short(unit: Unit, value: str, en: str, zh: str) -> None:
    assert (EN.short(Decimal(value), unit), ZH.short(Decimal(value), unit)) == (en, zh)


@pytest.mark.parametrize(
    ("unit", "value", "en", "zh"),
    [
        (MONEY, "950", "CN¥950", "¥950"),
        (MONEY, "12845", "CN¥12.8k", "¥1.28万"),
        (MONEY, "128400", "CN¥128k", "¥12.8万"),
        (MONEY, "-3509700", "-CN¥3.51M", "-¥351万"),
        (MONEY, "999999", "CN¥1M", "¥100万"),
        (MONEY, "1284000000", "CN¥1.28bn", "¥12.8亿"),
        (COUNT, "9940", "9,940", "9,940"),
        (DAYS, "39.5", "39.5 days", "39.5 天"),
        (PERCENT, "0.98765", "98.8%", "98.8%"),
    ],
)
def test_brief(unit: Unit, value: str, en: str, zh: str) -> None:
    assert (EN.brief(Decimal(value), unit), ZH.brief(Decimal(value), unit)) == (en, zh)


@pytest.mark.parametrize(
    ("unit", "value", "told"),
    [
        (MONEY, "3509700", "CN¥3,509,700"),
        (MONEY, "89.8046875", "CN¥89.8"),
        (MONEY, "0.1234567", "CN¥0.1235"),
        (MONEY, "128.456", "CN¥128.456"),
        (COUNT, "44.175", "44.175"),
        (PERCENT, "0.80625", "80.63%"),
        (PERCENT, "0.8063", "80.63%"),
        (PERCENT, "0.00123456", "0.1235%"),
        (RATIO, "1200", "1,200"),
    ],
)
def test_what_somebody_computes_with_has_the_digits_that_were_typed_or_tell_on_the_points(
    unit: Unit, value: str, told: str
) -> None:
    assert EN.told(Decimal(value), unit) == told
    assert ZH.told(Decimal(value), unit) == told.removeprefix("CN")


def test_what_a_ratio_is_made_of() -> None:
    reading = Reading(Decimal(22990) / 256, Decimal(22990), Decimal(256))
    assert EN.quotient(reading) == ZH.quotient(reading) == "22,990 / 256"


@pytest.mark.parametrize(
    ("unit", "value", "zh"),
    [
        (MONEY, "1200000", "¥120万"),
        (MONEY, "3509700", "¥350.97万"),
        (MONEY, "1234567", "¥1,234,567"),
        (MONEY, "123400000", "¥1.234亿"),
        (MONEY, "123456000", "¥123,456,000"),
        (MONEY, "85000", "¥85,000"),
        (PERCENT, "0.985", "98.5%"),
    ],
)
def test_a_target_that_is_agreed_to_loses_nothing(unit: Unit, value: str, zh: str) -> None:
    assert ZH.agreed(Target(Decimal(value)), unit) == ZH.kept(Decimal(value), unit) == zh


def test_targets_in_a_sum() -> None:
    assert ZH.told_target(Target(divide(Decimal(10450000), Decimal(3))), MONEY) == "¥3,483,333.33"
    assert ZH.told_target(Target(Decimal(35), upper=Decimal(49)), DAYS) == "35～49 天"
    assert EN.told_target(Target(Decimal(5), upper=Decimal(7)), VISITS) == "5 – 7 visits"


def test_a_quotient_that_never_ends_is_rounded_to_be_read() -> None:
    assert EN.exact(divide(Decimal(1), Decimal(3)), PERCENT) == "33.33%"
    assert EN.exact(divide(Decimal(1), Decimal(30000)), RATIO) == "0.0000333"
    assert EN.exact(divide(Decimal(200000), Decimal(3)), RATIO) == "66666.6667"


def test_targets() -> None:
    assert EN.target(Target(Decimal("0.9")), PERCENT) == "90%"
    assert ZH.target(Target(Decimal("0.98"), upper=Decimal("1.02")), PERCENT) == "98%～102%"


@pytest.mark.parametrize(
    ("score", "shown"), [("87.449", "87.4"), ("87.45", "87.5"), ("100", "100.0"), ("0", "0.0"), ("99.95", "100.0")]
)
def test_points_have_one_decimal_rounded_half_up(score: str, shown: str) -> None:
    assert EN.points(Decimal(score)) == ZH.points(Decimal(score)) == shown


def test_changes_shares_and_weights() -> None:
    assert [EN.change(Decimal(points)) for points in ("2.25", "-3")] == ["+2.3", "−3.0"]
    assert [EN.share(Decimal(share)) for share in ("0.6", "0.3333", "1")] == ["60%", "33.3%", "100%"]
    assert [ZH.number(Decimal(weight)) for weight in ("20", "33.333", "12.50")] == ["20", "33.33", "12.5"]


@pytest.mark.parametrize(
    ("kind", "en", "zh"),
    [
        (PeriodKind.DAY, "23 Nov 2026", "2026年11月23日"),
        (PeriodKind.WEEK, "week 48, 2026", "2026年第48周"),
        (PeriodKind.MONTH, "November 2026", "2026年11月"),
        (PeriodKind.QUARTER, "Q4 2026", "2026年第4季度"),
        (PeriodKind.HALF, "second half of 2026", "2026年下半年"),
        (PeriodKind.YEAR, "2026", "2026年"),
    ],
)
def test_periods(kind: PeriodKind, en: str, zh: str) -> None:
    period = Period.holding(date(2026, 11, 23), kind)
    assert (EN.period(period), ZH.period(period)) == (en, zh)


def test_the_first_half_and_a_week_of_the_year_before() -> None:
    new_year = date(2027, 1, 1)
    assert EN.period(Period.holding(new_year, PeriodKind.HALF)) == "first half of 2027"
    assert ZH.period(Period.holding(new_year, PeriodKind.HALF)) == "2027年上半年"
    assert EN.period(Period.holding(new_year, PeriodKind.WEEK)) == "week 53, 2026"


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(PeriodKind))
def test_a_period_as_it_is_written_in_chinese_can_be_typed(day: date, kind: PeriodKind) -> None:
    period = Period.holding(day, kind)
    assert read_period(ZH.period(period), date(2100, 12, 31)) == period


@pytest.mark.parametrize(
    ("words", "en", "zh"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a、b"),
        (["a", "b", "c"], "a, b and c", "a、b、c"),
    ],
)
def test_words_in_a_row(words: list[str], en: str, zh: str) -> None:
    assert (EN.list(words), ZH.list(words)) == (en, zh)


def test_words_to_choose_from() -> None:
    assert EN.either(["a", "b", "c"]) == "a, b or c"
    assert ZH.either(["a", "b", "c"]) == "a、b或c"


def test_periods_of_a_fiscal_year_say_so() -> None:
    april = [
        Period.holding(date(2026, 11, 23), kind, 4) for kind in (PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR)
    ]

    assert [EN.period(period) for period in april] == ["Q3 FY2027", "second half of FY2027", "FY2027"]
    assert [ZH.period(period) for period in april] == ["2027财年第3季度", "2027财年下半年", "2027财年"]
    assert [read_period(ZH.period(period), date(2026, 11, 23), 4) for period in april] == april
    assert EN.period(Period.holding(date(2026, 11, 23), PeriodKind.MONTH, 4)) == "November 2026"
