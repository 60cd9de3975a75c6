# wants: a worker that neither goes on nor ends
# success: the host waits for it for longer than the limit
# variants: preset kernel
import os

os.kill(os.getpid(), 19)
