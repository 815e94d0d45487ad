"""What makes a document fit for long keeping: PDF/A-2b (ISO 19005-2) in metadata, colour and structure."""

from __future__ import annotations

import zlib
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from evacplan.form.view import View
from evacplan.pdf.srgb import NAME, srgb_profile

VERSION = (1, 7)
MAKER = "evacplan"
PRODUCER = "evacplan (ReportLab)"
# The day of making says nothing that the paper does not, and would make equal documents differ.
MADE_ON = "2000-01-01T00:00:00+00:00"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>ja-JP</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{maker}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


class Information(pdfdoc.PDFInfo):  # type: ignore[misc]
    """The document information without empty entries, so that it says what the metadata say."""

    creator = MAKER
    producer = PRODUCER

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.author = self.subject = self.keywords = ""

    def format(self, document: Any) -> Any:
        day = pdfdoc.PDFDate(ts=document._timeStamp, dateFormatter=None)
        entries = {
            "Title": pdfdoc.PDFString(self.title),
            "Creator": pdfdoc.PDFString(self.creator),
            "Producer": pdfdoc.PDFString(self.producer),
            "CreationDate": day,
            "ModDate": day,
        }
        return pdfdoc.PDFDictionary(entries).format(document)


def describe(canvas: Any, view: View) -> None:
    """Give a document its title, language, page labels, metadata and colour space; no personal value."""
    document = canvas._doc
    document.info = Information(view.pdf_title)
    title = escape(view.pdf_title)
    xmp = _XMP.format(title=title, maker=MAKER, producer=escape(PRODUCER), made=MADE_ON)
    canvas.setCatalogEntry("Lang", pdfdoc.PDFString("ja-JP"))
    canvas.setCatalogEntry("Metadata", _stream(document, xmp.encode(), Type="/Metadata", Subtype="/XML"))
    intent = pdfdoc.PDFDictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": pdfdoc.PDFString(NAME),
            "Info": pdfdoc.PDFString(NAME),
            "DestOutputProfile": _stream(document, _profile(), N=3, Filter="/FlateDecode"),
        }
    )
    document.Catalog.__NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]
    canvas.setCatalogEntry("OutputIntents", pdfdoc.PDFArray([intent]))
    numbers = pdfdoc.PDFArray([0, pdfdoc.PDFDictionary({"S": "/D"})])
    canvas.setCatalogEntry("PageLabels", pdfdoc.PDFDictionary({"Nums": numbers}))


class _Raw(pdfdoc.PDFObject):  # type: ignore[misc]
    """A stream written as it is given: other programs find the metadata without unpacking."""

    def __init__(self, data: bytes, entries: dict[str, object]) -> None:
        self._data = data
        self._entries = entries

    def format(self, document: Any) -> bytes:
        head = pdfdoc.PDFDictionary({**self._entries, "Length": len(self._data)}).format(document)
        return b"".join([head, b"\nstream\n", self._data, b"endstream\n"])


def _stream(document: Any, data: bytes, **entries: object) -> Any:
    return document.Reference(_Raw(data, entries))


@cache
def _profile() -> bytes:
    return zlib.compress(srgb_profile(), 9)
