# wants: to empty the canary by the C library
# success: it is empty
# variants: native
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
attempt(
    lambda: granted(libc.truncate(canary.encode(), 0)),
    lambda: granted(libc.open(canary.encode(), 0o1000)),
    lambda: granted(libc.creat(canary.encode(), 0o600)),
)
