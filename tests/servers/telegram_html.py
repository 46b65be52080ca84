"""Telegram's HTML as strictly as the Bot API reads it: text and entities, or the server's own complaint.

Behaviour follows tdlib's parse_html: offsets in complaints are bytes of the source, offsets of entities
UTF-16 units of the result; only `&lt; &gt; &amp; &quot;` and numbers are references, all else stays as typed.
What complaint a bad `<tg-time>` gets is not established; the texts for it are ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from tests.servers.telegram_links import checked_link

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
_NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
_REFERENCE = re.compile(rb"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
_SPACES = frozenset(b" \t\r\n\0\v")
_USER_LINK = re.compile(r"tg:(?://)?user\?id=(\d+)", re.IGNORECASE)
_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")


class HtmlError(Exception):
    """The markup cannot be read; the text is the Bot API's, without "can't parse entities: "."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of a message's text with a meaning; offset and length in UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str = ""
    user_id: int = 0
    language: str = ""
    custom_emoji_id: str = ""
    unix_time: int | None = None
    date_time_format: str = ""

    @property
    def end(self) -> int:
        """Return the offset just after the entity."""
        return self.offset + self.length


@dataclass(slots=True)
class _Open:
    """A start tag that waits for its end tag."""

    tag: str
    offset: int
    written: int
    attributes: dict[str, str] = field(default_factory=dict)


def parse_html(source: str) -> tuple[str, tuple[Entity, ...]]:
    """Return text and entities, in order of appearance; raise HtmlError as the Bot API would."""
    return _Parser(source).run()


def reference(source: bytes, at: int) -> tuple[str, int]:
    """Return the character that a reference at `at` stands for and where it ends; ("", at) if it is none."""
    found = _REFERENCE.match(source, at)
    if found is None:
        return "", at
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        return (_NAMED[name], found.end()) if name in _NAMED else ("", at)
    if len(hexadecimal or decimal) > 8:  # the parser gives up after ten bytes
        return "", at
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return (chr(code), found.end()) if 0 < code < 0x10FFFF else ("", at)


