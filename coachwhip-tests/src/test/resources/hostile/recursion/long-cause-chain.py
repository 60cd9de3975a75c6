# expect error: ValueError
error = None
for _ in range(50000):
    following = ValueError()
    following.__cause__ = error
    error = following
raise error
