# wants: the host's next messages, by reading before the worker does
# success: the host waits for longer than the limit
# variants: kernel native
import os

for number in range(3, 300):
    try:
        os.set_blocking(number, False)
        os.read(number, 1 << 16)
    except OSError:
        pass
"refused"
