def inner(x):
    return 1 / x


def outer():
    return call('inner', 0)


outer()
