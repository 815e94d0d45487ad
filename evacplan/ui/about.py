"""What this program is, which forms it uses and whose work it stands on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from evacplan import __version__
from evacplan.ui.errors import Question
from evacplan.ui.pack_ports import FormsLine, Packs


class AboutBox:
    """The dialog of the menu 「ヘルプ」."""

    @staticmethod
    def tell(parent: QWidget | None, packs: Packs) -> None:
        """Show it until the user has read it."""
        Question.ask(
            parent,
            f"evacplan {__version__}",
            _tr("医療的ケア児の災害時個別支援計画を、このパソコンの中だけで作ります。"),
            _tr("様式：{forms}").format(forms=forms_words(packs.in_use)),
            _tr("文字は BIZ UDPゴシックと Noto Sans JP（SIL OFL）、画面は Qt（LGPL）を使っています。"),
            _tr("ほかの部品は、ヘルプの「使っている部品とライセンス」にあります。"),
            buttons=(_tr("閉じる(&C)"),),
        )


def forms_words(line: FormsLine) -> str:
    """Which forms, in a line."""
    if not line.name:
        return _tr("もとの様式（アプリと一緒に入ったもの　{date}）").format(date=line.date)
    return _tr("{name}　第{version}版（{date}）").format(name=line.name, version=line.version, date=line.date)


def _tr(text: str) -> str:
    return QCoreApplication.translate("about", text)
