# wants: as python_environment, by the C library
# success: one of them is seen
# variants: native
import ctypes

libc = ctypes.CDLL(None)
libc.getenv.restype = ctypes.c_char_p
seen = [name for name in foreign_variables if libc.getenv(name.encode())]
f"succeeded: {seen}" if seen else "refused"
