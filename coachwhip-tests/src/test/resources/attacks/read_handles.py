# wants: the canary by its handle, past all rules about paths
# success: a descriptor is given
# variants: native
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
handle = (ctypes.c_ubyte * 136)()
handle[0] = 128
mount = ctypes.c_int()
attempt(
    lambda: granted(libc.name_to_handle_at(-100, canary.encode(), handle, ctypes.byref(mount), 0)),
    lambda: granted(libc.open_by_handle_at(-100, handle, 0)),
)
