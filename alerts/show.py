"""A message as the terminal shows it: near to how the chat would."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text

from alerts.links import link
from alerts.markup import Tag, pieces
from alerts.shown import harmless
from model import Message

_STYLES = {
    "b": Style(bold=True),
    "i": Style(italic=True),
    "u": Style(underline=True),
    "s": Style(strike=True),
}
_DIM = Style(dim=True)


def to_terminal(message: Message) -> Text:
    """Return the message with its styles, links (OSC 8), its first address to the letter, and its buttons."""
    shown = Text()
    urls: list[str] = []
    opened: list[Style] = []
    for piece in pieces(message.html):
        if isinstance(piece, Tag):
            _turn(piece, opened, urls)
        else:
            shown.append(harmless(piece), Style.combine([Style.null(), *opened]))
    urls += [button.url for row in message.buttons for button in row if button.url]
    if urls:
        shown.append("\n" + urls[0], _DIM + Style(link=urls[0]))
    for row in message.buttons:
        shown.append("\n" + " ".join(f"[{harmless(button.label)}]" for button in row), _DIM)
    return shown


def _turn(tag: Tag, opened: list[Style], urls: list[str]) -> None:
    """Change what is open at a tag."""
    if tag.is_end:
        del opened[-1:]
        return
    url = link(tag.attribute("href"))
    if url:
        urls.append(url)
    opened.append(Style(link=url) if url else _STYLES.get(tag.name, Style.null()))
