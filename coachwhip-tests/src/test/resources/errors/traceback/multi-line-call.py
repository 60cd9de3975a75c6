def f(*values):
    raise ValueError('bad values')


result = f(
    1,
    2,
)
