# expect: anything
import functools

f = int
for _ in range(100000):
    f = functools.partial(f)
f()
