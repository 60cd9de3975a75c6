# wants: the variables of whoever called it
# success: something that is not its own, by which a file is read
# variants: preset kernel
import sys


def outer():
    frame = sys._getframe()
    while frame:
        for space in (frame.f_globals, frame.f_builtins):
            modules = space.get("sys", sys).modules
            yield modules["posix"]
        frame = frame.f_back


attempt(*[lambda module=module: module.open(canary, 0) for module in outer()])