class _Parser:
    """One pass over the bytes; the tags that are open are a stack."""

    def __init__(self, source: str) -> None:
        self.source = source.encode()
        self.at = 0
        self.written: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def run(self) -> tuple[str, tuple[Entity, ...]]:
        while self.at < len(self.source):
            if self.peek() == b"<":
                self.tag()
            else:
                self.character()
        if self.open:
            raise HtmlError(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        text = "".join(self.written)
        if any(0xD800 <= ord(character) <= 0xDFFF for character in text):
            raise HtmlError(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        whole = [replace(e, language="") if e.type == "code" else e for e in self.entities]
        return text, tuple(sorted(whole, key=lambda e: (e.offset, -e.length)))

    def peek(self) -> bytes:
        return self.source[self.at : self.at + 1]

    def spaced(self) -> bool:
        """Whether a space stands here; the end counts as one."""
        return self.at >= len(self.source) or self.source[self.at] in _SPACES

    def skip_spaces(self) -> None:
        while self.at < len(self.source) and self.spaced():
            self.at += 1

    def until(self, stops: bytes) -> str:
        """Return what stands before a space or one of `stops`, in lower case."""
        begin = self.at
        while not self.spaced() and self.peek() not in stops:
            self.at += 1
        return self.source[begin : self.at].decode(errors="replace").lower()

    def character(self) -> None:
        decoded, end = reference(self.source, self.at)
        if not decoded:
            end = self.at + 1
            while end < len(self.source) and self.source[end] & 0xC0 == 0x80:
                end += 1
            decoded = self.source[self.at : end].decode()
        self.at = end
        self.written.append(decoded)
        self.offset += 2 if ord(decoded) > 0xFFFF else 1

    def tag(self) -> None:
        begin = self.at
        self.at += 1
        if self.peek() == b"/":
            self.at += 1
            self.end_tag(begin)
        else:
            self.start_tag(begin)

    def start_tag(self, begin: int) -> None:
        name = self.until(b">")
        if self.at >= len(self.source):
            raise HtmlError(f"Unclosed start tag at byte offset {begin}")
        if name not in _KINDS:
            raise HtmlError(f'Unsupported start tag "{name}" at byte offset {begin}')
        opened = _Open(name, self.offset, len(self.written))
        while True:
            self.skip_spaces()
            if self.peek() == b">":
                break
            self.attribute(opened, begin)
        self.at += 1
        if name == "span" and opened.attributes.get("class") != "tg-spoiler":
            raise HtmlError(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.open.append(opened)

    def attribute(self, opened: _Open, begin: int) -> None:
        name = self.until(b"=>")
        if not name and self.at < len(self.source):
            raise HtmlError(f'Empty attribute name in the tag "{opened.tag}" at byte offset {begin}')
        self.skip_spaces()
        if self.at >= len(self.source):
            raise HtmlError(f'Unclosed start tag "{opened.tag}" at byte offset {begin}')
        if self.peek() == b"=":
            self.at += 1
            self.skip_spaces()
            opened.attributes[name] = self.value(opened, begin)
        elif opened.tag == "blockquote" and name == "expandable":
            opened.attributes[name] = ""
        else:
            raise HtmlError(
                f"Expected equal sign in declaration of an attribute of the tag "
                f'"{opened.tag}" at byte offset {begin}'
            )

    def value(self, opened: _Open, begin: int) -> str:
        if self.at >= len(self.source):
            raise HtmlError(f'Unclosed start tag "{opened.tag}" at byte offset {begin}')
        quote = self.peek()
        token = self.at
        if quote in (b'"', b"'"):
            self.at += 1
            found = self.quoted(quote)
        else:
            found = self.until(b">")
            if re.fullmatch(r"[a-z0-9.-]*", found) is None:
                raise HtmlError(f"Unexpected end of name token at byte offset {token}")
        if self.at >= len(self.source):
            raise HtmlError(f"Unclosed start tag at byte offset {begin}")
        return found

    def quoted(self, quote: bytes) -> str:
        found = bytearray()
        while self.at < len(self.source) and self.peek() != quote:
            decoded, end = reference(self.source, self.at)
            found += decoded.encode(errors="surrogatepass") if decoded else self.peek()
            self.at = end if decoded else self.at + 1
        self.at += 1
        return found.decode(errors="replace")

    def end_tag(self, begin: int) -> None:
        if not self.open:
            raise HtmlError(f"Unexpected end tag at byte offset {begin}")
        name = self.until(b">")
        self.skip_spaces()
        if self.peek() != b">":
            raise HtmlError(f"Unclosed end tag at byte offset {begin}")
        self.at += 1
        opened = self.open[-1]
        if name not in ("", opened.tag):
            raise HtmlError(
                f'Unmatched end tag at byte offset {begin}, expected "</{opened.tag}>", found "</{name}>"'
            )
        self.open.pop()
        if self.offset > opened.offset:
            self.close(opened)

    def close(self, opened: _Open) -> None:
        plain = Entity(_KINDS[opened.tag], opened.offset, self.offset - opened.offset)
        if opened.tag == "a":
            self.entities += self.link(opened, plain)
        elif opened.tag == "tg-emoji":
            self.entities.append(_emoji(opened, plain))
        elif opened.tag == "tg-time":
            self.entities.append(_time(opened, plain))
        elif opened.tag == "blockquote" and "expandable" in opened.attributes:
            self.entities.append(replace(plain, type="expandable_blockquote"))
        elif opened.tag in ("pre", "code"):
            self.block(opened, plain)
        else:
            self.entities.append(plain)

    def link(self, opened: _Open, plain: Entity) -> list[Entity]:
        """Return no entity for an address that Telegram cannot link: the text stays, the link is dropped."""
        url = opened.attributes.get("href") or "".join(self.written[opened.written :])
        user = _USER_LINK.fullmatch(url)
        if user is not None:
            return [replace(plain, type="text_mention", user_id=int(user[1]))]
        checked = checked_link(url)
        return [replace(plain, url=checked)] if checked else []

    def block(self, opened: _Open, plain: Entity) -> None:
        """`<pre><code class="language-x">` is one block with a language."""
        language = (
            opened.attributes.get("class", "").removeprefix("language-") if opened.tag == "code" else ""
        )
        last = self.entities[-1] if self.entities else None
        inner = last is not None and last.type == "code" and (last.offset, last.length) == _span(plain)
        if opened.tag == "pre" and last is not None and inner and last.language:
            self.entities[-1] = replace(last, type="pre")
        else:
            self.entities.append(replace(plain, language=language))


def _span(entity: Entity) -> tuple[int, int]:
    return entity.offset, entity.length


def _emoji(opened: _Open, plain: Entity) -> Entity:
    number = opened.attributes.get("emoji-id", "")
    if re.fullmatch(r"-?[0-9]{1,19}", number) is None or int(number) == 0:
        raise HtmlError("Invalid custom emoji identifier specified")
    return replace(plain, custom_emoji_id=number)


def _time(opened: _Open, plain: Entity) -> Entity:
    unix, shown = opened.attributes.get("unix", ""), opened.attributes.get("format", "")
    if re.fullmatch(r"-?[0-9]{1,18}", unix) is None:
        raise HtmlError("Invalid date-time value specified")
    if _TIME_FORMAT.fullmatch(shown) is None:
        raise HtmlError("Invalid date-time format specified")
    return replace(plain, unix_time=int(unix), date_time_format=shown)
