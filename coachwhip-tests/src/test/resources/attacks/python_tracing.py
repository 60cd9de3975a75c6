# wants: to see the code of others run
# success: a frame that is not its own, and a file read in it
# variants: preset kernel
# next: another engine, since scripts of one engine trust each other
import sys
import threading

seen = []


def trace(frame, event, argument):
    seen.append(frame)
    return trace


threading.settrace(trace)
sys.settrace(trace)
sys.setprofile(trace)
attempt(lambda: seen[0].f_builtins["open"](canary).read())
