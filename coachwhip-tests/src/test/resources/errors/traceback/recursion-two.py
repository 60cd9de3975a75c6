def f(n):
    return g(n)


def g(n):
    if n == 0:
        raise ValueError('deep')
    return f(n - 1)


f(4)
