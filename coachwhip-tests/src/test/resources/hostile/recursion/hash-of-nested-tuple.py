# expect: anything
# thread: large
t = ()
for _ in range(100000):
    t = (t,)
hash(t) == hash(t)
