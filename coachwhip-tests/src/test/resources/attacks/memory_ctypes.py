# wants: all memory by the C library
# success: 4 GB of it
# variants: native
# next: another engine, since what native code has taken is never given back
import ctypes

libc = ctypes.CDLL(None)
libc.calloc.restype = ctypes.c_void_p
libc.memset.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t]
taken = 0
while taken < 4 << 30:
    address = libc.calloc(1, 16 << 20)
    if not address:
        raise MemoryError
    libc.memset(address, 1, 16 << 20)
    taken += 16 << 20
"succeeded"
