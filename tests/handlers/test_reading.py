"""What is read from an update, and what is left out of it."""

from __future__ import annotations

import pytest
from telegram import Update

from handlers.call import Call, Command, Said, Tap
from handlers.reading import read

BAD = "bit\x00co\ud83din"  # a NUL and half a surrogate pair: no database keeps them
GROUP: dict[str, object] = {"id": -100, "type": "supergroup", "title": BAD}
ANN: dict[str, object] = {"id": 7, "is_bot": False, "first_name": "Ann"}


def call(**update: object) -> Call:
    """Read an update."""
    found = read(Update.de_json({"update_id": 1, **update}, None), "HarkBot")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [(f"/watch {BAD}", Command("watch", "bitcoin")), (f" {BAD} ", Said("bitcoin"))],
)
def test_what_no_database_keeps_is_left_out_of_words(text: str, expected: Command | Said) -> None:
    """A NUL or half a character in a title or in words is left out; the rest is what was said."""
    message = {"message_id": 1, "date": 1, "chat": GROUP, "from": ANN, "text": text}

    found = call(message=message)

    assert (found.deed, found.place.title) == (expected, "bitcoin")


def test_what_no_database_keeps_is_left_out_of_buttons() -> None:
    """Forged data of a button holds nothing that stops the store."""
    message = {"message_id": 1, "date": 1, "chat": GROUP, "text": "x"}
    query = {"id": "1", "from": ANN, "chat_instance": "1", "data": f"try:{BAD}", "message": message}

    found = call(callback_query=query)

    assert found.deed == Tap("1", "try", ("bitcoin",))


def test_links_are_read_from_the_message_and_the_one_it_answers() -> None:
    """A link counts where it is written, behind words, in a caption, and in the message replied to."""
    url: dict[str, object] = {"type": "url", "offset": 5, "length": 9}
    behind: dict[str, object] = {"type": "text_link", "offset": 0, "length": 2, "url": "https://b.example/"}
    replied = {
        "message_id": 1,
        "date": 1,
        "chat": GROUP,
        "caption": "😀x: c.ex",
        "caption_entities": [behind],
    }
    message = {"message_id": 2, "date": 1, "chat": GROUP, "from": ANN, "text": "/why a.example"}

    found = call(message=message | {"entities": [url], "reply_to_message": replied})
    alone = call(message=message | {"reply_to_message": {"message_id": 1, "date": 1, "chat": GROUP}})

    assert found.links == ("a.example", "https://b.example/")
    assert alone.links == ()


def test_all_that_a_tapped_message_shows_as_code_is_read() -> None:
    """A button finds every proposal of its message, in order."""
    codes = [{"type": "code", "offset": at, "length": 1} for at in (0, 2)]
    message = {"message_id": 1, "date": 1, "chat": GROUP, "text": "a b", "entities": codes}
    query = {"id": "1", "from": ANN, "chat_instance": "1", "data": "na:1:1", "message": message}

    found = call(callback_query=query)

    assert (found.quoted, found.quotes) == ("a", ("a", "b"))
