# expect: 1
class A:
    def __del__(self):
        raise ValueError("nobody sees it")


a = A()
del a
1
