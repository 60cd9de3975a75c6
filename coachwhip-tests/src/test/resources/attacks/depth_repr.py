# wants: a crash by recursion in C
# success: the host is harmed
# variants: preset kernel
nested = []
for _ in range(200_000):
    nested = [nested]
attempt(lambda: succeeded(len(repr(nested)) > 0), lambda: succeeded(nested == list(nested[:1]) and False))
