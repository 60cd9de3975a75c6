# wants: another program, by the C library and by file descriptors
# success: it runs
# variants: native
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
arguments = (ctypes.c_char_p * 3)(b"touch", (canary_folder + "/exec").encode(), None)
nothing = (ctypes.c_char_p * 1)(None)
child = ctypes.c_int()


def from_memory():
    file = granted(libc.memfd_create(b"program", 0))
    granted(libc.write(file, b"#!/bin/sh\ntouch x\n", 18))
    return granted(libc.syscall(322, file, b"", arguments, nothing, 0x1000))


attempt(
    lambda: granted(libc.execve(b"/usr/bin/touch", arguments, nothing)),
    lambda: granted(libc.syscall(59, b"/usr/bin/touch", arguments, nothing)),
    lambda: granted(libc.syscall(322, -100, b"/usr/bin/touch", arguments, nothing, 0)),
    lambda: granted(-libc.posix_spawn(ctypes.byref(child), b"/usr/bin/touch", None, None, arguments, nothing)),
    lambda: granted(-1 if libc.system(b"true") != 0 else 0),
    from_memory,
)
