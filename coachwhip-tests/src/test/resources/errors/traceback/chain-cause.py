def read():
    try:
        int('x')
    except ValueError as e:
        raise RuntimeError('cannot read') from e


try:
    read()
except RuntimeError as e:
    raise KeyError('outer') from e
