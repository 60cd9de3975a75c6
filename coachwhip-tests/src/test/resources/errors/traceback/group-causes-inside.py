# needs 3.11
def made():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise ValueError('inside') from e
    except ValueError as e:
        return e


raise ExceptionGroup('g', [made(), made()])
