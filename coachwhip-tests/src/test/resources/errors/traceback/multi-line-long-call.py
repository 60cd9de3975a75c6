def f(*values):
    raise ValueError('bad values')


print(f(
    1,
    2,
    3,
    4,
    5,
    6,
    7,
), 5)
