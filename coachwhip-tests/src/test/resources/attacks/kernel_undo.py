# wants: the sandbox undone
# success: a call that changes it is accepted
# variants: native
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
limit = (ctypes.c_ulong * 2)(2**63, 2**63)
attempt(
    lambda: granted(libc.prctl(4, 1, 0, 0, 0)),
    lambda: granted(libc.prctl(22, 1, 0, 0, 0)),
    lambda: granted(libc.prctl(28, 0, 0, 0, 0)),
    lambda: granted(libc.prctl(0x59616D61, -1, 0, 0, 0)),
    lambda: granted(libc.syscall(317, 1, 1, 0)),
    lambda: granted(libc.syscall(444, 0, 0, 1)),
    lambda: granted(libc.setrlimit(9, limit)),
    lambda: granted(libc.syscall(302, 0, 9, limit, 0)),
    lambda: granted(libc.syscall(302, host_pid, 0, (ctypes.c_ulong * 2)(1, 1), 0)),
)
