# wants: the JVM's door for tools: its own, and the host's
# success: the host's is opened
# variants: preset kernel
import os
import socket


def door(pid):
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(f"/tmp/.java_pid{pid}")
    connection.sendall(b"1\0properties\0\0\0\0")
    return connection.recv(10)


attempt(
    lambda: door(host_pid),
    lambda: door(os.getpid()),
    lambda: open(f"/tmp/.attach_pid{host_pid}", "w"),
    lambda: os.kill(host_pid, 3),
)
