# wants: a host that waits for ever, by closing what is open
# success: the host waits for longer than the limit
# variants: kernel native
import os

os.closerange(0, 1000)
"refused"
