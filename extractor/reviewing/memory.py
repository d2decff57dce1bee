"""Memory of a server with many threads."""

import ctypes
from contextlib import suppress

_M_ARENA_MAX = -8
_ARENAS = 2


def share_arenas() -> None:
    """Let all threads take memory from two arenas, where the C library is glibc.

    It gives up to eight for each processor to threads, and each keeps what its threads once needed most: a server's
    memory went on to grow, ever more slowly, over ten thousand requests; so it is flat after four thousand.
    """
    with suppress(AttributeError, OSError):  # another C library
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, _ARENAS)
