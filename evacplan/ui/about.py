"""What this program is and whose work it stands on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from evacplan import __version__
from evacplan.ui.errors import Question


class AboutBox:
    """The dialog of the menu 「ヘルプ」."""

    @staticmethod
    def tell(parent: QWidget | None) -> None:
        """Show it until the user has read it."""
        Question.ask(
            parent,
            f"evacplan {__version__}",
            _tr("医療的ケア児の災害時個別支援計画を、このパソコンの中だけで作ります。"),
            _tr("文字は BIZ UDPゴシックと Noto Sans JP（SIL OFL）、画面は Qt（LGPL）を使っています。"),
            _tr("ほかの部品は、ヘルプの「使っている部品とライセンス」にあります。"),
            buttons=(_tr("閉じる(&C)"),),
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("about", text)
