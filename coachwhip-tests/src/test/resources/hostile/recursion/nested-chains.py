# expect: anything
# thread: large
import itertools

m = iter([1])
for _ in range(200000):
    m = itertools.chain(m)
list(m)
