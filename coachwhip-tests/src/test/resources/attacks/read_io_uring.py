# wants: a ring by which the kernel would open files on the script's behalf, unseen by the filter
# success: a ring is made
# variants: native
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
attempt(
    lambda: granted(libc.syscall(425, 8, (ctypes.c_ubyte * 120)())),
    lambda: granted(libc.syscall(427, -1, 0, 0, 0)),
)
