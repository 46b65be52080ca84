"""Bytes as a server sent them → UTF-8, whatever they claim to be; pure, bounded, never raises."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

# WHATWG labels whose Python codec of the same name is missing or narrower than what is really sent
_LABELS = {
    **dict.fromkeys(
        ("gb2312", "gb_2312", "gb_2312-80", "csgb2312", "csiso58gb231280", "iso-ir-58"), "gb18030"
    ),
    **dict.fromkeys(("gbk", "x-gbk", "chinese", "cp936", "ms936", "windows-936", "euc-cn"), "gb18030"),
    **dict.fromkeys(
        ("shift_jis", "shift-jis", "sjis", "x-sjis", "csshiftjis", "ms_kanji", "ms932", "windows-31j"),
        "cp932",
    ),
    **dict.fromkeys(("euc-kr", "euc_kr", "cseuckr", "korean", "windows-949", "iso-ir-149"), "cp949"),
    **dict.fromkeys(("ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601"), "cp949"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii"), "cp1252"),
    **dict.fromkeys(("windows-874", "tis-620", "tis620", "iso-8859-11", "dos-874"), "cp874"),
    **dict.fromkeys(("iso-8859-9", "latin5", "l5"), "cp1254"),
    **dict.fromkeys(("x-mac-roman", "macintosh", "mac"), "mac-roman"),
    **dict.fromkeys(("x-mac-cyrillic", "x-mac-ukrainian"), "mac-cyrillic"),
    **dict.fromkeys(("x-euc-jp", "cseucpkdfmtjapanese"), "euc_jp"),
    **dict.fromkeys(("unicode-1-1-utf-8", "utf8", "x-unicode20utf8", "unicode11utf8"), "utf-8"),
}
# The codecs of the WHATWG list (encoding.spec.whatwg.org) as Python names them; nothing else is ever used:
# no utf-7, no rot13, no zlib.
_ALLOWED = frozenset(
    ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5hkscs", "euc_jp", "cp932", "iso2022_jp"]
    + ["cp949", "cp866", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp874"]
    + [f"cp125{n}" for n in range(9)]
    + [f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)]
)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9._:-]{1,40})""", re.IGNORECASE)
_META = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?([A-Za-z0-9._:-]{1,40})""", re.IGNORECASE)
_CHUNK = 256 * 1024
_PROBE = 64 * 1024
_COMMON_CHINESE = frozenset("的一是了在不有人，。、中国我")


def codec_for(label: str) -> str:
    """Return the Python codec for a WHATWG label, "" when it is unknown or not on that list."""
    label = label.strip().lower()
    name = _LABELS.get(label, "")
    if not name:
        try:
            name = codecs.lookup(label).name
        except (LookupError, ValueError):
            return ""
    return name if name in _ALLOWED else ""


def to_utf8(body: bytes, content_type: str) -> bytes:
    """Return `body` in UTF-8 without byte order mark.

    A byte order mark wins, then UTF-8 that can be no accident, then what the document declares, then what the
    header says, each only if the bytes decode; then the best guess, with U+FFFD for what stays unreadable.
    """
    for bom, name in _BOMS:
        if body.startswith(bom):
            body = body[len(bom) :]
            return body if name == "utf-8" and _is(body, name) else _decoded(body, name)
    if wide := _without_bom(body[:64]):
        return _decoded(body, wide)
    claims = [name for name in (declared(body), codec_for(_charset(content_type))) if name]
    if body.isascii():
        return _decoded(body, "iso2022_jp") if "iso2022_jp" in claims else body
    if _is(body, "utf-8") and (not claims or "utf-8" in claims or _surely_utf8(body)):
        return body
    return _decoded(body, _best(body, [name for name in claims if not name.startswith("utf-16")]))


def declared(body: bytes) -> str:
    """Return the codec that the XML declaration or an HTML meta element names, "" when there is none."""
    head = body[:2048]
    found = _DECLARED.search(head) or _META.search(head)
    return codec_for(found.group(1).decode("ascii")) if found else ""


def _charset(content_type: str) -> str:
    found = _CHARSET.search(content_type[:500])
    return found.group(1) if found else ""


def _without_bom(head: bytes) -> str:
    """Recognise UTF-16 by the zero bytes beside the first characters, which are ASCII in every feed."""
    if len(head) < 4:
        return ""
    even, odd = head[0:8:2], head[1:8:2]
    if not any(odd) and all(even):
        return "utf-16-le"
    if not any(even) and all(odd):
        return "utf-16-be"
    return ""


def _best(body: bytes, claims: list[str]) -> str:
    candidates = list(dict.fromkeys([*claims, "utf-8"]))
    for name in candidates:
        if _is(body, name):
            return name
    for name in candidates:
        if _mostly(body, name):
            return name
    return "gb18030" if _looks_chinese(body) else "cp1252"


def _pieces(body: bytes) -> Iterator[tuple[bytes, bool]]:
    for start in range(0, max(len(body), 1), _CHUNK):
        yield body[start : start + _CHUNK], start + _CHUNK >= len(body)


def _is(body: bytes, name: str) -> bool:
    """Say whether all of `body` decodes, a piece at a time: 16 MiB need not stand in memory a second time."""
    decoder = codecs.getincrementaldecoder(name)("strict")
    try:
        for piece, last in _pieces(body):
            decoder.decode(piece, last)
    except UnicodeError:
        return False
    return True


def _decoded(body: bytes, name: str) -> bytes:
    """Decode and encode again; a character reference to half a surrogate pair cannot arise here."""
    decoder = codecs.getincrementaldecoder(name)("replace")
    parts = [decoder.decode(piece, last).encode("utf-8", "replace") for piece, last in _pieces(body)]
    return b"".join(parts)


def _surely_utf8(body: bytes) -> bool:
    """Four sequences of several bytes that are all valid are no accident in any legacy encoding."""
    found = 0
    for piece, _ in _pieces(body):
        found += len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]+", piece))
        if found >= 4:
            return True
    return False


def _mostly(body: bytes, name: str) -> bool:
    """Say whether at most one in fifty of the characters beyond ASCII is unreadable (a cut, a stray byte)."""
    text = body[:_PROBE].decode(name, "replace")
    wide = sum(1 for char in text if char > "\x7f")
    return text.count("\ufffd") <= max(1, wide // 50) and wide > 1


def _looks_chinese(body: bytes) -> bool:
    """Say whether the bytes read as GB 18030 show what every Chinese text has: 的, 是, 了, wide commas."""
    text = body[:_PROBE].decode("gb18030", "replace")
    wide = [char for char in text if char > "\x7f"]
    if not wide or text.count("\ufffd") > len(wide) // 50:
        return False
    common = sum(1 for char in wide if char in _COMMON_CHINESE)
    return common * 20 >= len(wide)
