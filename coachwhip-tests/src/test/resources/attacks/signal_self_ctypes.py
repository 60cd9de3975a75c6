# wants: a crash by signals that the JVM uses for itself
# success: none; the worker may end
# variants: native
import ctypes
import os
import time

libc = ctypes.CDLL(None, use_errno=True)
for number in (11, 7, 6, 4, 9):
    libc.kill(os.getpid(), number)
time.sleep(10)
