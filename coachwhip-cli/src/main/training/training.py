"""Run once by ./coachwhip to record which classes a usual run loads, for the JVM's start-up cache.

It goes through what most scripts do: globals, a printed result, a function, a caught error; and it
ends with an error, so that the error report is recorded too.
"""
import sys


def mean(values):
    return sum(values) / len(values)


def divide(dividend, divisor):
    return dividend / divisor


samples = [5.0 + 0.5 * i for i in range(10)]
print(f"{len(sys.argv)} arguments, mean {mean(samples) * laser:.2f} mW")
print("done", file=sys.stderr)
try:
    divide(1, 0)
except ZeroDivisionError as problem:
    print(problem)
result = {"samples": samples, "count": len(samples), "name": "training", "nothing": None}
divide(len(samples), 0)
