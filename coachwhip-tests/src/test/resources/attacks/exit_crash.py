# wants: a crash by memory that is not there
# success: the host is harmed
# variants: native
import ctypes

ctypes.string_at(0)
