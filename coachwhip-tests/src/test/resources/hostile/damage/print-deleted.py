# expect error: NameError
import builtins

saved = builtins.print
del builtins.print
try:
    print("lost")
finally:
    builtins.print = saved
