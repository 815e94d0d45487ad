"""The main job in one go: a new encrypted store, the shipped samples, confirmed, all editions printed."""

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from evacplan.domain.copies import NewCopy
from evacplan.domain.plan import Plan
from evacplan.exchange.plan_file import read_plan
from evacplan.form.papers import Paper
from evacplan.form.spec import Edition
from evacplan.press import Press, write_editions
from evacplan.store import database
from evacplan.store.copies import CopyStore
from evacplan.store.plans import PlanStore

STORE = "demo.evacplan"
CONFIRMED_BY = "見本"


def make_demo(press: Press, samples: Path, out: Path) -> Iterator[Path]:
    """Make the demo in a folder, in place of an earlier one; yields each path as it is written.

    The passphrase of the demo store is random and kept nowhere: the samples are in the app anyway.
    """
    out.mkdir(parents=True, exist_ok=True)
    path = out / STORE
    for earlier in out.glob(f"{STORE}*"):
        earlier.unlink()
    store, _code = database.create(path, secrets.token_urlsafe())
    try:
        yield path
        plans, copies = PlanStore(store), CopyStore(store)
        for sample in sorted(samples.glob("*.json")):
            yield from _one(press, plans, copies, read_plan(sample), out)
    finally:
        store.close()


def _one(press: Press, plans: PlanStore, copies: CopyStore, plan: Plan, out: Path) -> Iterator[Path]:
    now = datetime.now(UTC)
    plan_id = plans.create(plan, now)
    revision = plans.confirm(plan_id, plans.draft(plan_id), CONFIRMED_BY, "", now)
    kept = plans.revision_plan(plan_id, revision.number)
    for edition in Edition:
        data = press.print(kept, edition, now.astimezone().date(), confirmed=True)
        yield from write_editions(out, kept, {edition: data})
        basis = press.basis(kept, Paper(edition), "", now.astimezone().date())
        copies.record(plan_id, revision.number, [NewCopy(edition.value, "", data, basis)], now)
