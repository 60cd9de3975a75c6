# expect: 1
import gc


class A:
    def __init__(self):
        self.me = self

    def __del__(self):
        gc.collect()


for _ in range(10):
    A()
gc.collect()
1
