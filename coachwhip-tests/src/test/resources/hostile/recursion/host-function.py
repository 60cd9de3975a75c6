# expect error: RecursionError
def f(n):
    return call_back(f, n + 1)


f(0)
