"""A message that Telegram refuses goes out with less around it, and with the same words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alerts.markup import pieces, shortened, visible
from alerts.plainer import plainer
from errors import MessageRefused, Plainer
from locales import escaped
from model import Button, Message
from tests.alerts.drawing import Scene, seen
from tests.alerts.test_render import STORY
from tests.servers.telegram_html import parse_html

OPEN = Button("Open", url="https://news.example/")
STOP = Button("Stop this watch", data="u:7", danger=True)
MESSAGE = Message(
    html='<b><a href="https://news.example/?a=1&amp;b=2">A &lt;b&gt; &amp; B</a></b>\nmore',
    buttons=((OPEN, STOP),),
    reply_to=12,
    force_reply=True,
)


def refused(**without: bool) -> MessageRefused:
    """Give a refusal."""
    return MessageRefused("Bad Request: no", Plainer(**without))


def test_markup_is_left_out_to_the_letter() -> None:
    """Where Telegram cannot read the styles the words are still all there, and nothing in them is a style."""
    plain = plainer(MESSAGE, refused(markup=True))

    assert parse_html(plain.html) == ("A <b> & B\nmore", ())
    assert plain.buttons == MESSAGE.buttons


def test_a_bad_address_costs_its_button_first() -> None:
    """A bad button address does not take the other buttons with it; a second refusal does."""
    once = plainer(MESSAGE, refused(buttons=True))
    twice = plainer(once, refused(buttons=True))

    assert once.buttons == ((STOP,),)
    assert twice.buttons == ()
    assert twice.html == MESSAGE.html


def test_a_bad_button_costs_all_that_comes_with_the_words() -> None:
    """Where it is not an address that Telegram does not like, the words come without buttons and preview."""
    plain = plainer(replace(MESSAGE, preview_url="https://news.example/"), refused(extras=True))

    assert plain == replace(MESSAGE, buttons=())


def test_a_row_of_addresses_leaves_no_empty_row() -> None:
    """Telegram never gets a row without buttons."""
    message = Message("x", buttons=((OPEN,), (STOP,)))

    assert plainer(message, refused(buttons=True)).buttons == ((STOP,),)


def test_an_answer_to_a_deleted_message_is_sent_by_itself() -> None:
    """The message that was answered is gone: the answer comes anyway."""
    plain = plainer(MESSAGE, refused(reply=True))

    assert (plain.reply_to, plain.force_reply) == (None, False)
    assert plain.html == MESSAGE.html


def test_too_long_a_message_is_shortened_until_it_passes() -> None:
    """The beginning of a long message is shown, its styles whole; refused again, less of it."""
    message = Message("<b>" + "👩‍👩‍👧‍👦&amp;" * 700 + "</b> end")
    once = plainer(message, refused(shorten=True))
    twice = plainer(once, refused(shorten=True))

    for short in (once, twice):
        text = seen(short).text
        assert text.removesuffix("…").replace("👩‍👩‍👧‍👦", "").strip("&") == ""
        assert seen(short).spans("bold") == (text,)
    assert 3000 < len(visible(once.html)) <= 3500
    assert len(visible(twice.html)) < len(visible(once.html))


def test_several_things_are_left_out_at_once() -> None:
    """A refusal that names several things is obeyed in one go."""
    plain = plainer(MESSAGE, refused(markup=True, buttons=True, reply=True, shorten=True))

    assert plain.html.endswith("…")
    assert "<" not in plain.html
    assert plain.buttons == ((STOP,),)
    assert plain.reply_to is None


def test_what_cannot_be_helped_stays() -> None:
    """A refusal without advice changes nothing."""
    assert plainer(MESSAGE, MessageRefused("x", None)) == MESSAGE


@pytest.mark.parametrize("limit", range(1, 80, 7))
def test_an_alert_can_be_shortened_anywhere(limit: int) -> None:
    """Wherever the cut falls, every style is closed and no reference is torn apart."""
    html = Scene(STORY).message().html

    text, _ = parse_html(shortened(html, limit))

    assert len(text) <= limit
    assert visible(html).startswith(text.removesuffix("…"))


@pytest.mark.parametrize(
    "text", ["a < b", "&amp;lt;", "&#60;b&#62;", "a <b", "<", ">", "&", "<1>", "x&#xD800;y"]
)
def test_words_that_look_like_markup_are_read_back(text: str) -> None:
    """What was escaped is shown as it was written."""
    assert visible(escaped(text)) == text
    assert list(pieces(escaped(text))) == [text]
