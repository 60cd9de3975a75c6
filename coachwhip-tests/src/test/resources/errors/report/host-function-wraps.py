def inner(x):
    return 1 / x


wrap('inner', 0)
