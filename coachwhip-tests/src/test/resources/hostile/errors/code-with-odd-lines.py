# expect error: ZeroDivisionError
def f():
    1 / 0


f.__code__ = f.__code__.replace(co_firstlineno=2**30, co_filename="no\x00where", co_name="\U0001f600")
f()
