def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        try:
            {}['x']
        except KeyError:
            raise ValueError('both') from e


f()
