# needs 3.11
def fail(e):
    raise e


def caught(e):
    try:
        fail(e)
    except Exception as x:
        return x


raise ExceptionGroup('several', [caught(ValueError('a')), caught(TypeError('b'))])
