# expect error: RecursionError
def f():
    try:
        f()
    except RecursionError as e:
        raise RecursionError("again") from e


f()
