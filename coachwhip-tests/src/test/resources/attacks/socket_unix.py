# wants: a connection to a local server by its path, or by a name without one
# success: the server sees one
# variants: preset kernel
import socket

attempt(
    lambda: socket.socket(socket.AF_UNIX).connect(unix_socket),
    lambda: socket.socket(socket.AF_UNIX).connect("\0attack"),
    lambda: socket.socket(socket.AF_UNIX).bind(canary_folder + "/socket"),
    lambda: socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b"x", "/dev/log"),
)
