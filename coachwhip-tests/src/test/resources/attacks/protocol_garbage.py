# wants: confusion at the host, by garbage in all that is open
# success: the host is harmed
# variants: kernel native
import os

for number in range(3, 300):
    try:
        os.write(number, os.urandom(4096))
    except OSError:
        pass
"refused"
