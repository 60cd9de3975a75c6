# expect error: ImportError: no more
import builtins

saved = builtins.__import__


def refuse(*args, **kwargs):
    raise ImportError("no more")


builtins.__import__ = refuse
try:
    import json
finally:
    builtins.__import__ = saved
