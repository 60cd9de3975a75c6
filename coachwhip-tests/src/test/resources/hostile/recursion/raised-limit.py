# expect: anything
import sys

before = sys.getrecursionlimit()
try:
    sys.setrecursionlimit(10**6)

    def f(n):
        return f(n + 1)

    f(0)
finally:
    sys.setrecursionlimit(before)
