class MyError(Exception):
    pass


def f():
    class Local(MyError):
        pass
    raise Local('x')


f()
