# needs 3.11
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ExceptionGroup('first', [ValueError('v')]) from e
except ExceptionGroup:
    raise ExceptionGroup('second', [KeyError('k')])
