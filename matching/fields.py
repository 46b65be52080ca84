"""What fields and operators are called in the languages Hark speaks, and what values look like."""

from __future__ import annotations

import re
from datetime import timedelta

from matching.tree import Name

_NAMES: dict[str, Name] = {
    **{name.value: name for name in Name},
    **{"titolo": Name.TITLE, "testo": Name.TEXT, "autore": Name.AUTHOR, "fonte": Name.SOURCE},
    **{"sito": Name.SITE, "lingua": Name.LANG, "età": Name.AGE, "eta": Name.AGE, "da": Name.FROM},
    **{"标题": Name.TITLE, "正文": Name.TEXT, "标签": Name.TAG, "作者": Name.AUTHOR, "来源": Name.SOURCE},
    **{"標題": Name.TITLE, "內文": Name.TEXT, "標籤": Name.TAG, "來源": Name.SOURCE, "網站": Name.SITE},
    **{"网站": Name.SITE, "网址": Name.URL, "網址": Name.URL, "语言": Name.LANG, "語言": Name.LANG},
}

# Words that stand for OR, AND and NOT when they stand between (or before) terms by themselves.
_OPERATORS: dict[str, str] = {
    **dict.fromkeys(("OR", "或", "或者", "或是", "O", "OPPURE", "oppure"), "OR"),
    **dict.fromkeys(("AND", "&&", "和", "与", "與", "且", "并且", "並且", "以及", "E"), "AND"),
    **dict.fromkeys(("NOT", "NON", "不含", "不包含", "不包括", "不要", "非", "排除"), "NOT"),
    **dict.fromkeys(("または", "又は", "もしくは", "또는", "혹은", "ИЛИ", "или", "أو", "او", "או"), "OR"),
    **dict.fromkeys(("หรือ", "OU", "ODER", "oder"), "OR"),
    **dict.fromkeys(("かつ", "그리고", "И", "UND"), "AND"),
    **dict.fromkeys(("НЕ", "NICHT", "SANS"), "NOT"),
}

_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_AGE = re.compile(r"([<>])(\d{1,5})([mhdw])", re.IGNORECASE)
_LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_MIN = re.compile(r"[1-9]\d?")
_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\s]*@)?(?P<host>[^/:?#\s]+)", re.IGNORECASE)


def field_name(word: str) -> Name | None:
    """Return the field that `word`, written before a colon, names; None when it names none."""
    return _NAMES.get(word.casefold())


def operator(word: str) -> str:
    """Return OR, AND or NOT where `word` can stand for it, else ""."""
    return _OPERATORS.get(word, "")


def is_value(field: Name, value: str) -> bool:
    """Tell whether `value` can stand behind `field:`."""
    pattern = {Name.AGE: _AGE, Name.LANG: _LANG, Name.MIN: _MIN}.get(field)
    return pattern is None or pattern.fullmatch(value) is not None


def example(field: Name, value: str) -> str:
    """Return a value that the field takes, as near to `value` as can be told."""
    number = re.search(r"\d+", value)
    if field is Name.AGE:
        unit = re.search(r"\d\s*([mhdw])", value, re.IGNORECASE)
        sign = ">" if ">" in value else "<"
        return f"{sign}{(number[0] if number else '6')[:5]}{unit[1].lower() if unit else 'h'}"
    if field is Name.MIN:
        return "2"
    return "en"


def age_limit(value: str) -> tuple[bool, timedelta]:
    """Return whether `<6h` asks for younger entries, and the age; the value is known to be one."""
    return value[0] == "<", timedelta(**{_UNITS[value[-1].lower()]: int(value[1:-1])})


def host(address: str) -> str:
    """Return the host of an address or of what a person typed for one, without "www."."""
    match = _HOST.match(address.strip())
    return match["host"].casefold().strip(".").removeprefix("www.") if match else ""
