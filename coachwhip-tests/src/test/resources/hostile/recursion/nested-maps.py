# expect: anything
# thread: large
m = iter([1])
for _ in range(100000):
    m = map(int, m)
list(m)
