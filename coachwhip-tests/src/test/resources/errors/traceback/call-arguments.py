def f(*, key):
    return key


f(1, 2, key=(3, 4))
