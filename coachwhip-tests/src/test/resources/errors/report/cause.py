try:
    int('x')
except ValueError as e:
    raise KeyError('gain') from e
