# wants: a crash by recursion without the interpreter's limit
# success: the host is harmed
# variants: kernel
import sys

sys.setrecursionlimit(10**8)


def deeper(n):
    return deeper(n + 1) + 1


deeper(0)
