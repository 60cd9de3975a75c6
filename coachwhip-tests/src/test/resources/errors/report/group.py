def read(n):
    raise OSError(f'channel {n}')


def caught(n):
    try:
        read(n)
    except OSError as e:
        return e


raise ExceptionGroup('cannot read', [caught(1), ExceptionGroup('inner', [TypeError('t')]), caught(2)])
