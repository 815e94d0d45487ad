"""What the window needs of the rest of the app; `app.py` passes objects that fit."""

from evacplan.ui.ports.lines import (
    BackupLine,
    HeldBy,
    HomeworkLine,
    PlanDifference,
    PlanLine,
    RecoveredPlan,
    ReviewLine,
    RevisionLine,
)
from evacplan.ui.ports.plans import Plans
from evacplan.ui.ports.services import Services
from evacplan.ui.ports.vault import DamagedStoreError, OpenedBackup, Training, Vault, WrongPassphraseError

__all__ = [
    "BackupLine",
    "DamagedStoreError",
    "HeldBy",
    "HomeworkLine",
    "OpenedBackup",
    "PlanDifference",
    "PlanLine",
    "Plans",
    "RecoveredPlan",
    "ReviewLine",
    "RevisionLine",
    "Services",
    "Training",
    "Vault",
    "WrongPassphraseError",
]
