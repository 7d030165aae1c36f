"""Targets with their levels, rows of past values, points shared out, and values with their notes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from conversations.fields import Field, Rejected, Taken
from conversations.kpi_fields import MOST_PAST, PastField, PointsField
from conversations.target_fields import GrowthField, SureTargetField, TargetField, TargetsField
from conversations.value_field import ValueField, askable
from conversations.view import Option
from kpi_engine.design.market import Growth
from kpi_engine.intake.names import Askable
from kpi_engine.intake.said import Said
from kpi_engine.model.actual import ActualState
from kpi_engine.model.kpi import Direction, Kpi, KpiVersion, Target, Unit, UnitKind
from kpi_engine.model.name import Name
from tests.conversations.toys import TODAY
from tests.factories import definition

MONEY, COUNT, PERCENT = Unit(UnitKind.MONEY), Unit(UnitKind.COUNT, Name("visits", "次")), Unit(UnitKind.PERCENT)
YESNO, RATIO = Unit(UnitKind.YESNO), Unit(UnitKind.RATIO)


def taken(field: Field, raw: str) -> object:
    """The value that was understood."""
    read = field.read(raw, TODAY)
    assert isinstance(read, Taken), read
    return read.value


def rejected(field: Field, raw: str) -> Rejected:
    """Why nothing was."""
    read = field.read(raw, TODAY)
    assert isinstance(read, Rejected), read
    return read


def levels(*values: str) -> Target:
    """Threshold, target and stretch."""
    threshold, value, stretch = map(Decimal, values)
    return Target(value, threshold=threshold, stretch=stretch)


class TestTarget:
    HIGHER = TargetField(unit=MONEY, direction=Direction.HIGHER, currency="CNY")
    LOWER = TargetField(unit=COUNT, direction=Direction.LOWER, currency="CNY")
    RANGE = TargetField(unit=PERCENT, direction=Direction.RANGE, currency="CNY")

    @pytest.mark.parametrize("raw", ["1.2万", "12,000", "￥12,000", " 12000 元", "１２０００"])
    def test_one_number_is_the_target(self, raw: str) -> None:
        assert taken(self.HIGHER, raw) == Target(Decimal(12000))

    @pytest.mark.parametrize("raw", ["40/50/60", "40 / 50 / 60", "40；50；60", "40／50／60", "40  50  60"])
    def test_three_are_threshold_target_and_stretch(self, raw: str) -> None:
        assert taken(self.HIGHER, raw) == levels("40", "50", "60")

    def test_the_less_the_better_is_the_other_way_round(self) -> None:
        assert taken(self.LOWER, "60 / 50 / 40 visits") == levels("60", "50", "40")
        assert rejected(self.LOWER, "40 / 50 / 60").key == "target_order"
        assert rejected(self.HIGHER, "60 / 50 / 40").key == "target_order"

    @pytest.mark.parametrize(
        "raw",
        ["98% - 102%", "98-102", "98–102", "98～102", "98%-102%", "98 to 102", "98到102", "98 至 102", "98 / 102"],
    )
    def test_a_range_has_two_ends(self, raw: str) -> None:
        assert taken(self.RANGE, raw) == Target(Decimal("0.98"), upper=Decimal("1.02"))

    def test_what_is_counted_is_never_less_than_nothing(self) -> None:
        visits = TargetField(unit=COUNT, direction=Direction.LOWER, currency="CNY")
        assert rejected(visits, "-4").key == "number_small"
        assert taken(TargetField(unit=MONEY, direction=Direction.HIGHER, currency="CNY"), "-4") == Target(Decimal(-4))

    def test_ends_of_a_range_may_be_negative_or_have_units(self) -> None:
        degrees = TargetField(unit=COUNT, direction=Direction.RANGE, currency="CNY")
        assert taken(degrees, "-5 - -3") == Target(Decimal(-5), upper=Decimal(-3))
        assert taken(degrees, "-5-3") == Target(Decimal(-5), upper=Decimal(3))
        assert taken(degrees, "98次-1.2万次") == Target(Decimal(98), upper=Decimal(12000))

    @pytest.mark.parametrize(
        ("field", "raw", "key"),
        [
            (HIGHER, "", "empty"),
            (HIGHER, "much", "number_unread"),
            (HIGHER, "50 60", "number_unread"),
            (HIGHER, "50 / 60", "target_shape"),
            (HIGHER, "€50", "number_unread"),
            (HIGHER, "1.200", "number_doubtful"),
            (HIGHER, "{{7*7}}", "number_unread"),
            (RANGE, "100", "target_shape"),
            (RANGE, "102 - 98", "target_order"),
            (RANGE, "10 - 20 - 30", "target_shape"),
            (TargetField(unit=YESNO, direction=Direction.YESNO, currency="CNY"), "yes", "target_shape"),
        ],
    )
    def test_what_is_asked_back(self, field: TargetField, raw: str, key: str) -> None:
        assert rejected(field, raw).key == key


class TestTargets:
    """A target for each of three KPIs, in one line."""

    REVENUE = TargetField(unit=MONEY, direction=Direction.HIGHER, currency="CNY")
    VISITS = TargetField(unit=COUNT, direction=Direction.HIGHER, currency="CNY")
    STOCK = TargetField(unit=PERCENT, direction=Direction.RANGE, currency="CNY")
    FIELD = TargetsField(
        targets=(REVENUE, VISITS, STOCK),
        names=("Revenue", "Visits", "Stock"),
        options=(Option("all", "Take them all"), Option("each", "One at a time")),
    )
    ALL = (Target(Decimal(1200000)), levels("40", "50", "60"), Target(Decimal("0.98"), upper=Decimal("1.02")))

    @pytest.mark.parametrize(
        "raw",
        [
            "1.2m, 40 / 50 / 60, 98% - 102%",
            "120万，40/50/60，98%-102%",
            "1,200,000; 40/50/60; 98~102%",
            "1,200,000, 40/50/60, 98% - 102%",
            "1.2m 40 / 50 / 60 98%-102%",
        ],
    )
    def test_are_told_apart_by_commas_or_blanks(self, raw: str) -> None:
        assert taken(self.FIELD, raw) == self.ALL

    @pytest.mark.parametrize(("raw", "value"), [("1", "all"), ("one at a time", "each"), ("Take them all", "all")])
    def test_an_option_stands_for_them(self, raw: str, value: str) -> None:
        assert taken(self.FIELD, raw) == value

    @pytest.mark.parametrize(
        ("raw", "key"),
        [
            ("1.2m, 50", "targets_count"),
            ("1.2m,300,400", "targets_count"),
            ("1.2m, 60/50/40, 98 - 102", "target_order"),
            ("1.2m, 50, 98%", "target_shape"),
            ("1.2m, many, 98% - 102%", "number_unread"),
        ],
    )
    def test_what_is_asked_back(self, raw: str, key: str) -> None:
        assert rejected(self.FIELD, raw).key == key


class TestSureTarget:
    FIELD = SureTargetField(
        unit=COUNT,
        direction=Direction.HIGHER,
        currency="CNY",
        options=(Option("100", "100 visits"), Option("40 / 50 / 60", "40 visits / 50 visits / 60 visits")),
    )

    def test_an_option_is_taken_by_its_number_or_its_words_and_another_target_as_well(self) -> None:
        assert taken(self.FIELD, "2") == levels("40", "50", "60")
        assert taken(self.FIELD, "100 visits") == Target(Decimal(100))
        assert taken(self.FIELD, "55") == Target(Decimal(55))


class TestGrowth:
    @pytest.mark.parametrize(
        ("raw", "low", "high"),
        [
            ("5% - 10%", "0.05", "0.1"),
            ("5 到 10", "0.05", "0.1"),
            ("10-5%", "0.05", "0.1"),
            ("8%", "0.06", "0.1"),
            ("-5%", "-0.07", "-0.03"),
            ("-10% ~ -5%", "-0.1", "-0.05"),
        ],
    )
    def test_a_single_figure_is_about_so_much(self, raw: str, low: str, high: str) -> None:
        assert taken(GrowthField(), raw) == Growth(Decimal(low), Decimal(high))

    @pytest.mark.parametrize(
        ("raw", "key"), [("a lot", "number_unread"), ("5% - 5%", "growth_unread"), ("1-2-3", "growth_unread")]
    )
    def test_what_is_asked_back(self, raw: str, key: str) -> None:
        assert rejected(GrowthField(), raw).key == key


class TestPast:
    FIELD = PastField(unit=COUNT, currency="CNY")

    @pytest.mark.parametrize(
        "raw", ["12 9 14", "12, 9, 14", "12；9；14", "12、9、14", "12\n9\n14", "12，9，14", "12;9 14"]
    )
    def test_values_stand_in_a_row(self, raw: str) -> None:
        assert taken(self.FIELD, raw) == (Decimal(12), Decimal(9), Decimal(14))

    def test_a_comma_within_a_number_belongs_to_it(self) -> None:
        assert taken(PastField(unit=MONEY, currency="CNY"), "1,200 1.3万 ￥1,400") == (
            Decimal(1200),
            Decimal(13000),
            Decimal(1400),
        )
        assert taken(PastField(unit=MONEY, currency="CNY"), "1,200,000 900,000") == (Decimal(1200000), Decimal(900000))

    @pytest.mark.parametrize(("raw", "named"), [("120,130,140", "120,130,140"), ("5 120,130,140", "120,130,140")])
    def test_three_values_are_not_taken_for_one(self, raw: str, named: str) -> None:
        assert rejected(self.FIELD, raw) == Rejected("past_commas", {"raw": named})

    @pytest.mark.parametrize(
        ("raw", "key"),
        [("", "empty"), ("12 many", "number_unread"), ("1 " * 37, "too_many"), ("12,13,14", "number_unread")],
    )
    def test_what_is_asked_back(self, raw: str, key: str) -> None:
        assert rejected(self.FIELD, raw).key == key

    def test_two_years_of_months_fit(self) -> None:
        assert taken(self.FIELD, "7 " * MOST_PAST) == (Decimal(7),) * MOST_PAST


class TestPoints:
    FIELD = PointsField(names=("Revenue", "Visits", "Complaints"))

    @pytest.mark.parametrize(
        "raw", ["40 30 30", "40/30/30", "４０，３０，３０", "40, 30 and 30", "Revenue 40; Visits 30; Complaints 30"]
    )
    def test_a_hundred_shared_out(self, raw: str) -> None:
        assert taken(self.FIELD, raw) == (Decimal(40), Decimal(30), Decimal(30))

    def test_parts_of_a_point(self) -> None:
        assert taken(self.FIELD, "33.3 33.3 33.4") == (Decimal("33.3"), Decimal("33.3"), Decimal("33.4"))

    def test_thirds_rounded_by_hand_make_a_hundred(self) -> None:
        assert taken(self.FIELD, "33.33 33.33 33.33") == (Decimal("33.34"), Decimal("33.33"), Decimal("33.33"))

    @pytest.mark.parametrize(
        ("raw", "expected"),
        [
            ("50 50", Rejected("points_count", {"count": 2, "names": FIELD.names})),
            ("", Rejected("points_count", {"count": 0, "names": FIELD.names})),
            ("50 30 30", Rejected("points_sum", {"sum": Decimal(110)})),
            ("100 0 0", Rejected("points_sum", {"sum": Decimal(100)})),
        ],
    )
    def test_what_is_asked_back(self, raw: str, expected: Rejected) -> None:
        assert rejected(self.FIELD, raw) == expected


class TestValue:
    FIELD = ValueField(
        asked=Askable(1, ("Customer visits", "客户拜访", "calls"), COUNT, Decimal(900)),
        currency="CNY",
        options=(Option("same", "Same as last time"), Option("n/a", "Not applicable")),
    )

    @pytest.mark.parametrize(
        ("raw", "value", "note"),
        [
            ("1,200", "1200", ""),
            ("1.2万", "12000", ""),
            ("half", None, ""),
            ("15 visits", "15", ""),
            ("15次", "15", ""),
            ("15 two were online", "15", "two were online"),
            ("12 (500 planned)", "12", "500 planned"),
            ("Customer visits 15", "15", ""),
            ("客户拜访15", "15", ""),
            ("Custmer visits: 15", "15", ""),
            ("same", "900", ""),
            ("Same as last time", "900", ""),
            ("同上", "900", ""),
            ("-4", "-4", ""),
            ("1", "1", ""),
            ("2", "2", ""),
        ],
    )
    def test_a_value_with_or_without_name_and_note(self, raw: str, value: str | None, note: str) -> None:
        if value is None:
            assert rejected(self.FIELD, raw).key == "number_doubtful"
            return
        said = taken(self.FIELD, raw)
        assert isinstance(said, Said)
        assert said.read is not None
        assert (said.read.value, said.note, said.state) == (Decimal(value), note, ActualState.OK)

    @pytest.mark.parametrize(
        ("raw", "state", "note"),
        [
            ("n/a", ActualState.NOT_APPLICABLE, ""),
            ("Not applicable", ActualState.NOT_APPLICABLE, ""),
            ("不适用", ActualState.NOT_APPLICABLE, ""),
            ("n/a because 3 people left", ActualState.NOT_APPLICABLE, "because 3 people left"),
            ("away until 3 Dec", ActualState.AWAY, "until 3 Dec"),
            ("calls n/a", ActualState.NOT_APPLICABLE, ""),
            ("请假", ActualState.AWAY, ""),
        ],
    )
    def test_no_value_has_its_reason(self, raw: str, state: ActualState, note: str) -> None:
        said = taken(self.FIELD, raw)
        assert isinstance(said, Said)
        assert (said.state, said.read, said.note) == (state, None, note)

    @pytest.mark.parametrize(
        "raw",
        [
            "",
            "many",
            "minus 5",
            "Revenue 5",
            "cals12s 7",
            "scale 7",
            "€5",
            "5%",
            "n",
            "s",
            "x" * 300,
            "🚀",
            "<b>5</b>",
            "{{7*7}}",
            "*5*",
        ],
    )
    def test_what_is_not_understood_never_becomes_a_value(self, raw: str) -> None:
        assert rejected(self.FIELD, raw).key == "number_unread"

    def test_a_beginning_of_an_offered_value_is_not_that_value(self) -> None:
        sure = ValueField(asked=Askable(1, ("Hours",), RATIO), currency="CNY", options=(Option("1.25", "1.25 hours"),))
        said = taken(sure, "1.2")
        assert isinstance(said, Said)
        assert said.read is not None
        assert said.read.value == Decimal("1.2")

    def test_the_sign_of_an_offered_value_counts(self) -> None:
        options = (Option("-12.5", "-12.5"), Option("12.5", "12.5"))
        sure = ValueField(asked=Askable(1, ("Balance",), RATIO), currency="CNY", options=options)
        values = [
            said.read and said.read.value for raw in ("12.5", "-12.5") if isinstance(said := taken(sure, raw), Said)
        ]
        assert values == [Decimal("12.5"), Decimal("-12.5")]

    def test_the_two_parts_of_a_ratio_are_kept(self) -> None:
        rate = ValueField(asked=Askable(1, ("Hit rate",), PERCENT), currency="CNY")
        read = rate.read("1k/3k two were late", TODAY)
        assert isinstance(read, Taken)
        assert read.text == "1000/3000 (two were late)"
        assert rate.again(read.text, TODAY) == read

    def test_a_kept_value_does_not_depend_on_the_last_one(self) -> None:
        kept = self.FIELD.read("same", TODAY)
        assert isinstance(kept, Taken)
        assert kept.text == "900"


def test_a_kpi_is_asked_for_by_every_name_it_has() -> None:
    version = KpiVersion(1, Kpi(7, 1), 1, TODAY, definition("Umsatz"), "", 1)
    assert askable(version, Decimal(3)) == Askable(7, ("Umsatz", "Umsatz"), Unit(UnitKind.COUNT), Decimal(3))
