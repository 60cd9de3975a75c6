def f(a, b):
    raise TypeError(
        'two lines')


f(1,
  2)
