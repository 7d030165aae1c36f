"""The dialog engine, with toy dialogs: answers, questions left out, steps back."""

from __future__ import annotations

from itertools import count

import pytest

from conversations.ask import Ask
from conversations.fields import Rejected
from conversations.view import Message
from kpi_engine.errors import Refusal
from tests.conversations.toys import (
    PLACES,
    Dialog,
    Extras,
    Mood,
    Packed,
    Paid,
    Stop,
    Trip,
    departments,
    told,
    travel,
    world,
)


class TestAnswering:
    def test_the_first_form_is_asked_as_a_whole_and_any_part_of_it_may_be_answered(self) -> None:
        dialog = Dialog(travel)
        assert dialog.open == ["trip.where", "trip.days", "trip.note"]

        dialog.answer(days="3", note="by train")

        assert dialog.open == ["trip.where"]
        assert dialog.run.answers == {"trip.days": "3", "trip.note": "by train"}

    def test_a_dialog_goes_on_to_the_next_form_and_to_its_end(self) -> None:
        dialog = Dialog(travel).answer(where="Ulm", days="3", note="by train")
        assert dialog.open == ["paid.payer"]

        assert dialog.say("Tom").told == ["#7", "3", "by train", "Tom"]

    def test_typed_words_answer_the_first_open_question(self) -> None:
        dialog = Dialog(travel).say("paris", "4")
        assert dialog.run.answers == {"trip.where": "#3", "trip.days": "4"}

    def test_what_is_not_understood_stands_beside_its_field_and_the_rest_is_kept(self) -> None:
        dialog = Dialog(travel).answer(where="Rome", days="many", note="by train")

        assert dialog.open == ["trip.where", "trip.days"]
        assert dialog.wrong == {"where": "choice_unknown", "days": "number_unread"}
        assert dialog.pending.drafts == {"where": "Rome", "days": "many"}

    def test_what_was_wrong_is_said_for_as_long_as_it_stands_in_the_field(self) -> None:
        dialog = Dialog(travel).answer(days="99")
        assert dialog.wrong == {"days": "number_large"}

        dialog.answer(where="Bonn")

        assert dialog.wrong == {"days": "number_large"}
        assert dialog.pending.drafts == {"days": "99"}
        assert dialog.answer(days="9").wrong == {}

    def test_an_answer_in_place_of_one_not_understood_leaves_no_draft(self) -> None:
        assert Dialog(travel).answer(days="99").answer(days="9").run.drafts == {}

    def test_an_answer_can_be_given_anew_as_long_as_its_form_stands(self) -> None:
        dialog = Dialog(travel).answer(days="3").answer(days="4")
        assert dialog.run.answers == {"trip.days": "4"}

        dialog.answer(days="none at all")

        assert dialog.run.answers == {}
        assert dialog.run.turns == ()

    def test_initial_values_stand_in_the_fields_until_something_else_does(self) -> None:
        assert Dialog(travel).pending.drafts == {"days": "2"}
        assert Dialog(travel).answer(days="100").pending.drafts == {"days": "100"}

    def test_answers_to_nothing_that_is_asked_are_left_alone(self) -> None:
        assert Dialog(travel).answer(colour="red").run.answers == {}

    def test_after_the_end_nothing_more_is_taken(self) -> None:
        dialog = Dialog(travel).answer(where="Ulm", days="3", note="").say("Tom")
        assert dialog.say("Tim").answer(payer="Tim").skip().told == ["#7", "3", "None", "Tom"]

    def test_no_control_character_and_no_half_character_is_kept(self) -> None:
        dialog = Dialog(travel).answer(note="by\x00 tr\ud83dain\x1b[31m", days="\x00x")
        assert dialog.run.answers == {"trip.note": "by train[31m"}
        assert dialog.run.drafts == {"trip.days": "x"}

    def test_every_turn_in_which_something_was_understood_has_a_number_of_its_own(self) -> None:
        dialog = Dialog(travel)
        turns = [
            dialog.run.turn,
            dialog.answer(days="99").run.turn,
            dialog.answer(days="9").run.turn,
            dialog.back().run.turn,
            dialog.skip("note").run.turn,
            dialog.say("Ulm").run.turn,
        ]
        assert turns == [0, 0, 1, 2, 3, 4]

    def test_a_form_knows_where_in_the_dialog_it_is_and_what_it_begins_with(self) -> None:
        def stepped(ask: Ask) -> Message:
            ask.step(1, of=2)
            ask(Paid, intro=told("Who?").blocks)
            ask.step(2, of=2)
            return told(ask(Trip, options={"where": PLACES}))

        dialog = Dialog(stepped)
        assert dialog.pending.step == (1, 2)
        assert dialog.pending.asked.intro == told("Who?").blocks
        assert dialog.say("Tom").pending.step == (2, 2)

    def test_members_of_an_enumeration_are_worded_and_read(self) -> None:
        dialog = Dialog(lambda ask: told(repr(ask(Mood).kind)))
        labels = [option.label for option in dialog.pending.asked.fields["kind"].options]
        assert labels == ["Strength", "Weakness"]
        assert dialog.say("weakness").told == ["<SwotKind.WEAKNESS: 'weakness'>"]

    def test_no_flow_can_swallow_the_end_of_a_play(self) -> None:
        def careless(ask: Ask) -> Message:
            try:
                return told(ask(Paid).payer)
            except Exception:
                return told("swallowed")

        assert Dialog(careless).open == ["paid.payer"]


