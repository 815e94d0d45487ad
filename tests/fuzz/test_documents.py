"""A little of what `fuzz_document` does for hours: the same inputs at every run."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.fuzz.fuzz_document import Count, samples
from tests.fuzz.mutating import damaged, mutated
from tests.papers.samples import shipped_press

READ, PRINTED, PATIENCE_S = 400, 4, 5


def test_damaged_plans_are_read_or_refused_in_words(tmp_path: Path) -> None:
    count, chance, begin = Count(60, tmp_path), Random(20261121), samples()
    for number in range(READ):
        change = damaged if number % 4 == 0 else mutated
        count.try_one(change(chance.choice(begin), chance), None)
    assert not count.failures
    assert READ // 10 < count.accepted < READ
    assert count.slowest < PATIENCE_S


def test_what_is_accepted_has_findings_and_prints_in_every_paper(tmp_path: Path) -> None:
    count, chance, begin = Count(60, tmp_path), Random(20261121), samples()[:2]
    while count.accepted < PRINTED:
        count.try_one(mutated(chance.choice(begin), chance), shipped_press())
    assert not count.failures
    assert count.papers > PRINTED
