# wants: the same calls by the numbers of another interface, which the filter reads otherwise
# success: none; the worker ends
# variants: native
import ctypes
import time

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall(0x40000000 | 39)
time.sleep(10)
