# wants: as fork_bomb, by the C library
# success: the first fork returns
# variants: native
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
attempt(
    lambda: [granted(libc.fork()) for _ in range(3)],
    lambda: granted(libc.vfork()),
    lambda: granted(libc.syscall(57)),
    lambda: granted(libc.syscall(58)),
    lambda: granted(libc.syscall(56, 17, 0, 0, 0, 0)),
    lambda: granted(libc.syscall(56, 0x4111, 0, 0, 0, 0)),
    lambda: granted(libc.syscall(435, (ctypes.c_ulong * 11)(), 88)),
)
