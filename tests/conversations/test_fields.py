"""What people type into a field: tables of inputs, and what is kept of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from conversations.choice_fields import ChoiceField, ManyField, pieces, record_id, record_value
from conversations.company_fields import CurrencyField, ZoneField
from conversations.fields import DateField, Field, NumberField, Rejected, Taken, TextField, YesNoField
from conversations.review_fields import AdjustmentsField
from conversations.texts import texts_for
from conversations.view import Option
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.model.kpi import Direction, Unit, UnitKind
from kpi_engine.model.name import NAME_LIMIT, Language
from tests.conversations.toys import TODAY

SHARE = NumberField(unit=Unit(UnitKind.PERCENT), least=Decimal(0), most=Decimal(1))
TOWNS = (Option("#5", "Ulm"), Option("#3", "Bonn"), Option("#1", "Neu-Ulm"), Option("#9", "上海"))
GOALS = (Option("Win customers, keep them", "Win customers, keep them"), Option("Grow", "Grow"))
ALSO = (
    (PeriodKind, "daily", PeriodKind.DAY),
    (PeriodKind, "每日", PeriodKind.DAY),
    (PeriodKind, "每天", PeriodKind.DAY),
    (PeriodKind, "Weekly", PeriodKind.WEEK),
    (PeriodKind, "monthly", PeriodKind.MONTH),
    (PeriodKind, "每月", PeriodKind.MONTH),
    (Direction, "越少越好", Direction.LOWER),
    (Direction, "越多越好", Direction.HIGHER),
    (Direction, "越低越好", Direction.LOWER),
    (Direction, "The less the better", Direction.LOWER),
    (Language, "英文", Language.EN),
    (Language, "Chinese", Language.ZH),
)
DANGEROUS = ("<b>bold</b>", "*x*", "{{7*7}}", "'; DROP TABLE kpi; --", "🚀", "שלום", "a\u202eb", "a & b")


def taken(field: Field, raw: str) -> object:
    """The value that was understood."""
    read = field.read(raw, TODAY)
    assert isinstance(read, Taken), read
    return read.value


def rejected(field: Field, raw: str) -> str:
    """By which key it is explained that nothing was."""
    read = field.read(raw, TODAY)
    assert isinstance(read, Rejected), read
    return read.key


class TestText:
    @pytest.mark.parametrize("raw", DANGEROUS)
    def test_words_are_taken_as_they_are(self, raw: str) -> None:
        assert taken(TextField(), raw) == raw

    def test_blanks_and_line_ends_are_one_blank(self) -> None:
        assert taken(TextField(), "  a \n\t b  ") == "a b"

    @pytest.mark.parametrize("raw", ["", "   ", "\n", "\u200b", "\u202e \u200f"])
    def test_nothing_that_can_be_seen_is_nothing(self, raw: str) -> None:
        assert rejected(TextField(), raw) == "empty"

    def test_a_name_has_its_limit(self) -> None:
        assert taken(TextField(), "汉" * NAME_LIMIT) == "汉" * NAME_LIMIT
        assert TextField().read("x" * 300, TODAY) == Rejected("too_long", {"limit": NAME_LIMIT, "length": 300})


class TestNumber:
    @pytest.mark.parametrize(
        ("raw", "value"),
        [("60%", "0.6"), ("60", "0.6"), ("６０％", "0.6"), ("百分之六十", "0.6"), ("0", "0"), ("100 %", "1")],
    )
    def test_a_share_of_time(self, raw: str, value: str) -> None:
        assert taken(SHARE, raw) == Decimal(value)

    @pytest.mark.parametrize(
        ("raw", "why"),
        [
            ("150%", "number_large"),
            ("-1%", "number_small"),
            ("0.6", "number_doubtful"),
            ("most", "number_unread"),
            ("🚀", "number_unread"),
            ("{{7*7}}", "number_unread"),
        ],
    )
    def test_what_is_asked_back(self, raw: str, why: str) -> None:
        assert rejected(SHARE, raw) == why


class TestChoice:
    FIELD = ChoiceField(options=TOWNS)

    @pytest.mark.parametrize(
        ("raw", "value"),
        [
            ("Bonn", "#3"),
            (" bonn ", "#3"),
            ("BON", "#3"),
            ("#3", "#3"),
            ("1", "#5"),
            ("3", "#1"),
            ("neu ulm", "#1"),
            ("上海", "#9"),
            ("上", "#9"),
        ],
    )
    def test_an_option_is_meant_by_value_label_number_or_beginning(self, raw: str, value: str) -> None:
        assert taken(self.FIELD, raw) == value

    @pytest.mark.parametrize("raw", ["0", "5", "9", "-1", "#4", "Rome", "1.0", "٣", "9" * 5000, *DANGEROUS])
    def test_anything_else_is_not(self, raw: str) -> None:
        assert rejected(self.FIELD, raw) == "choice_unknown"

    def test_a_beginning_of_two_options_is_neither(self) -> None:
        twins = ChoiceField(options=(Option("#1", "Sales north"), Option("#2", "Sales south")))
        assert rejected(twins, "sales") == "choice_unknown"
        assert taken(twins, "sales s") == "#2"

    def test_nothing_chosen_is_empty(self) -> None:
        assert rejected(self.FIELD, " ") == "empty"

    def test_the_nearest_names_are_offered_as_far_as_any_is_near(self) -> None:
        assert self.FIELD.read("Bomn", TODAY) == Rejected("choice_unknown", {"raw": "Bomn", "nearest": ("Bonn",)})
        assert self.FIELD.read("xyz", TODAY) == Rejected("choice_unknown", {"raw": "xyz", "nearest": ()})

    def test_a_value_goes_before_a_label_and_a_label_before_a_number(self) -> None:
        odd = ChoiceField(options=(Option("b", "2"), Option("n", "1"), Option("2", "a")))
        assert [taken(odd, raw) for raw in ("2", "1", "3")] == ["2", "n", "2"]
        assert taken(ChoiceField(options=(Option("-5.5", "−5.5"), Option("5.5", "5.5"))), "5.5") == "5.5"

    def test_own_words_are_taken_at_their_word(self) -> None:
        own = ChoiceField(options=TOWNS, own=True)
        assert [taken(own, raw) for raw in ("Rome", "Bo", "bonn", "2")] == ["Rome", "Bo", "#3", "#3"]
        assert [rejected(own, raw) for raw in ("7", "#4", "", "x" * 300)] == [
            "choice_unknown",
            "choice_unknown",
            "empty",
            "too_long",
        ]

    def test_a_kept_choice_is_found_by_its_value_alone(self) -> None:
        assert self.FIELD.again("#3", TODAY) == Taken("#3", "#3")
        assert [isinstance(self.FIELD.again(text, TODAY), Rejected) for text in ("3", "Bonn", "#4")] == [True] * 3

    def test_a_record_has_a_value_that_nobody_types_by_chance(self) -> None:
        assert record_value(12) == "#12"
        assert record_id("#12") == "12"
        assert record_id("own words") == "own words"


class TestMany:
    FIELD = ManyField(options=TOWNS, most=3)
    OWN = ManyField(options=GOALS, own=True)

    @pytest.mark.parametrize("raw", ["1, 2", "1 2", "Ulm、Bonn", "ulm；bonn", "#5\n#3", "- Ulm\r\n- Bonn", "• Ulm\n2"])
    def test_several_are_named_in_many_ways(self, raw: str) -> None:
        assert taken(self.FIELD, raw) == ("#5", "#3")

    @pytest.mark.parametrize(
        ("raw", "why"),
        [
            ("", "empty"),
            (" , ", "empty"),
            ("1, Rome", "choice_unknown"),
            ("1 2 3 4", "too_many"),
            ("7", "choice_unknown"),
        ],
    )
    def test_what_is_asked_back(self, raw: str, why: str) -> None:
        assert rejected(self.FIELD, raw) == why

    def test_the_same_twice_is_chosen_once(self) -> None:
        assert taken(self.FIELD, "Ulm, 1, #5, ULM") == ("#5",)

    def test_own_words_stand_beside_options(self) -> None:
        assert taken(self.OWN, "2, Smile more, Grow up") == ("Grow", "Smile more", "Grow up")

    def test_an_option_with_a_comma_in_it_stays_one(self) -> None:
        assert taken(self.OWN, "Win customers, keep them") == ("Win customers, keep them",)
        assert taken(self.OWN, "Grow\nWin customers, keep them") == ("Grow", "Win customers, keep them")

    def test_own_words_with_a_comma_stay_one_where_each_has_a_line(self) -> None:
        assert taken(self.OWN, "Fast, cheap\nGood") == ("Fast, cheap", "Good")

    def test_own_words_have_their_limit(self) -> None:
        assert rejected(self.OWN, f"Grow, {'x' * 300}") == "too_long"

    def test_a_list_is_cut_where_people_mean_it(self) -> None:
        assert pieces("a， b、c;d； ,, ") == ["a", "b", "c", "d"]
        assert pieces("1 3 5") == ["1", "3", "5"]
        assert pieces("1 big 5") == ["1 big 5"]
        assert pieces("") == []

    def test_beside_what_is_picked_own_words_may_be_a_list(self) -> None:
        assert taken(self.OWN, "Smile, wave\nGrow\n1") == ("Smile", "wave", "Grow", "Win customers, keep them")


@pytest.mark.parametrize(
    ("raw", "value"),
    [("yes", True), ("Y", True), ("是", True), ("1", True), ("好的", True), ("no", False), ("否", False), ("0", False)],
)
def test_yes_or_no(raw: str, value: bool) -> None:
    assert taken(YesNoField(), raw) is value


@pytest.mark.parametrize("raw", ["", "perhaps", "2", "yes no", "也许", "🚀", "done", "完成"])
def test_neither_yes_nor_no(raw: str) -> None:
    assert rejected(YesNoField(), raw) == "yes_or_no"


class TestDate:
    @pytest.mark.parametrize(
        ("raw", "day"),
        [("12-24", "2026-12-24"), ("Friday", "2026-11-27"), ("周五", "2026-11-27"), ("today", "2026-11-23")],
    )
    def test_days(self, raw: str, day: str) -> None:
        assert taken(DateField(), raw) == date.fromisoformat(day)

    @pytest.mark.parametrize(
        ("raw", "why"),
        [("soon", "date_unread"), ("", "date_unread"), ("2026-11-22", "date_past"), ("31-12", "date_unread")],
    )
    def test_what_is_asked_back(self, raw: str, why: str) -> None:
        assert rejected(DateField(), raw) == why

    def test_a_kept_day_may_be_past_by_now(self) -> None:
        day = date(2026, 11, 22)
        assert DateField().again("2026-11-22", TODAY) == Taken("2026-11-22", day)
        assert DateField().again("soon", TODAY) == Rejected("date_unread", {"raw": "soon"})


@pytest.mark.parametrize(
    ("raw", "zone"),
    [
        ("shanghai", "Asia/Shanghai"),
        ("上海", "Asia/Shanghai"),
        ("北京", "Asia/Shanghai"),
        ("PRC", "Asia/Shanghai"),
        ("Asia/Chongqing", "Asia/Shanghai"),
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        (" New  York ", "America/New_York"),
        ("纽约", "America/New_York"),
        ("US/Eastern", "America/New_York"),
        ("utc", "Etc/UTC"),
        ("GMT", "Etc/UTC"),
        ("GMT+8", "Asia/Shanghai"),
        ("东八区", "Asia/Shanghai"),
        ("武汉市", "Asia/Shanghai"),
        ("uk", "Europe/London"),
        ("英国", "Europe/London"),
        ("Germany", "Europe/Berlin"),
        ("日本", "Asia/Tokyo"),
    ],
)
def test_time_zones_are_known_by_city_and_name(raw: str, zone: str) -> None:
    assert taken(ZoneField(), raw) == zone


@pytest.mark.parametrize("raw", ["", "GMT-8", "Etc/GMT+8", "EST", "美国", "Atlantis", *DANGEROUS])
def test_a_zone_that_may_mean_another_is_none(raw: str) -> None:
    assert rejected(ZoneField(), raw) == "time_zone"


def test_a_misspelt_city_is_found_again() -> None:
    read = ZoneField().read("Shanghia", TODAY)
    assert isinstance(read, Rejected)
    assert read.params["nearest"] == ["Shanghai", "Changsha"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("cny", "CNY"),
        ("人民币", "CNY"),
        ("RMB", "CNY"),
        ("元", "CNY"),
        ("US  Dollar", "USD"),
        ("欧元", "EUR"),
        ("€", "EUR"),
    ],
)
def test_currencies_are_known_by_code_name_and_sign(raw: str, code: str) -> None:
    assert taken(CurrencyField(), raw) == code


@pytest.mark.parametrize("raw", ["", "XXX", "coins", *DANGEROUS])
def test_what_is_no_currency(raw: str) -> None:
    assert rejected(CurrencyField(), raw) == "currency"


def test_beside_what_was_picked_own_words_stand_between_commas() -> None:
    asked = ManyField(options=(Option("#1", "Grow"), Option("#2", "Keep, and hold")), own=True)

    assert asked.read("#2\nwin more, lose less", TODAY) == Taken(
        "#2\nwin more\nlose less", ("#2", "win more", "lose less")
    )


@pytest.mark.parametrize("raw", ["ok", "OK.", "sure", "好", "好的。", "可以", "同意"])
def test_agreement_is_yes(raw: str) -> None:
    assert taken(YesNoField(), raw) is True


@pytest.mark.parametrize("raw", ["不", "不要", "nope"])
def test_refusal_is_no(raw: str) -> None:
    assert taken(YesNoField(), raw) is False


@pytest.mark.parametrize(("of", "raw", "meant"), ALSO)
def test_an_option_has_other_names(of: type[StrEnum], raw: str, meant: StrEnum) -> None:
    for language in Language:
        options = texts_for(language, "CNY").options(of)
        assert taken(ChoiceField(of=of, options=options), raw) is meant


@pytest.mark.parametrize("raw", ["all", "全部", "All of them", "都要"])
def test_all_of_several_may_be_chosen_at_once(raw: str) -> None:
    options = (Option("#1", "Ulm"), Option("#2", "Bonn"))
    assert taken(ManyField(options=options, own=True), raw) == ("#1", "#2")
    assert rejected(ManyField(options=options, most=1), raw) == "too_many"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("加5分 支援客服", "+5 支援客服"),
        ("减2分 迟交", "-2 迟交"),
        ("扣2.5分：迟交；加 3 帮忙", "-2.5 迟交; +3 帮忙"),
        ("+3 points helped service", "+3 helped service"),
    ],
)
def test_points_come_with_their_reason(typed: str, kept: str) -> None:
    read = AdjustmentsField().read(typed, TODAY)
    assert isinstance(read, Taken)
    assert read.text == kept


@pytest.mark.parametrize("typed", ["加5分", "加5", "加5分。", "减2分 迟交；加12", "+5 points", "+1.25"])
def test_points_without_a_reason_are_asked_back(typed: str) -> None:
    assert isinstance(AdjustmentsField().read(typed, TODAY), Rejected)
