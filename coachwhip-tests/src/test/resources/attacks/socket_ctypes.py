# wants: a connection by the C library
# success: the server sees one
# variants: native
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
address = (ctypes.c_ubyte * 16)(2, 0, port >> 8, port & 255, 127, 0, 0, 1)


def connect():
    file = granted(libc.socket(2, 1, 0))
    return granted(libc.connect(file, address, 16))


def any_descriptor():
    return [granted(libc.connect(file, address, 16)) for file in range(3, 100)]


attempt(connect, any_descriptor, lambda: granted(libc.syscall(42, 3, address, 16)))
