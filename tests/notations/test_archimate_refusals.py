"""Every input that can't be read is refused with its cause, and never by a crash."""

import zipfile
from io import BytesIO

import pytest

from goalgraph.notations.archimate import NotReadable, opening, read_archimate

_MODEL = b'<archimate:model xmlns:archimate="http://www.archimatetool.com/archimate" name="M"/>'
_OPEN = _MODEL[:-2] + b">"


def _zipped(name: str = "model.xml", content: bytes = _MODEL, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def _encrypted() -> bytes:
    data = bytearray(_zipped())
    data[6] |= 1  # the flags in the file's own header
    data[data.index(b"PK\x01\x02") + 8] |= 1  # and in the directory
    return bytes(data)


def _corrupt() -> bytes:
    data = bytearray(_zipped(content=_MODEL * 50))
    data[60] ^= 0xFF
    return bytes(data)


_DTD = b'<?xml version="1.0"?>\n<!DOCTYPE model %s>\n<model>&x;</model>'
_LAUGHS = _DTD % b'[<!ENTITY y "ha"><!ENTITY x "&y;&y;&y;&y;&y;&y;&y;&y;">]'
_EXTERNAL = _DTD % b'[<!ENTITY x SYSTEM "file:///etc/passwd">]'

REFUSED = {
    "empty": (b"", "the file is empty"),
    "blank": (b" \n\n", "the model is empty"),
    "prose": (b"Dear all,\n", r"not XML: syntax error \(line 1, column 1\)"),
    "binary": (bytes(range(256)), "not XML"),
    "comment only": (b"<!-- nothing -->", "not XML"),
    "truncated": (_OPEN + b"\n<folder>", r"breaks off.*\(line 2, column 9\)"),
    "cut in a tag": (_OPEN + b"\n<folder na", r"breaks off.*\(line 2"),
    "mismatched": (_OPEN + b"\n<a></b></archimate:model>", r"damaged: mismatched tag \(line 2, column 6\)"),
    "more after it": (_MODEL + b"<more/>", "damaged: junk after document element"),
    "billion laughs": (_LAUGHS, r"document type \(DTD\).*\(line 2, column 17\)"),
    "external entity": (_EXTERNAL, r"document type \(DTD\)"),
    "external DTD": (_DTD % b'SYSTEM "http://example.org/x.dtd"', r"document type \(DTD\)"),
    "other XML": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "no ArchiMate model: it begins with <svg>"),
    "other model": (b"<model/>", "no ArchiMate model"),
    "unknown encoding": (b'<?xml version="1.0" encoding="klingon"?>' + _MODEL, "encoding.*klingon.*UTF-8"),
    "wide encoding": (b'<?xml version="1.0" encoding="gbk"?>' + _MODEL, "encoding"),
    "wrong encoding": (b'<?xml version="1.0" encoding="UTF-16"?>' + _MODEL, "encoding"),
    "deep": (b"<a>" * 100_000, "no ArchiMate model"),
    "zip without a model": (_zipped("readme.txt"), r"holds no model\.xml"),
    "zip of nothing": (b"PK\x05\x06" + bytes(18), r"holds no model\.xml"),
    "zip of an empty model": (_zipped(content=b""), "the model is empty"),
    "zip of prose": (_zipped(content=b"hello"), "not XML"),
    "zip, encrypted": (_encrypted(), "encrypted"),
    "zip, corrupt": (_corrupt(), "this ZIP is damaged"),
    "zip, truncated": (_zipped()[:-30], "this ZIP is damaged"),
    "zip, odd method": (_zipped(method=zipfile.ZIP_LZMA), "compressed by method 14"),
    "zip bomb": (_zipped(content=b" " * 20_000_000), "more than 200 times"),
}


@pytest.mark.parametrize(("data", "cause"), REFUSED.values(), ids=REFUSED)
def test_refused(data: bytes, cause: str) -> None:
    with pytest.raises(NotReadable, match=cause) as refusal:
        read_archimate(data, "model.archimate")
    assert "\n" not in str(refusal.value)


def test_the_size_is_limited_plain_and_zipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "SIZE_LIMIT", 1_000_000)
    large = _MODEL + b" " * 1_000_000
    for data in (large, _zipped(content=large), _zipped(content=large, method=zipfile.ZIP_STORED)):
        with pytest.raises(NotReadable, match="larger than 1 MB"):
            read_archimate(data, "m")


def test_sizes_are_measured_and_not_taken_from_the_header() -> None:
    lying = bytearray(_zipped(content=b" " * 20_000_000))
    for header, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = lying.index(header) + offset
        lying[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(NotReadable):
        read_archimate(bytes(lying), "m")


def test_deep_nesting_in_a_model_is_read() -> None:
    deep = b"<folder>" * 100_000 + b"</folder>" * 100_000
    data = _OPEN + deep + b"</archimate:model>"
    assert read_archimate(data, "m").elements == 0


def test_a_zip_that_archi_saved_is_read() -> None:
    assert read_archimate(_zipped(), "m").text == 'strategy m "M"\n'


def test_line_and_column_are_told_apart() -> None:
    with pytest.raises(NotReadable) as refusal:
        read_archimate(REFUSED["mismatched"][0], "m")
    assert (refusal.value.line, refusal.value.column) == (2, 6)
    assert refusal.value.cause == "this XML is damaged: mismatched tag"
