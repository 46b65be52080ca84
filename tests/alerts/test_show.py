"""What the terminal shows of a message."""

from __future__ import annotations

from io import StringIO
from typing import Literal

from rich.console import Console

from alerts.show import to_terminal
from model import Button, Message
from tests.alerts.drawing import URL, Scene
from tests.alerts.test_render import POST, STORY


def printed(message: Message, *, terminal: bool = False) -> str:
    """Give what a terminal gets, or a file where it is none."""
    colours: Literal["standard"] | None = "standard" if terminal else None
    console = Console(file=StringIO(), force_terminal=terminal, width=300, color_system=colours)
    console.print(to_terminal(message))
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_an_alert_looks_as_in_the_chat() -> None:
    """Title, source, context and hashtag stand as in Telegram; the address once; the buttons last."""
    lines = printed(Scene(STORY).message()).splitlines()

    assert lines[0] == "OpenAI changes course"
    assert lines[1] == "CoinDesk · Jane Doe · Apr 17 13:59 UTC · № 1234"
    assert lines[3:] == ["#SamAltman", URL, "[Open] [Mute 24 h] [Why] [⋯]"]


def test_titles_are_bold_and_linked() -> None:
    """A terminal that can opens the story at a click on its bold title (OSC 8)."""
    first = printed(Scene(STORY).message(), terminal=True).split("\n")[0]

    assert f";{URL}\x1b\\" in first
    assert "\x1b[1mOpenAI changes course\x1b[0m" in first


def test_a_post_shows_its_own_address() -> None:
    """The address under a post is the post's, not its author's."""
    assert f"\n{POST.url}\n" in printed(Scene(POST, ("4",), source="@cz_binance").message())


def test_a_message_without_links_has_no_address() -> None:
    """An answer is only its words."""
    assert printed(Message("<i>Nothing</i> [here] &lt;b&gt; &amp; there")) == "Nothing [here] <b> & there\n"


def test_nothing_steers_the_terminal() -> None:
    """No escape sequence reaches the terminal, from texts, addresses or labels."""
    message = Message(
        'a\x1b]0;owned\x07b\u202e <a href="https://x.example/\x1b[2J">link</a>\x9b2J',
        ((Button("O\x1bpen", url="https://x.example/"),),),
    )

    assert printed(message) == "a]0;ownedb link2J\nhttps://x.example/\n[Open]\n"


def test_spaces_between_styles_stay() -> None:
    """Words do not run together where bold begins."""
    assert printed(Message("one <b>two</b> three\n\n四 <b>五</b> 六")) == "one two three\n\n四 五 六\n"
