"""The other side of `parsing.py`: a process that parses one document after the other until nobody asks.

It speaks on the socket that is its standard input. A document that is too much for it ends it.
"""

from __future__ import annotations

import pickle
import resource
import signal
import socket
import sys
from contextlib import suppress

from feeds.parsing import HELLO, SIZE, Read, Work
from feeds.rss import parse

_SWOLLEN = 160 * 2**20  # bytes that were once in use; feedparser and its friends need 30 MiB


def main() -> None:
    """Parse what comes; the only argument is the most bytes of address space."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who asks: then there is an end here
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
    unit = 1 if sys.platform == "darwin" else 1024
    return Read(outcome, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit > _SWOLLEN)


if __name__ == "__main__":
    main()
