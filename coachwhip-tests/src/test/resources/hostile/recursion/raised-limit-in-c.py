# expect error: RecursionError
import sys

before = sys.getrecursionlimit()
try:
    sys.setrecursionlimit(10**6)
except ValueError:
    pass


class A:
    def __repr__(self):
        return repr(self)


try:
    repr(A())
finally:
    sys.setrecursionlimit(before)
