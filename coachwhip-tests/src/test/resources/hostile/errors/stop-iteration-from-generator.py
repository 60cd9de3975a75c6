# expect error: RuntimeError: generator raised StopIteration
def g():
    yield 1
    raise StopIteration


list(g())
