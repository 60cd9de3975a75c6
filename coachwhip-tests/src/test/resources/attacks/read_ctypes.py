# wants: the canary's text by the C library, where no audit hook looks
# success: a descriptor is given
# variants: preset kernel native
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
name = canary.encode()
attempt(
    lambda: granted(libc.open(name, 0)),
    lambda: granted(libc.openat(-100, name, 0)),
    lambda: granted(libc.syscall(257, -100, name, 0)),
    lambda: granted(libc.syscall(437, -100, name, (ctypes.c_ulong * 3)(), 24)),
    lambda: granted(-1 if libc.fopen(name, b"r") == 0 else 0),
    lambda: granted(-1 if libc.opendir(b"/") == 0 else 0),
)
