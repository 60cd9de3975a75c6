# wants: a library of its own in the process
# success: it is loaded, or its file is written
# variants: native
import ctypes


def written():
    open("evil.so", "wb").write(b"\x7fELF")
    return ctypes.CDLL("./evil.so")


attempt(written, lambda: ctypes.CDLL(canary), lambda: ctypes.CDLL(canary_folder + "/none.so"))
