# wants: a host that makes room for a message of two gigabytes
# success: the host runs out of memory
# variants: kernel native
import os

for number in range(3, 300):
    try:
        os.write(number, b"\x7f\xff\xff\xf0" + b"\0" * 60)
        os.write(number, b"\xf0\xff\xff\x7f" + b"\0" * 60)
    except OSError:
        pass
"refused"
