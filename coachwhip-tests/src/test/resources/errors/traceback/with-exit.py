class C:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        raise OSError('at exit')


with C() as c:
    c.x = 1 / 0
