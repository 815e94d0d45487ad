from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy.exc import DBAPIError

from evacplan.domain import document
from evacplan.domain.copies import Collected, How
from evacplan.domain.occasion import Occasion, OccasionKind
from evacplan.domain.plan import Plan
from evacplan.store import database as stores
from evacplan.store.copies import CopyStore
from evacplan.store.database import Database
from evacplan.store.plans import PlanStore
from evacplan.system.paths import shipped_paths
from tests.store.samples import NOW, PASSPHRASE, a_copy, a_plan, later, new_store

_NAMES = ("髙橋 𠮷郎", "神\ufa19", "葛\U000e0100城 花", "O'Brien; DROP TABLE plan", "%_太郎")
_LABELS = st.none() | st.sampled_from(_NAMES)
_PLANS = st.builds(a_plan, name=_LABELS, number=st.none() | st.sampled_from(("A-1", "２")))


class PlansModel(RuleBasedStateMachine):
    """Any order of saving, confirming, copying and archiving, beside a dictionary that does the same."""

    ids = Bundle("ids")

    @initialize()
    def open_store(self) -> None:
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name, "store.evacplan")
        self.database = new_store(self.path)
        self.store = PlanStore(self.database)
        self.minutes = 0
        self.drafts: dict[str, Plan] = {}
        self.changed: dict[str, datetime] = {}
        self.confirmed: dict[str, list[Plan]] = {}
        self.archived: set[str] = set()

    def teardown(self) -> None:
        assert self.database.problems() == ()
        self.database.close()
        self.folder.cleanup()

    def _tick(self) -> datetime:
        self.minutes += 1
        return later(self.minutes)

    def _keep(self, plan_id: str, plan: Plan, now: datetime) -> None:
        self.drafts[plan_id], self.changed[plan_id] = plan, now

    @rule(target=ids, plan=_PLANS)
    def create(self, plan: Plan) -> str:
        now = self._tick()
        plan_id = self.store.create(plan, now)
        self._keep(plan_id, plan, now)
        return plan_id

    @rule(target=ids, source=ids)
    def duplicate(self, source: str) -> str:
        now = self._tick()
        plan_id = self.store.duplicate(source, now)
        self._keep(plan_id, self.drafts[source], now)
        return plan_id

    @rule(plan_id=ids, plan=_PLANS)
    def save(self, plan_id: str, plan: Plan) -> None:
        now = self._tick()
        self.store.save_draft(plan_id, plan, now)
        self._keep(plan_id, plan, now)

    @rule(plan_id=ids, plan=_PLANS)
    def confirm(self, plan_id: str, plan: Plan) -> None:
        now = self._tick()
        revision = self.store.confirm(plan_id, plan, "佐藤", "会議で確認", now)
        self._keep(plan_id, plan, now)
        self.confirmed.setdefault(plan_id, []).append(plan)
        assert revision.number == len(self.confirmed[plan_id])
        assert revision == self.store.revisions(plan_id)[-1]

    @rule(plan_id=ids, flag=st.booleans())
    def archive(self, plan_id: str, flag: bool) -> None:
        self.store.archive(plan_id, flag, self._tick())
        (self.archived.add if flag else self.archived.discard)(plan_id)

    @rule()
    def reopen(self) -> None:
        self.database.close()
        self.database = stores.open(self.path, PASSPHRASE)
        self.store = PlanStore(self.database)

    @invariant()
    def the_list_and_the_documents_are_as_expected(self) -> None:
        for archived in (False, True):
            entries = self.store.entries(archived=archived)
            expected = [plan_id for plan_id in self.drafts if (plan_id in self.archived) == archived]
            assert [entry.plan_id for entry in entries] == sorted(
                expected, key=self.changed.__getitem__, reverse=True
            )
            for entry in entries:
                assert entry.name == (self.drafts[entry.plan_id].child.name or "")
                assert entry.revision == (len(self.confirmed.get(entry.plan_id, ())) or None)
        for plan_id, draft in self.drafts.items():
            assert self.store.draft(plan_id) == draft
            for number, plan in enumerate(self.confirmed.get(plan_id, ()), start=1):
                assert self.store.revision_plan(plan_id, number) == plan


