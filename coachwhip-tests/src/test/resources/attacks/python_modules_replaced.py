# wants: that what others import later is its own
# success: the next run, which imports json and math, fails
# variants: preset kernel
# next: another engine, since scripts of one engine trust each other
import sys

for name in ("json", "math", "builtins", "coachwhip", "numpy", "traceback", "linecache"):
    sys.modules[name] = None
"refused"
