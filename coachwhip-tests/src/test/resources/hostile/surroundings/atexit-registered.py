# expect: 1
import atexit

atexit.register(len, "abc")
atexit.unregister(len)
1
