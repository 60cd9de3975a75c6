# wants: threads that no module knows of, which print and change globals for ever
# success: the next run fails
# variants: preset kernel
import _thread


def on():
    while True:
        globals()["left"] = 1


for _ in range(4):
    _thread.start_new_thread(on, ())
"refused"
