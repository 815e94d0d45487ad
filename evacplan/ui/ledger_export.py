"""Writing the ledger and the register of copies for the municipality."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from evacplan.domain.ledger import EventKind
from evacplan.ui.dialogs import FileBox
from evacplan.ui.ledger_box import LedgerBox, LedgerFacts
from evacplan.ui.ports import PlanLine, Plans, Services


def write_ledger(parent: QWidget, plans: Plans, services: Services, chosen: PlanLine | None) -> str:
    """Ask what is wanted and write both files; their names in words, "" for never mind. Raises UserError.

    chosen: the plan chosen in the list.
    """
    plans.settle()
    fault = plans.ledger_fault(whole=True)
    facts = LedgerFacts(
        who=plans.who,
        rows=len(plans.ledger()),
        fault=services.ledger_fault_words(fault) if fault is not None else "",
        chosen=(chosen.number or chosen.plan_id[:8]) if chosen is not None else None,
    )
    wish = LedgerBox.ask(parent, facts)
    if wish is None:
        return ""
    if wish.who != plans.who:
        plans.name_who(wish.who)
    folder = FileBox.folder(parent, _tr("台帳を置くフォルダを選んでください"))
    if folder is None:
        return ""
    plan_id = chosen.plan_id if chosen is not None and wish.chosen_only else None
    # Before the files are made, so that this row is in them too.
    plans.note(EventKind.LEDGER_EXPORTED, plan_id)
    files = services.ledger_files(plans, plan_id)
    for name, data in files.items():
        services.write(folder / name, data)
    return _tr("「{names}」を書き出しました。").format(names="」「".join(files))


def _tr(words: str) -> str:
    return QCoreApplication.translate("ledger", words)
