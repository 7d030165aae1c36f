"""Dialogs that outlive what they were begun with: options that vanish, and deploys."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from conversations.ask import Ask
from conversations.choice_fields import record_value
from conversations.forms import choice, day, form, number, text
from conversations.talk import Flow
from conversations.view import Message, Option
from tests.conversations import toys
from tests.conversations.toys import PLACES, Dialog, Packed, Paid, Stop, Trip, departments, told, travel, world


class TestOptionsThatVanish:
    @staticmethod
    def go(ask: Ask) -> Message:
        places = [Option(record_value(place.id), place.name.en) for place in ask.know.departments()]
        chosen = ask(Trip, options={"where": places})
        return told(chosen.where, ask(Paid).payer)

    def dialog(self) -> Dialog:
        begun = Dialog(self.go, world=world(departments=departments({7: "Ulm", 3: "Paris", 9: "Bonn"})))
        return begun.answer(where="Paris", days="4", note="")

    def test_what_is_gone_is_asked_again_and_said_so(self) -> None:
        dialog = self.dialog().deploy(self.go, world(departments=departments({7: "Ulm", 9: "Bonn"})))

        assert dialog.open == ["trip.where"]
        assert dialog.wrong == {"where": "option_gone"}
        assert dialog.pending.drafts == {"where": ""}
        assert dialog.say("Bonn", "Tom").told == ["#9", "Tom"]

    def test_no_other_option_is_taken_for_it(self) -> None:
        """Neither the one that now stands at its number, nor one whose name begins like it."""
        dialog = self.dialog().deploy(self.go, world(departments=departments({7: "Ulm", 8: "3", 9: "#3", 10: "Paris"})))
        assert dialog.open == ["trip.where"]

    def test_a_new_order_and_a_new_name_change_nothing(self) -> None:
        dialog = self.dialog().deploy(self.go, world(departments=departments({9: "Bonn", 3: "Lutetia", 7: "Ulm"})))
        assert dialog.open == ["paid.payer"]
        assert dialog.say("Tom").told == ["#3", "Tom"]

    def test_of_several_choices_the_others_stay_chosen(self) -> None:
        def packing(places: Sequence[Option]) -> Flow:
            return lambda ask: told(ask(Packed, options={"things": places}).things, ask(Paid).payer)

        dialog = Dialog(packing(PLACES)).say("1, 2, own tent").deploy(packing(PLACES[1:]))

        assert dialog.open == ["packed.things"]
        assert dialog.wrong == {"things": "option_gone"}
        assert dialog.pending.drafts == {"things": "#3\nown tent"}

    def test_an_answer_beyond_a_new_limit_is_asked_again_for_its_own_reason(self) -> None:
        @form
        class Trip:
            where: str = choice()
            days: Decimal = number(least=1, most=3)
            note: str | None = text(optional=True)

        def shorter(ask: Ask) -> Message:
            return told(ask(Trip, options={"where": PLACES}))

        dialog = Dialog(travel).answer(where="Ulm", days="20", note="").deploy(shorter)
        assert dialog.open == ["trip.days"]
        assert dialog.wrong == {"days": "number_large"}
        assert dialog.pending.drafts == {"days": "20"}


class TestDeploys:
    """Each goes on with a dialog of an earlier version: nothing is shifted, only what is missing is asked."""

    @staticmethod
    def begun() -> Dialog:
        return Dialog(travel).answer(where="Paris", days="4", note="by train")

    def test_a_question_is_inserted(self) -> None:
        @form
        class Trip:
            who: str = text()
            where: str = choice()
            days: Decimal = number()
            note: str | None = text(optional=True)

        def inserted(ask: Ask) -> Message:
            trip = ask(Trip, options={"where": PLACES})
            return told(trip.who, trip.where, trip.days, trip.note, ask(Paid).payer)

        dialog = self.begun().deploy(inserted)
        assert dialog.open == ["trip.who"]
        assert dialog.say("Li Na", "Tom").told == ["Li Na", "#3", "4", "by train", "Tom"]

    def test_a_form_is_inserted_before_all_others(self) -> None:
        def inserted(ask: Ask) -> Message:
            stop = ask(Stop)
            trip = ask(Trip, options={"where": PLACES})
            return told(stop.name, trip.where, ask(Paid).payer)

        dialog = Dialog(travel, "Paris 4").deploy(inserted)
        assert dialog.open == ["stop.name", "stop.another"]
        assert dialog.answer(name="Ulm", another="no").open == ["trip.note"]
        assert dialog.skip().say("Tom").told == ["Ulm", "#3", "Tom"]

    def test_a_question_is_inserted_into_the_form_that_took_the_words(self) -> None:
        @form
        class Trip:
            who: str = text()
            where: str = choice()

        def before(ask: Ask) -> Message:
            return told(ask(toys.Trip, options={"where": PLACES}, words=ask.take_words()))

        def after(ask: Ask) -> Message:
            return told(ask(Trip, options={"where": PLACES}, words=ask.take_words()))

        assert Dialog(before, "Paris").deploy(after).open == ["trip.who"]

    def test_a_question_is_removed(self) -> None:
        @form
        class Trip:
            where: str = choice()
            note: str | None = text(optional=True)

        def removed(ask: Ask) -> Message:
            trip = ask(Trip, options={"where": PLACES})
            return told(trip.where, trip.note, ask(Paid).payer)

        dialog = self.begun().deploy(removed)
        assert dialog.open == ["paid.payer"]
        assert dialog.say("Tom").told == ["#3", "by train", "Tom"]

    def test_a_whole_form_is_removed_and_is_no_step_back(self) -> None:
        def before(ask: Ask) -> Message:
            return told(ask(Trip, options={"where": PLACES}), ask(Paid), ask(Stop))

        def removed(ask: Ask) -> Message:
            return told(ask(Trip, options={"where": PLACES}), ask(Stop))

        dialog = Dialog(before).answer(where="Paris", days="4", note="").say("Tom").deploy(removed)
        assert dialog.open == ["stop.name", "stop.another"]
        assert dialog.back().open == ["trip.where", "trip.days", "trip.note"]

    def test_questions_and_forms_are_swapped(self) -> None:
        @form
        class Trip:
            note: str | None = text(optional=True)
            days: Decimal = number()
            where: str = choice()

        def swapped(ask: Ask) -> Message:
            payer = ask(Paid).payer
            trip = ask(Trip, options={"where": PLACES})
            return told(trip.where, trip.days, trip.note, payer)

        dialog = self.begun().deploy(swapped)
        assert dialog.open == ["paid.payer"]
        assert dialog.say("Tom").told == ["#3", "4", "by train", "Tom"]

    def test_a_question_is_renamed(self) -> None:
        @form
        class Trip:
            where: str = choice()
            nights: Decimal = number()
            note: str | None = text(optional=True)

        def renamed(ask: Ask) -> Message:
            trip = ask(Trip, options={"where": PLACES})
            return told(trip.where, trip.nights, trip.note, ask(Paid).payer)

        dialog = self.begun().deploy(renamed)
        assert dialog.open == ["trip.nights"]
        assert dialog.say("3", "Tom").told == ["#3", "3", "by train", "Tom"]

    def test_an_option_is_dropped(self) -> None:
        def dropped(ask: Ask) -> Message:
            trip = ask(Trip, options={"where": [place for place in PLACES if place.value != "#3"]})
            return told(trip.where, trip.days, trip.note, ask(Paid).payer)

        dialog = self.begun().deploy(dropped)
        assert dialog.open == ["trip.where"]
        assert dialog.wrong == {"where": "option_gone"}
        assert dialog.say("Bonn", "Tom").told == ["#9", "4", "by train", "Tom"]

    def test_a_question_left_out_is_needed_now(self) -> None:
        @form
        class Trip:
            where: str = choice()
            days: Decimal = number()
            note: str = text()

        def needed(ask: Ask) -> Message:
            return told(ask(Trip, options={"where": PLACES}).note)

        dialog = Dialog(travel).answer(where="Paris", days="4", note="").deploy(needed)
        assert dialog.open == ["trip.note"]

    def test_a_date_stays_what_it_was_on_a_later_day(self) -> None:
        @form
        class Until:
            until: object = day()

        def due(ask: Ask) -> Message:
            return told(ask(Until).until, ask(Paid).payer)

        dialog = Dialog(due).say("Friday")
        dialog.world = world(today=dialog.world.today.replace(month=12))
        assert dialog.say("Tom").told == ["2026-11-27", "Tom"]
