# expect error: ValueError: text
e = ValueError("text")
try:
    raise e
except ValueError:
    pass
e.__traceback__ = None
raise e.with_traceback(None)
