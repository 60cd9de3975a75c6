# wants: the connection, by another file in its place
# success: the host waits for longer than the limit
# variants: kernel native
import os

reader, writer = os.pipe()
for number in range(0, 300):
    if number not in (reader, writer):
        try:
            os.dup2(writer, number)
        except OSError:
            pass
"refused"
