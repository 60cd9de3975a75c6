# wants: to stay in charge by handlers and timers of its own
# success: the host cannot stop it
# variants: preset kernel
import faulthandler
import signal
import time

faulthandler.dump_traceback_later(0.1, repeat=True, exit=False)
for number in (2, 14, 15):
    try:
        signal.signal(number, lambda *_: None)
    except ValueError:
        pass
while True:
    time.sleep(0.01)
