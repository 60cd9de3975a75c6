# wants: a connection to the test's server
# success: the server sees one
# variants: preset kernel
import socket

attempt(
    lambda: socket.create_connection(("127.0.0.1", port), 1),
    lambda: socket.socket().connect(("127.0.0.1", port)),
    lambda: socket.socket(socket.AF_INET6).connect(("::1", port)),
    lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", port)),
    lambda: socket.socket(type=socket.SOCK_STREAM).sendto(b"x", 0x20000000, ("127.0.0.1", port)),
)
