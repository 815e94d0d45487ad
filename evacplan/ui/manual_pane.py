"""One page of the manual, drawn in the colours and the size of the app."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from evacplan.form.manual import Manual
from evacplan.ui.manual_html import html_of, sheet
from evacplan.ui.theme import colours_of

_EDGE = 14  # px around the text


class ManualPane(QTextBrowser):
    """Shows the pages of the manual and nothing else; links lead to other pages, never out of the app."""

    def __init__(self, manual: Manual) -> None:
        super().__init__()
        self._manual = manual
        self._width = 0
        self.setObjectName("manual")
        self.setAccessibleName(self.tr("手引き"))
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDocumentMargin(_EDGE)
        # Not at once: a page that is being set makes room for its own scroll bars.
        self._again = QTimer(self, interval=0, singleShot=True)
        self._again.timeout.connect(self.draw_anew)

    def open_page(self, name: str) -> None:
        """Show a page from its beginning."""
        self.setSource(QUrl(f"{name}.md"))

    @property
    def page(self) -> str:
        """The name of the page that is open."""
        return Path(self.source().path()).stem

    def doSetSource(self, name: QUrl | str, kind: QTextDocument.ResourceType | None = None) -> None:
        """Pages are rich text by the time Qt gets them, whatever their ending says."""
        del kind
        url = QUrl(name)
        if self._names(url) in self._page_names:
            self._set_look()
            super().doSetSource(url, QTextDocument.ResourceType.HtmlResource)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A page or one of its pictures; nothing from anywhere else."""
        url = QUrl(name)
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._picture(url)
        if kind != QTextDocument.ResourceType.HtmlResource.value:
            return None
        nodes = self._manual.page(self._names(url)).nodes
        return html_of(nodes, colours_of(self.palette()), self.font().pixelSize())

    def draw_anew(self) -> None:
        """Draw the page again, in other colours, sizes or widths, at the same place."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        self._set_look()
        self.reload()
        bar.setValue(round(share * bar.maximum()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures to the new width."""
        super().resizeEvent(event)
        if self._width and self.viewport().width() != self._width:
            self._again.start()

    @property
    def _page_names(self) -> frozenset[str]:
        return frozenset(page.name for page in self._manual.pages)

    @staticmethod
    def _names(url: QUrl) -> str:
        return url.path().removesuffix(".md") if not url.scheme() else ""

    def _set_look(self) -> None:
        self.ensurePolished()
        self._width = self.viewport().width()
        self.document().setDefaultFont(self.font())
        self.document().setDefaultStyleSheet(sheet(colours_of(self.palette()), self.font().pixelSize()))

    def _picture(self, url: QUrl) -> QImage | None:
        path = (self._manual.folder / url.path()).resolve()
        if url.scheme() or self._manual.folder.resolve() not in path.parents or not path.is_file():
            return None
        image = QImage(str(path))
        room = self.viewport().width() - 2 * _EDGE
        if image.width() <= room or room <= 0:
            return image
        return image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
