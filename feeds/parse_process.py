"""The other side of `parsing.py`: a process that parses one document after the other until nobody asks.

It speaks on the socket that is its standard input. A document that is too much for it ends it.
"""

from __future__ import annotations

import os
import pickle
import resource
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path

from feeds.parsing import HELLO, SIZE, Read, Work
from feeds.rss import parse

_SWOLLEN = 96 * 2**20  # bytes; feedparser and its friends need 30 MiB


def main() -> None:
    """Parse what comes; the only argument is the most bytes of address space."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who asks: then there is an end here
    os.nice(5)  # alerts go first
    with suppress(ValueError, OSError):  # some systems limit no address space
        resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]), int(sys.argv[1])))
    with socket.socket(fileno=0) as asker, asker.makefile("rwb") as stream:
        stream.write(HELLO)
        stream.flush()
        while len(size := stream.read(SIZE.size)) == SIZE.size:
            work = pickle.loads(stream.read(SIZE.unpack(size)[0]))  # noqa: S301 - written by our own process
            answer = pickle.dumps(_answer(work), pickle.HIGHEST_PROTOCOL)
            stream.write(SIZE.pack(len(answer)))
            stream.write(answer)
            stream.flush()


def _answer(work: Work) -> Read:
    outcome = parse(work.body, work.content_type, work.url, work.known)
    return Read(outcome, _held() > _SWOLLEN)


def _held() -> int:
    """Return the bytes of memory that this process holds, 0 where the system does not tell.

    The peak that `getrusage` tells is no help: it counts from the process that started this one.
    """
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    except OSError:
        return 0
    return int(pages) * resource.getpagesize()


if __name__ == "__main__":
    main()
