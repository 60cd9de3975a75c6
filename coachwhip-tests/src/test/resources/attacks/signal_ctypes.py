# wants: the host's end, by every call that sends signals
# success: one is accepted
# variants: native
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
information = (ctypes.c_int * 32)(9, 0, -1)
pipe = os.pipe()
owner = (ctypes.c_int * 2)(1, host_pid)
attempt(
    lambda: granted(libc.kill(host_pid, 9)),
    lambda: granted(libc.kill(0, 9)),
    lambda: granted(libc.kill(-1, 9)),
    lambda: granted(libc.syscall(200, host_pid, 9)),
    lambda: granted(libc.syscall(234, host_pid, host_pid, 9)),
    lambda: granted(libc.syscall(129, host_pid, 9, information)),
    lambda: granted(libc.syscall(297, host_pid, host_pid, 9, information)),
    lambda: granted(libc.syscall(434, host_pid, 0)),
    lambda: granted(libc.syscall(424, 3, 9, None, 0)),
    lambda: granted(libc.fcntl(pipe[0], 8, host_pid)),
    lambda: granted(libc.fcntl(pipe[0], 15, owner)),
    lambda: granted(libc.fcntl(pipe[0], 10, 9)),
    lambda: granted(libc.ioctl(pipe[0], 0x8901, ctypes.byref(ctypes.c_int(host_pid)))),
)
