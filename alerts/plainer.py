"""What becomes of a message that Telegram refuses: the same words with less around them."""

from __future__ import annotations

from dataclasses import replace

from alerts.markup import shortened, visible
from errors import MessageRefused
from locales import escaped
from model import Button, Message

_SHORT = 3_500  # code points: clear of 4,096 however they are counted


def plainer(message: Message, refusal: MessageRefused) -> Message:
    """Return `message` without what the refusal names; refused again, it loses more. Pure."""
    without = refusal.without
    if without is None:
        return message
    if without.markup:
        message = replace(message, html=escaped(visible(message.html)))
    if without.buttons:
        message = replace(message, buttons=_fewer(message.buttons))
    if without.extras:
        message = replace(message, buttons=(), preview_url="")
    if without.reply:
        message = replace(message, reply_to=None, force_reply=False)
    if without.shorten:
        length = len(visible(message.html))
        message = replace(message, html=shortened(message.html, min(_SHORT, length - length // 4)))
    return message


def _fewer(buttons: tuple[tuple[Button, ...], ...]) -> tuple[tuple[Button, ...], ...]:
    """Leave out the addresses, which come from feeds; all buttons when there are no addresses left."""
    kept = tuple(tuple(button for button in row if not button.url) for row in buttons)
    return tuple(row for row in kept if row) if kept != buttons else ()
