"""Papers fit for long keeping: the rules of PDF/A-2b that can be read from the file, and equal bytes.

veraPDF is a Java program that Debian and PyPI do not have; these tests read the rules that our own writing of
the file could break: header, streams, metadata, colour, fonts, nothing active, nothing encrypted.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from typing import Any

import pytest
from PIL import ImageCms
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from evacplan.blank_forms import blank_pdf
from evacplan.form.exchange_slip import Exchange, OldCopy
from evacplan.form.papers import Paper
from evacplan.form.spec import Edition
from tests.builders import CASES, a_case
from tests.papers.samples import TODAY, shipped_press

ACTIVE = {"/JavaScript", "/JS", "/Launch", "/EmbeddedFiles", "/AA", "/OpenAction", "/XFA", "/Encrypt"}
DEVICE_COLOURS = re.compile(rb"(?<![\w.])[\d.]+ [\d.]+ [\d.]+ [\d.]+ [kK](?!\w)")


OLD_COPY = OldCopy(1, Paper.FAMILY, 1, date(2026, 1, 9))
# The papers that are no edition of a plan: blank forms, the exchange slip, the recovery sheet, the minutes.
OTHERS: dict[str, Callable[[], bytes]] = {
    **{f"blank {name}": partial(blank_pdf, shipped_press(), name) for name in (*Edition, "contacts")},
    "slip": lambda: shipped_press().exchange_slip(
        a_case("case-a"), 3, [Exchange("架空町役場", (OLD_COPY,)), Exchange("", (OLD_COPY,))]
    ),
    "recovery": lambda: shipped_press().recovery_sheet("ABCDE-FGHJK-MNPQR-STVWX", 1, TODAY),
    "minutes": lambda: shipped_press().minutes(
        a_case("case-b"), a_case("case-b").meeting.meetings[0], {"devices": 600.0}
    ),
}
EDITIONS: dict[str, Callable[[], bytes]] = {
    f"{case} {paper}": partial(shipped_press().print, a_case(case), paper, TODAY)
    for case in CASES
    for paper in Paper
}


def data_of(name: str) -> bytes:
    return {**EDITIONS, **OTHERS}[name]()


def objects(reader: PdfReader) -> Iterator[Any]:
    numbers = [*(number for table in reader.xref.values() for number in table), *reader.xref_objStm]
    yield from (reader.get_object(IndirectObject(number, 0, reader)) for number in numbers if number)


def root(reader: PdfReader) -> Any:
    return reader.trailer["/Root"]


@pytest.fixture(params=[*EDITIONS, *OTHERS])
def data(request: pytest.FixtureRequest) -> bytes:
    return _once(request.param)


@cache
def _once(name: str) -> bytes:
    return data_of(name)


def test_the_header_says_the_version_and_that_the_file_is_binary(data: bytes) -> None:
    first, second = data.split(b"\n", 2)[:2]
    assert first == b"%PDF-1.7"
    assert second.startswith(b"%")
    assert all(byte > 127 for byte in second[1:5])
    assert data.rstrip(b"\n").endswith(b"%%EOF")


def test_every_stream_has_its_length_and_ends_on_a_line_of_its_own(data: bytes) -> None:
    for stream in re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", data):
        assert data[stream.end() + int(stream[1]) :].startswith(b"\nendstream\nendobj")


def test_the_table_of_objects_points_at_every_object(data: bytes) -> None:
    reader = PdfReader(io.BytesIO(data))
    starts = reader.xref[0]
    assert all(data[start:].startswith(b"%d 0 obj\n" % number) for number, start in starts.items())
    assert sorted([*starts, *reader.xref_objStm]) == list(range(1, int(str(reader.trailer["/Size"]))))
    found = re.findall(rb"\nstartxref\n(\d+)\n%%EOF\n$", data)
    assert root(reader)["/Type"] == "/Catalog"
    assert int(found[0]) == max(starts.values())


def test_only_streams_stand_outside_the_shared_stream_of_objects(data: bytes) -> None:
    reader = PdfReader(io.BytesIO(data))
    for number in reader.xref[0]:
        assert isinstance(reader.get_object(IndirectObject(number, 0, reader)), StreamObject)
    for number in reader.xref_objStm:
        assert not isinstance(reader.get_object(IndirectObject(number, 0, reader)), StreamObject)


def test_metadata_and_information_say_the_same_and_name_the_standard(data: bytes) -> None:
    reader = PdfReader(io.BytesIO(data))
    xmp, said = reader.xmp_metadata, reader.metadata
    assert xmp is not None
    assert said is not None
    assert xmp.dc_title == {"x-default": said.title}
    assert (xmp.xmp_creator_tool, xmp.pdf_producer) == (said.creator, said.producer)
    assert set(said) == {"/Title", "/Creator", "/Producer", "/CreationDate", "/ModDate"}
    raw = root(reader)["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in raw
    assert "/Filter" not in root(reader)["/Metadata"]
    assert "/ID" in reader.trailer


def test_the_document_has_its_language_its_bookmarks_and_its_page_labels(data: bytes) -> None:
    reader = PdfReader(io.BytesIO(data))
    assert root(reader)["/Lang"] == "ja-JP"
    assert reader.outline
    assert reader.page_labels == [str(number) for number in range(1, len(reader.pages) + 1)]
    assert root(reader)["/ViewerPreferences"]["/DisplayDocTitle"]


def test_colours_are_red_green_blue_and_their_space_is_named_and_embedded(data: bytes) -> None:
    reader = PdfReader(io.BytesIO(data))
    (intent,) = root(reader)["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    profile = intent["/DestOutputProfile"]
    assert profile["/N"] == 3
    assert "sRGB" in ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile.get_data())))
    for page in reader.pages:
        assert not DEVICE_COLOURS.search(page.get_contents().get_data())  # type: ignore[union-attr]
    for found in objects(reader):
        if isinstance(found, StreamObject) and found.get("/Subtype") == "/Image":
            assert str(found["/ColorSpace"]) in ("/DeviceRGB", "/DeviceGray")


def test_every_font_is_embedded_and_every_letter_of_it_has_its_text(data: bytes) -> None:
    fonts = [found for found in objects(PdfReader(io.BytesIO(data))) if _is(found, "/Font", "/Type0")]
    assert fonts
    for font in fonts:
        descendant = font["/DescendantFonts"][0]
        assert "/FontFile2" in descendant["/FontDescriptor"]
        assert "/CIDToGIDMap" in descendant
        letters = len(descendant["/W"][1])
        assert font["/ToUnicode"].get_data().count(b"> <") == letters + 1  # and the range of codes
    assert not [found for found in objects(PdfReader(io.BytesIO(data))) if _is(found, "/Font", "/Type1")]


def _is(found: Any, kind: str, subtype: str) -> bool:
    return (
        isinstance(found, DictionaryObject)
        and found.get("/Type") == kind
        and found.get("/Subtype") == subtype
    )


def test_nothing_is_active_attached_or_encrypted(data: bytes) -> None:
    reader = PdfReader(io.BytesIO(data))
    assert "/Encrypt" not in reader.trailer
    for found in objects(reader):
        if isinstance(found, DictionaryObject):
            assert not ACTIVE & set(found)
            assert "/LZWDecode" not in str(found.get("/Filter", ""))


def test_the_same_plan_gives_the_same_bytes(data: bytes, request: pytest.FixtureRequest) -> None:
    assert data_of(request.node.callspec.params["data"]) == data
