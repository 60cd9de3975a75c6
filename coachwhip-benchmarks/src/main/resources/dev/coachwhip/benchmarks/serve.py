"""Calls a function of work.py for each line of standard input; prints how many nanoseconds it took."""
import sys
import time


def serve():
    for line in sys.stdin:
        name, argument = line.split()
        start = time.perf_counter_ns()
        globals()[name](int(argument))
        print(time.perf_counter_ns() - start, flush=True)


serve()
