# expect: done
a = []
for _ in range(500000):
    a = [a]
del a
"done"
