# wants: as write_modes, by the C library
# success: they are others
# variants: native
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
name = canary.encode()
attempt(
    lambda: granted(libc.chmod(name, 0o777)),
    lambda: granted(libc.fchmodat(-100, name, 0o777, 0)),
    lambda: granted(libc.chown(name, 0, 0)),
    lambda: granted(libc.utimensat(-100, name, None, 0)),
    lambda: granted(libc.setxattr(name, b"user.attack", b"1", 1, 0)),
    lambda: granted(libc.syscall(452, -100, name, 0o777, 0)),
)
