# wants: the calls of 32-bit programs, by machine code of its own
# success: none; the worker ends
# variants: native
import ctypes
import mmap
import platform
import time

# mov eax, 20 (getpid); int 0x80; ret
code = bytes([0xB8, 20, 0, 0, 0, 0xCD, 0x80, 0xC3]) if platform.machine() == "x86_64" else b""
page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
page.write(code)
address = ctypes.addressof(ctypes.c_char.from_buffer(page))
if code:
    ctypes.CFUNCTYPE(ctypes.c_int)(address)()
    time.sleep(10)
"refused"
