"""One plan that has each finding and one, changed as little as possible, that has not."""

from tests.domain.findings.examples.devices import DEVICES
from tests.domain.findings.examples.endurance import ENDURANCE, OXYGEN
from tests.domain.findings.examples.entries import ENTRIES, REVIEW
from tests.domain.findings.examples.example import Example
from tests.domain.findings.examples.people import CONSENTS, CONTACTS, PEOPLE
from tests.domain.findings.examples.places import DESTINATION, FALLBACK, LEAVING, SUPPLIES
from tests.domain.findings.examples.sources import SOURCES

__all__ = ["EXAMPLES", "Example"]

EXAMPLES: tuple[Example, ...] = (
    *DEVICES,
    *SOURCES,
    *ENDURANCE,
    *OXYGEN,
    *FALLBACK,
    *DESTINATION,
    *LEAVING,
    *SUPPLIES,
    *PEOPLE,
    *CONTACTS,
    *CONSENTS,
    *REVIEW,
    *ENTRIES,
)