class TestSkipping:
    def test_an_optional_question_may_be_left_out(self) -> None:
        dialog = Dialog(travel).answer(where="Ulm", days="3").skip()
        assert dialog.run.answers["trip.note"] is None
        assert dialog.say("Tom").told == ["#7", "3", "None", "Tom"]

    @pytest.mark.parametrize("word", ["", "  ", "skip", "Skip", "跳过"])
    def test_an_empty_field_and_the_word_skip_too(self, word: str) -> None:
        assert Dialog(travel).answer(note=word).run.answers == {"trip.note": None}

    def test_a_question_is_skipped_by_its_name(self) -> None:
        assert Dialog(travel).skip("note").open == ["trip.where", "trip.days"]

    def test_what_is_needed_is_not_skipped_and_keeps_its_suggestion(self) -> None:
        dialog = Dialog(travel).skip().answer(days="skip")
        assert dialog.open == ["trip.where", "trip.days", "trip.note"]
        assert dialog.wrong == {"days": "needed"}
        assert dialog.pending.drafts == {"days": "2"}

    def test_several_choices_left_out_are_none(self) -> None:
        dialog = Dialog(lambda ask: told(ask(Extras, options={"things": PLACES}).things))
        assert dialog.skip().told == ["()"]


class TestGoingBack:
    def test_the_last_turn_is_asked_again_and_its_answers_stand_in_the_fields(self) -> None:
        dialog = Dialog(travel).answer(where="Ulm").answer(days="3", note="by train").back()

        assert dialog.open == ["trip.days", "trip.note"]
        assert dialog.pending.drafts == {"days": "3", "note": "by train"}

    def test_several_turns_and_across_forms(self) -> None:
        dialog = Dialog(travel).answer(where="Ulm").answer(days="3", note="")
        assert dialog.open == ["paid.payer"]

        dialog.back()
        assert dialog.open == ["trip.days", "trip.note"]
        dialog.back()
        assert dialog.open == ["trip.where", "trip.days", "trip.note"]
        assert dialog.pending.drafts == {"where": "#7", "days": "3", "note": ""}

    def test_at_the_beginning_there_is_nothing_to_go_back_to(self) -> None:
        dialog = Dialog(travel).back().back()
        assert dialog.open == ["trip.where", "trip.days", "trip.note"]
        assert dialog.run.turn == 2

    def test_what_was_taken_back_can_be_answered_anew(self) -> None:
        dialog = Dialog(travel).answer(where="Ulm", days="3", note="").say("Tom")
        assert dialog.back().say("Tim").told == ["#7", "3", "None", "Tim"]

    def test_a_turn_that_was_not_understood_is_no_step(self) -> None:
        dialog = Dialog(travel).answer(where="Ulm").answer(days="99").back()
        assert dialog.open == ["trip.where", "trip.days", "trip.note"]
        assert dialog.pending.drafts == {"where": "#7", "days": "99"}

    def test_an_answer_given_twice_is_one_step(self) -> None:
        dialog = Dialog(travel).answer(days="3").answer(where="Ulm", days="4").back().back()
        assert dialog.run.drafts == {"trip.where": "#7", "trip.days": "4"}

    def test_answers_of_a_way_no_longer_taken_are_no_step(self) -> None:
        def forked(ask: Ask) -> Message:
            packed = ask(Packed, options={"things": PLACES})
            if "tent" in packed.things:
                ask(Paid)
            return told(ask(Stop, "last").name)

        dialog = Dialog(forked).say("tent", "Tom").answer(name="Ulm")
        dialog.back().back()
        assert dialog.open == ["paid.payer"]
        dialog.back().say("rope").answer(name="Bonn").back()
        assert dialog.open == ["last.name", "last.another"]
        assert dialog.back().open == ["packed.things"]

    def test_there_is_a_way_back_from_a_dead_end(self) -> None:
        def strict(ask: Ask) -> Message:
            payer = ask(Paid).payer
            if ask.know.departments() and payer == "Tom":
                raise Refusal("all_parked")
            return told(ask(Stop).name)

        dialog = Dialog(strict, world=world(departments=departments({}))).say("Tom")
        dialog.world = world(departments=departments({1: "Sales"}))
        dialog.back()
        assert dialog.open == ["paid.payer"]
        assert dialog.pending.drafts == {"payer": "Tom"}


