def f(x):
    return g(x)


def g(x):
    y = h(x)
    return y


def h(x):
    return (x)(1)


f(1)
