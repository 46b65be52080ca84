"""What trying words brought, as people read it: how often, of whom, examples, and how to hear less."""

from __future__ import annotations

from handlers.explaining import linked, source_of
from handlers.words import label
from locales import Text, escaped
from matching.backtest import Backtest, Tightening
from matching.tightening import Kind
from model import Button, Message

_TITLE = 120  # code points
_EXAMPLE = 80
_NAME = 60
_LONGEST = 200  # code points of words that are shown with tighter ones: a message holds 4,096


def told(text: Text, words: str, tried: Backtest, edited: int | None) -> Message:
    """Return the answer of /test; `edited`: the message whose place it takes.

    The words, then those of each tightening, stand in <code>: the buttons find them there.
    """
    start = Button(text.plain("watch-button", words=label(words)), "go")
    head = text.html("test-words", words=words)
    if not tried.hits:
        said = text.html("test-nothing", items=tried.of, days=len(tried.days))
        return Message(f"{head}\n{said}", ((start,),), edit_message_id=edited)
    lines = [head, counted(text, tried), *samples(tried)]
    offered = tried.tightenings if len(words) <= _LONGEST else ()
    if offered:
        key = "test-less" if tried.tried == len(tried.hits) else "test-less-newest"
        lines += ["", text.html(key, tried=tried.tried), *(_offer(text, each) for each in offered)]
    rows = [(Button(_label(text, each), f"tt:{at}"),) for at, each in enumerate(offered, 1)]
    return Message("\n".join(lines), ((start,), *rows), edit_message_id=edited)


def samples(tried: Backtest) -> list[str]:
    """Return the newest hits, of different sources where there are, a line each."""
    return [f"• {linked(item, _TITLE)} · {source_of(item)}" for item in tried.samples]


def ask_first(text: Text, words: str, tried: Backtest, watch_id: int) -> Message:
    """Return the question whether a watch that would say much shall begin, with what would help most.

    The words, then the tighter ones, stand in <code>: the buttons find them there.
    """
    html = text.html("loud-question", words=words, rate=round(tried.per_day))
    lines = [html, counted(text, tried), *samples(tried)]
    rows = [(Button(text.plain("loud-start-button"), f"wg:{watch_id}"),)]
    if tried.tightenings and len(words) <= _LONGEST:
        best = tried.tightenings[0]
        key = "test-less" if tried.tried == len(tried.hits) else "test-less-newest"
        lines += ["", text.html(key, tried=tried.tried), _offer(text, best)]
        rows.append((Button(_label(text, best), f"wq:{watch_id}"),))
    rows.append((Button(text.plain("undo-button"), f"wz:{watch_id}"),))
    return Message("\n".join(lines), tuple(rows))


def counted(text: Text, tried: Backtest) -> str:
    """Return in one line how many hits there were, and of whom."""
    name, most = tried.sources[0]
    count, days = len(tried.hits), len(tried.days)
    return text.html(
        "test-counted",
        days=days,
        count=count,
        rate=round(tried.per_day) if days > 1 else 0,
        sources=len(tried.sources) if count > 1 else 0,
        name=label(name, _NAME),
        most=most,
    )


def _offer(text: Text, each: Tightening) -> str:
    """Return a tightening with the newest of what it would have left out."""
    said = f"{escaped(_label(text, each))} · <code>{escaped(each.query)}</code>"
    return "\n".join((said, *(f"  – {linked(item, _EXAMPLE)}" for item in each.examples[:1])))


def _label(text: Text, each: Tightening) -> str:
    return f"{_how(text, each)}: −{each.removed}"


def _how(text: Text, each: Tightening) -> str:
    """Return in which way a query is tightened, in words."""
    match each.kind:
        case Kind.TITLE:
            return text.plain("test-title-only")
        case Kind.NEAR:
            return text.plain("test-near")
        case Kind.LANGUAGE:
            return text.plain("test-language", language=text.tongue(each.what))
        case Kind.PHRASE:
            return text.plain("test-phrase", words=label(each.what, _NAME))
        case Kind.EXACT:
            return text.plain("test-exact", words=label(each.what, _NAME))
        case _:
            return text.plain("test-without", words=label(each.what, _NAME))