class TestChecks:
    @staticmethod
    def short_names_only(given: Paid) -> Rejected | None:
        return Rejected("too_long", {"limit": 3, "length": len(given.payer)}) if len(given.payer) > 3 else None

    def checked(self, ask: Ask) -> Message:
        ask(Trip, options={"where": PLACES})
        return told(ask(Paid, check=self.short_names_only).payer)

    def test_answers_that_do_not_go_together_are_all_asked_again(self) -> None:
        dialog = Dialog(self.checked).answer(where="Ulm", days="3", note="").say("Thomas")

        assert dialog.open == ["paid.payer"]
        assert dialog.wrong == {"": "too_long"}
        assert dialog.pending.drafts == {"payer": "Thomas"}
        assert dialog.say("Tom").told == ["Tom"]

    def test_from_there_one_step_back_is_the_form_before(self) -> None:
        dialog = Dialog(self.checked).answer(where="Ulm", days="3", note="").say("Thomas").back()
        assert dialog.open == ["trip.where", "trip.days", "trip.note"]


class TestLoops:
    @staticmethod
    def stops(ask: Ask) -> Message:
        names = []
        for n in count(1):
            stop = ask(Stop, f"stop{n}")
            names.append(stop.name)
            if not stop.another:
                break
        return told(*names)

    def test_each_round_has_keys_of_its_own(self) -> None:
        dialog = Dialog(self.stops).answer(name="Ulm", another="yes").answer(name="Bonn", another="是")
        assert dialog.open == ["stop3.name", "stop3.another"]
        assert dialog.answer(name="Rome", another="no").told == ["Ulm", "Bonn", "Rome"]

    def test_going_back_makes_it_shorter(self) -> None:
        dialog = Dialog(self.stops).answer(name="Ulm", another="yes").answer(name="Bonn", another="yes")
        assert dialog.back().back().answer(another="no").open == ["stop1.name"]
