# wants: a message to the host that looks true: a result of another run, a call of a host function
# success: the host takes it for one
# variants: kernel native
import os
import struct

messages = []
for kind in range(12):
    for number in (0, 1, 2, 2**31 - 1):
        for order in "<>":
            body = struct.pack(order + "iiqq", kind, number, number, 1) + b"forged"
            messages.append(struct.pack(order + "i", len(body)) + body)
for number in range(3, 300):
    try:
        os.set_blocking(number, False)
        for message in messages:
            os.write(number, message)
    except OSError:
        pass
"refused"
