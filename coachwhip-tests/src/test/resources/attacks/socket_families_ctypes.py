# wants: as socket_families, by the C library
# success: one is made
# variants: native
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
attempt(
    *[lambda family=family, type=type: granted(libc.socket(family, type, 0))
      for family in range(50)
      for type in range(1, 6)],
    lambda: granted(libc.syscall(41, 2, 1, 0)),
)
