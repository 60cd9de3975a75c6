# wants: as time_clock, by the C library
# success: the clock is set
# variants: native
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
attempt(
    lambda: granted(libc.settimeofday((ctypes.c_long * 2)(0, 0), None)),
    lambda: granted(libc.clock_settime(0, (ctypes.c_long * 2)(0, 0))),
    lambda: granted(libc.syscall(159, (ctypes.c_long * 26)(1))),
)
