# wants: the host's memory
# success: it can be read or written
# variants: native
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(8)
local = (ctypes.c_ulong * 2)(ctypes.addressof(buffer), 8)
remote = (ctypes.c_ulong * 2)(0x400000, 8)
attempt(
    lambda: granted(libc.ptrace(16, host_pid, 0, 0)),
    lambda: granted(libc.ptrace(0x4206, host_pid, 0, 0)),
    lambda: granted(libc.process_vm_readv(host_pid, local, 1, remote, 1, 0)),
    lambda: granted(libc.process_vm_writev(host_pid, local, 1, remote, 1, 0)),
    lambda: granted(libc.syscall(438, 3, 0, 0)),
    lambda: granted(libc.syscall(312, host_pid, host_pid, 0, 0, 0)),
)
