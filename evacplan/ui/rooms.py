"""The rooms of the window, each made once and given what it needs of the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMainWindow

from evacplan.ui.doorway import Doorway
from evacplan.ui.in_hand import InHand
from evacplan.ui.list_room import ListRoom
from evacplan.ui.locking import Locking
from evacplan.ui.plan_room import PlanRoom
from evacplan.ui.ports import Services
from evacplan.ui.safety import Safety
from evacplan.ui.screen import Screen
from evacplan.ui.store_room import StoreRoom
from evacplan.ui.theme import Look
from evacplan.ui.tour import Seen, Tour
from evacplan.ui.training import LeadsTo, TrainingBand, TrainingDesk
from evacplan.ui.unsaved import Unsaved


@dataclass(frozen=True, slots=True)
class Rooms:
    """hand: what all of them work with. screen: where each shows its pages. plan, list, store: what is open.

    door: the way in and out. safety, unsaved, tour, training: at hand on every page.
    """

    hand: InHand
    screen: Screen
    plan: PlanRoom
    list: ListRoom
    store: StoreRoom
    door: Doorway
    safety: Safety
    unsaved: Unsaved
    tour: Tour
    training: TrainingDesk


def furnish(
    window: QMainWindow,
    services: Services,
    look: Look,
    locking: Locking,
    tour_seen: Seen,
    *,
    lock: Callable[[], object],
    opens: Callable[[], object],
) -> Rooms:
    """Make the rooms and put them into the window.

    lock: called when nobody is there any more. opens: opens the plan that is chosen in the list.
    """
    trains = services.training is not None
    hand, unsaved = InHand(), Unsaved()
    safety = Safety(window, locking, lock, services.ledger_fault_words)
    training = TrainingDesk(window, services.training)

    def is_new() -> bool:
        """Whether whoever is here has no plans of their own yet."""
        return hand.plans is not None and (trains or not hand.plans.entries())

    tour = Tour(window, look, tour_seen, is_new=is_new, opens=opens if trains else None)
    screen = Screen(window, hand, look, tour, training)
    plan = PlanRoom(window, hand, services, screen, unsaved)
    all_plans = ListRoom(hand, services, screen, unsaved, plan)
    store = StoreRoom(
        hand, services, screen, list_room=all_plans, plan_room=plan, safety=safety, unsaved=unsaved
    )
    door = Doorway(
        window,
        hand,
        services,
        screen,
        store_room=store,
        list_room=all_plans,
        plan_room=plan,
        safety=safety,
        unsaved=unsaved,
    )
    rooms = Rooms(hand, screen, plan, all_plans, store, door, safety, unsaved, tour, training)
    screen.arrange(
        TrainingBand(lasts=services.training.lasts) if services.training is not None else None,
        unsaved,
        safety.line,
    )
    _join(rooms)
    return rooms


def _join(rooms: Rooms) -> None:
    """Let one room hear of another what neither needs to know of it."""
    training, entrance = rooms.training, rooms.door.entrance
    rooms.plan.touched.connect(rooms.safety.touch)
    entrance.training_requested.connect(lambda: training.leave(LeadsTo.TRAINING))
    entrance.training_ended.connect(lambda: training.leave(LeadsTo.PLANS))
    training.anew_wanted.connect(lambda: rooms.door.train(anew=True))
