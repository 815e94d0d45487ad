"""Which source carries which device at one moment, decided once per situation and remembered."""

from dataclasses import dataclass

from evacplan.domain.blackout.prepared import Prepared
from evacplan.domain.blackout.timetable import bits


@dataclass(frozen=True, slots=True)
class Assignment:
    """What each source carries (position, mask), at which rate it falls, and whose peaks are too much."""

    carried: tuple[tuple[int, int], ...]
    supplied: int
    rates: tuple[tuple[int, int], ...]
    overloads: tuple[tuple[int, int, int], ...]


class Supply:
    """Assigns devices to sources: first fit, devices A to D, sources in their order.

    The same devices and sources come back every day, so each assignment is worked out once.
    """

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self._known: dict[tuple[int, int], Assignment] = {}

    def assign(self, needing: int, available: int) -> Assignment:
        """The assignment for a mask of devices that need a source and a mask of sources that can give."""
        key = (needing, available)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._work_out(needing, available)
        return found

    def _work_out(self, needing: int, available: int) -> Assignment:
        prepared = self._prepared
        masks = dict.fromkeys(bits(available), 0)
        sums = dict.fromkeys(masks, 0)
        for device in prepared.order:
            if not needing >> device & 1:
                continue
            for source, load in sums.items():
                limit = prepared.limits[source]
                if limit is None or load + prepared.running[device] <= limit:
                    sums[source] += prepared.running[device]
                    masks[source] |= 1 << device
                    break
        carried = tuple((source, mask) for source, mask in masks.items() if mask)
        return Assignment(
            carried=carried,
            supplied=sum(mask for _, mask in carried),
            rates=tuple((source, self._rate(source, mask, sums[source])) for source, mask in carried),
            overloads=tuple(found for source, mask in carried if (found := self._overload(source, mask))),
        )

    def _rate(self, source: int, mask: int, load: int) -> int:
        prepared = self._prepared
        reservoir = prepared.reservoirs[source]
        if reservoir.by_energy:
            return sum(prepared.draw[device] for device in bits(mask))
        limit = prepared.limits[source]
        return reservoir.eco if limit is not None and 2 * load <= limit else reservoir.rated

    def _overload(self, source: int, mask: int) -> tuple[int, int, int] | None:
        """F5: position, devices and sum of the peaks when they are more than the output."""
        limit = self._prepared.limits[source]
        peaks = sum(self._prepared.peak[device] for device in bits(mask))
        return (source, mask, peaks) if limit is not None and peaks > limit else None
