"""The rules of the check by their ids, and findings that somebody has muted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RuleId(StrEnum):
    """What can be wrong with a KPI model. Ids are for ever: records hold them."""

    GOAL_MISSING = "goal_missing"
    GOAL_CHAIN_BROKEN = "goal_chain_broken"
    UNRELATED = "unrelated"
    SWOT_UNANSWERED = "swot_unanswered"

    VAGUE_WORD = "vague_word"
    COMPOUND = "compound"
    ACTIVITY = "activity"
    UNIT_WRONG = "unit_wrong"
    DIRECTION_WRONG = "direction_wrong"
    PERIOD_MISSING = "period_missing"
    DUPLICATE = "duplicate"

    SOURCE_MISSING = "source_missing"
    INTRUSIVE = "intrusive"
    PERSONAL_DATA = "personal_data"
    TOO_SELDOM = "too_seldom"
    STALE = "stale"
    SMALL_NUMBERS = "small_numbers"
    MOVES_TOGETHER = "moves_together"

    TARGET_MISSING = "target_missing"
    TARGET_WORDS = "target_words"
    TARGET_CHANCE = "target_chance"
    TARGET_BASIS = "target_basis"
    TARGET_ORDER = "target_order"
    TARGET_IS_BASELINE = "target_is_baseline"
    TARGET_ZERO = "target_zero"
    NO_SIGNAL = "no_signal"

    AGGREGATION_WRONG = "aggregation_wrong"
    FORMULA_WRONG = "formula_wrong"
    CAP_MISSING = "cap_missing"
    BANDS_WRONG = "bands_wrong"

    WEIGHTS_SUM = "weights_sum"
    WEIGHT_RANGE = "weight_range"
    KPI_COUNT = "kpi_count"
    SMALL_COMPANY = "small_company"
    PERSPECTIVE_MISSING = "perspective_missing"
    ONLY_LAGGING = "only_lagging"
    NO_COUNTER = "no_counter"

    OWNER_WRONG = "owner_wrong"
    NOT_CONFIRMED = "not_confirmed"
    OUT_OF_CONTROL = "out_of_control"
    NOT_CASCADED = "not_cascaded"
    PERSON_WITHOUT_KPI = "person_without_kpi"
    TIME_OVER = "time_over"
    TEAM_SHARE = "team_share"

    NO_ACTION = "no_action"
    NOT_REVIEWED = "not_reviewed"
    CHANGED_INSIDE = "changed_inside"


@dataclass(frozen=True, slots=True)
class Mute:
    """Somebody looked at what a rule finds in a KPI, and wants it left alone for a reason."""

    rule: RuleId
    kpi_id: int
    reason: str
    by: int
    on: date
