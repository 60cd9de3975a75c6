# wants: modules by the table of those that are loaded
# success: a file is read
# variants: preset kernel
import sys

attempt(
    lambda: sys.modules["os"].listdir("/"),
    lambda: sys.modules["posix"].open(canary, 0),
    lambda: sys.modules["builtins"].open(canary).read(),
    lambda: sys.modules["importlib._bootstrap_external"].FileLoader("x", canary).get_data(canary),
)
