# expect: anything
a = []
for _ in range(100000):
    a = [a]
len(repr(a))
