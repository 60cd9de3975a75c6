# expect: anything
import sys


def trace(frame, event, argument):
    raise ValueError("from the trace function")


sys.settrace(trace)


def f():
    return 1


f()
