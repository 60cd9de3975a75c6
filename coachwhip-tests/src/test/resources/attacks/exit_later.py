# wants: to run when the engine is closed
# success: the canary's folder holds a file afterwards
# variants: preset kernel
import atexit


def last():
    open(canary_folder + "/atexit", "w")
    while True:
        pass


atexit.register(last)
"refused"
