"""How the loopback Telegram reads markup and text: as tdlib does, to the byte."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.servers.telegram_html import HtmlError, parse_html
from tests.servers.telegram_links import LinkError, check_link
from tests.servers.telegram_text import finish, utf16_length, utf16_slice


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_an_escaped_text_is_shown_to_the_letter(text: str) -> None:
    """No text, once escaped, can break or style a message."""
    shown, entities = parse_html(f"<b>{escape(text)}</b>!".replace("&#x27;", "'"))

    assert shown == f"{text}!"
    assert [utf16_slice(shown, e.offset, e.length) for e in entities] == ([text] if text else [])


@given(st.text("<>&;/= \"'abix#1", max_size=30))
def test_any_markup_is_read_or_refused(source: str) -> None:
    """Whatever comes, the answer is a text with sound entities, or Telegram's complaint."""
    try:
        text, entities = parse_html(source)
    except HtmlError:
        return

    assert all(0 <= e.offset < e.end <= utf16_length(text) for e in entities)


COMPLAINTS = {
    "é<x y>": 'Unsupported start tag "x" at byte offset 2',
    "é<i y>": 'Expected equal sign in declaration of an attribute of the tag "i" at byte offset 2',
    "é<i y = z,>": "Unexpected end of name token at byte offset 9",
    "é<i y = 'z>": "Unclosed start tag at byte offset 2",
    "é<i y =": 'Unclosed start tag "i" at byte offset 2',
    "é<i =z>": 'Empty attribute name in the tag "i" at byte offset 2',
    "é</": "Unexpected end tag at byte offset 2",
    "é<u>a</u  ": "Unclosed end tag at byte offset 6",
    "é<u><s></u></s>": 'Unmatched end tag at byte offset 8, expected "</s>", found "</u>"',
    "<tg-emoji emoji-id='x'>a</tg-emoji>": "Invalid custom emoji identifier specified",
    "&#xD83D;": "Text contains invalid Unicode characters after decoding HTML entities, "
    "check for unmatched surrogate code units",
}


@pytest.mark.parametrize("source", COMPLAINTS)
def test_a_complaint_names_the_place_in_bytes(source: str) -> None:
    """What is wrong, and where, in the Bot API's own words."""
    with pytest.raises(HtmlError) as complaint:
        parse_html(source)

    assert str(complaint.value) == COMPLAINTS[source]


READINGS = {
    "<B>a</>": ("a", "bold"),
    "&nbsp;&amp<em>b</em>": ("&nbsp;&b", "italic"),
    "<span class='tg-spoiler'>c</span>": ("c", "spoiler"),
    "<blockquote expandable>d</blockquote>": ("d", "expandable_blockquote"),
    "<pre><code class='language-c++'>e</code></pre>": ("e", "pre"),
    "<a>example.org</a>": ("example.org", "text_link"),
    "<a href='tg://user?id=7'>f</a>": ("f", "text_mention"),
    "<tg-time unix='1' format='wDT'>g</tg-time>": ("g", "date_time"),
}


@pytest.mark.parametrize("source", READINGS)
def test_markup_that_telegram_takes_is_read(source: str) -> None:
    """Tags in any case, anonymous end tags, unknown references as typed, blocks with a language."""
    text, [entity] = parse_html(source)

    assert (text, entity.type) == READINGS[source]


def test_a_link_that_cannot_be_opened_is_dropped_and_its_text_stays() -> None:
    """Telegram takes such a message and shows it without the link."""
    assert parse_html('<a href="javascript:alert(1)">x</a> <a href="/y">y</a>') == ("x y", ())


LINKS = {
    "HTTP://Example.ORG": "http://example.org/",
    "example.org?a b": "http://example.org/?a%20b",
    "https://u@例え.jp:08/ä#x": "https://u@例え.jp:8/ä#x",
    "http://[::1]:80/": "http://[::1]:80/",
    "tg://resolve?domain=x": "tg://resolve?domain=x",
}
WRONG_LINKS = {
    "http://localhost/": "Wrong HTTP URL",
    "ftp://example.org": "Unsupported URL protocol",
    "http://": "URL host is empty",
    "http://a b.org/": "Unallowed characters in URL host",
    "http://a.org:99999/": "Wrong port number specified in the URL",
    "http://[x]/": "Wrong IPv6 address specified in the URL",
}


@pytest.mark.parametrize("url", LINKS)
def test_a_link_is_kept_as_telegram_writes_it(url: str) -> None:
    """Scheme, host and bare addresses are normalised, the rest stays."""
    assert check_link(url) == LINKS[url]


@pytest.mark.parametrize("url", WRONG_LINKS)
def test_a_wrong_link_gets_its_reason(url: str) -> None:
    """A button with such a link sinks its message."""
    with pytest.raises(LinkError, match=WRONG_LINKS[url]):
        check_link(url)


def test_a_text_is_cleaned_and_its_entities_move_along() -> None:
    """Blanks at the edges and characters that Telegram drops go; bold stays on its words."""
    text, entities = parse_html(" \r\n😀\t\u202ea <b>bold \n</b>\n ")

    formatted = finish(text, entities)

    assert formatted.text == "😀 a bold"
    assert formatted.spans("bold") == ("bold",)


def test_telegram_finds_what_is_not_marked() -> None:
    """Hashtags, commands, mentions, links and addresses become entities, not inside other links."""
    text, entities = parse_html(
        "/watch@hark_bot #赵长鹏, #123 a@b.org @ada $BTC see https://example.org/a?b=1. <a href='http://a.org'>#no</a>"
    )

    formatted = finish(text, entities)

    found = {e.type: formatted.of(e) for e in formatted.entities}
    assert found == {
        "bot_command": "/watch@hark_bot",
        "hashtag": "#赵长鹏",
        "email": "a@b.org",
        "mention": "@ada",
        "cashtag": "$BTC",
        "url": "https://example.org/a?b=1",
        "text_link": "#no",
    }
