# wants: a crash by writing over memory at random
# success: the host is harmed
# variants: native
import ctypes

for offset in range(-(1 << 20), 1 << 20, 4096):
    ctypes.memset(id(object) + offset, 0xAA, 64)
"refused"
