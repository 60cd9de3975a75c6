# wants: the worker's own JVM, by the interface for native code
# success: none beyond the worker: the canary stays as it is
# variants: native
import ctypes

jvm = ctypes.CDLL("libjvm.so", mode=4)  # only if it is loaded, which it is
machine = ctypes.c_void_p()
count = ctypes.c_int()
jvm.JNI_GetCreatedJavaVMs(ctypes.byref(machine), 1, ctypes.byref(count))
table = ctypes.cast(machine, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
destroy = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)(table[3])
destroy(machine)
"refused"