PlansModel.TestCase.settings = settings(
    max_examples=6, stateful_step_count=16, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestPlansInAnyOrder = PlansModel.TestCase


def test_a_plan_is_found_by_name_kana_or_number(store: PlanStore) -> None:
    found = store.create(a_plan("髙橋 𠮷郎", "ﾀｶﾊｼ ﾖｼﾛｳ", "2026-001"), NOW)
    store.create(a_plan("山田 花", "やまだ はな", "2026-002"), NOW)
    for search in (
        "高橋",
        "髙橋",
        "𠮷郎",
        "吉郎 高橋",
        "タカハシ",
        "よしろう",
        "２０２６ー００１",
        "2026 たかはし",
    ):
        assert [entry.plan_id for entry in store.entries(search)] == [found], search
    assert store.entries("山田 吉郎") == ()
    assert store.entries("%") == ()
    assert len(store.entries("　")) == 2


def test_a_name_comes_back_to_the_code_point(store: PlanStore) -> None:
    for name in _NAMES:
        plan_id = store.create(a_plan(name), NOW)
        assert store.draft(plan_id).child.name == name
        assert store.entries()[0].name in _NAMES


@pytest.mark.parametrize("table", ["revision", "issue", "event", "paper", "collected"])
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE {table} SET rowid = rowid + 9",
        "DELETE FROM {table}",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    ],
)
def test_what_was_confirmed_issued_and_done_never_changes(
    store: PlanStore, database: Database, table: str, change: str
) -> None:
    plan_id = store.create(a_plan(), NOW)
    store.confirm(plan_id, a_plan("太郎"), "佐藤", "", NOW)
    copies = CopyStore(database)
    (issue,) = copies.record(plan_id, 1, [a_copy()], NOW)
    copies.collect([issue.id], How.RETURNED, NOW)
    with pytest.raises(DBAPIError, match="never change"), database.writing() as db:
        db.exec_driver_sql(change.format(table=table))
    assert store.revision_plan(plan_id, 1) == a_plan("太郎")
    assert copies.issues(plan_id)[0].collected == Collected(NOW, How.RETURNED)


def test_a_version_knows_the_meeting_at_which_it_was_agreed(store: PlanStore) -> None:
    plan_id = store.create(a_plan(), NOW)
    occasions = [
        Occasion(kind, day, "母、看護師") for kind in OccasionKind for day in (None, date(2026, 6, 2))
    ]
    for occasion in (None, *occasions):
        store.confirm(plan_id, a_plan(), "佐藤", "", NOW, occasion=occasion)
    assert [revision.occasion for revision in store.revisions(plan_id)] == [None, *occasions]


def test_a_plan_that_would_not_open_again_is_not_saved(store: PlanStore) -> None:
    plan_id = store.create(a_plan("太郎"), NOW)
    child = a_plan("太郎").child.model_copy(update={"name_kana": "Taro 7"})
    broken = a_plan("太郎").model_copy(update={"child": child})
    for save in (
        lambda: store.save_draft(plan_id, broken, NOW),
        lambda: store.confirm(plan_id, broken, "佐藤", "", NOW),
        lambda: store.create(broken, NOW),
    ):
        with pytest.raises(ValueError, match="would be refused"):
            save()
    assert store.draft(plan_id) == a_plan("太郎")
    assert store.revisions(plan_id) == ()
    assert len(store.entries()) == 1


def test_both_samples_come_back_as_they_were(store: PlanStore) -> None:
    for file in sorted(shipped_paths().samples.glob("*.json")):
        plan = document.loads(file.read_bytes())
        assert store.draft(store.create(plan, NOW)) == plan


def test_times_without_a_zone_are_refused(store: PlanStore) -> None:
    with pytest.raises(ValueError, match="zone"):
        store.create(a_plan(), NOW.replace(tzinfo=None))
    assert store.entries() == ()


def test_an_unknown_plan_is_our_bug_and_changes_nothing(store: PlanStore) -> None:
    for call in (
        lambda: store.draft("x"),
        lambda: store.save_draft("x", a_plan(), NOW),
        lambda: store.confirm("x", a_plan(), "", "", NOW),
        lambda: store.archive("x", True, NOW),
        lambda: store.revision_plan("x", 1),
        lambda: store.duplicate("x", NOW),
    ):
        with pytest.raises(KeyError):
            call()
    assert store.entries() == ()


def test_database_errors_hold_no_values(store: PlanStore, database: Database) -> None:
    with pytest.raises(DBAPIError) as caught, database.writing() as db:
        db.exec_driver_sql("INSERT INTO plan (id) VALUES (?)", ("カナリア",))
    assert "カナリア" not in str(caught.value)
