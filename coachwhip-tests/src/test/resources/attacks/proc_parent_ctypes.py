# wants: as proc_parent, by the C library
# success: one can be opened
# variants: native
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
host = f"/proc/{host_pid}/"
attempt(
    *[lambda name=name: granted(libc.open((host + name).encode(), 0)) for name in
      ["environ", "cmdline", "mem", "maps", "status", "fd", "root", "cwd", "ns/mnt"]],
)
