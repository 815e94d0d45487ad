"""A pack of forms as a file: what is in it is what was put in, and everything else is refused."""

import hashlib
import warnings
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.errors import UserError
from evacplan.exchange.pack_file import MOST_BYTES, made_pack, pack_of, read_pack
from tests.packs import TOWN, a_pack, town_file, unzipped, zipped

WORDS = {"words/home.toml": '[section]\nsay = "家のことを聞きます。"\n'}


def refused(data: bytes) -> str:
    with pytest.raises(UserError) as caught:
        pack_of(data)
    assert caught.value.do
    return caught.value.why


def test_a_pack_reads_back_as_it_was_made_and_bears_the_hash_of_its_file(tmp_path: Path) -> None:
    data = a_pack(tmp_path, WORDS)

    pack = pack_of(data)

    assert (pack.head.id, pack.head.name, pack.head.version) == ("mori", "森町", "2")
    assert pack.files == {name: text.encode() for name, text in WORDS.items()}
    assert pack.fingerprint == hashlib.sha256(data).hexdigest()


def test_equal_folders_make_equal_packs(tmp_path: Path) -> None:
    assert a_pack(tmp_path / "one", WORDS) == a_pack(tmp_path / "two", WORDS)


def test_the_sample_towns_pack_can_be_made(tmp_path: Path) -> None:
    assert read_pack(town_file(tmp_path)).head.name.startswith("星見町")
    assert made_pack(TOWN)


def test_a_file_changed_after_the_pack_was_made_is_refused_by_name(tmp_path: Path) -> None:
    files = unzipped(a_pack(tmp_path, WORDS))
    files["words/home.toml"] += b"# more\n"

    assert "words/home.toml" in refused(zipped(files))


@pytest.mark.parametrize("change", ["added", "removed"])
def test_a_file_too_many_or_too_few_is_refused_by_name(tmp_path: Path, change: str) -> None:
    files = unzipped(a_pack(tmp_path, WORDS))
    if change == "added":
        files["words/child.toml"] = b""
    else:
        del files["words/home.toml"]

    assert "words/" in refused(zipped(files))


@pytest.mark.parametrize(
    "name",
    [
        "../words/home.toml",
        "/etc/passwd",
        "words/../../x.toml",
        "words\\home.toml",
        "C:words/home.toml",
        "words/home.py",
        "words/Home.toml",
        "forms/sub/home.toml",
        "readme.txt",
        "words/",
    ],
)
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    files = {**unzipped(a_pack(tmp_path, WORDS)), name: b"x"}

    assert "名前" in refused(zipped(files))


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    data = BytesIO(a_pack(tmp_path, WORDS))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(data, "a") as archive:
            archive.writestr("words/home.toml", b"")

    assert "名前" in refused(data.getvalue())


def test_a_small_zip_of_something_huge_is_refused_without_unpacking_it(tmp_path: Path) -> None:
    data = zipped({**unzipped(a_pack(tmp_path, WORDS)), "words/child.toml": bytes(MOST_BYTES * 20)})

    assert len(data) < MOST_BYTES
    assert "大きすぎ" in refused(data)


def test_a_zip_that_lies_about_its_sizes_is_refused(tmp_path: Path) -> None:
    data = zipped({**unzipped(a_pack(tmp_path, WORDS)), "words/child.toml": bytes(MOST_BYTES * 2)})
    real = (MOST_BYTES * 2).to_bytes(4, "little")

    assert refused(data.replace(real, (10).to_bytes(4, "little")))


def test_a_file_beyond_the_limit_and_one_of_too_many_parts_are_refused(tmp_path: Path) -> None:
    assert "大きすぎ" in refused(bytes(MOST_BYTES + 1))
    many = {f"words/{'a' * (n // 26 + 1)}{chr(97 + n % 26)}.toml": b"" for n in range(150)}
    assert "多すぎ" in refused(zipped(many))


@pytest.mark.parametrize(
    "head",
    [
        'name = "x"\nversion = "1"\ndate = 2027-01-01\n',
        'id = "Mori"\nname = "x"\nversion = "1"\ndate = 2027-01-01\n',
        'id = "mori"\nname = "x"\nversion = "1"\ndate = "soon"\n',
        'id = "mori"\nname = "x\\n"\nversion = "1"\ndate = 2027-01-01\n',
        'id = "mori"\nname = "x"\nversion = "1"\ndate = 2027-01-01\nmore = 1\n',
        "no toml",
    ],
)
def test_a_head_that_says_too_little_or_too_much_makes_no_pack(tmp_path: Path, head: str) -> None:
    with pytest.raises(UserError):
        a_pack(tmp_path, WORDS, head)


def test_a_stray_file_makes_no_pack(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        a_pack(tmp_path, {"words/home.txt": ""})
    assert "words/home.txt" in caught.value.why


@given(st.data())
def test_no_broken_zip_gets_past(data: st.DataObject) -> None:
    whole = made_pack(TOWN)
    start = data.draw(st.integers(0, len(whole) - 1))
    broken = whole[:start] + data.draw(st.binary(max_size=8)) + whole[start + data.draw(st.integers(1, 8)) :]
    try:
        found = pack_of(broken)
    except UserError:
        return
    # Bytes that no file hangs on, such as dates, may differ: the fingerprint tells.
    assert found.files == pack_of(whole).files
