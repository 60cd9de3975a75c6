# expect: None
import gc
import weakref


class A:
    pass


r = weakref.ref(A())
gc.collect()
r()
