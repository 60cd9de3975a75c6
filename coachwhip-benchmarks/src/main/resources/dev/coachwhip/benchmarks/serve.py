"""Calls a function of work.py for each line of standard input, and prints what it returns."""
import sys


def serve():
    for line in sys.stdin:
        name, argument = line.split()
        print(globals()[name](int(argument)), flush=True)


serve()
