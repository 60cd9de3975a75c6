# wants: to send to others from the one kind of socket that may be made
# success: a datagram socket, or an address taken
# variants: native
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
pair = (ctypes.c_int * 2)()
address = (ctypes.c_ubyte * 110)(1, 0, *unix_socket.encode())


def stream_to_address(call):
    granted(libc.socketpair(1, 1, 0, pair))
    return granted(call(pair[0]))


attempt(
    lambda: granted(libc.socketpair(1, 2, 0, pair)),
    lambda: granted(libc.socketpair(1, 5, 0, pair)),
    lambda: stream_to_address(lambda file: libc.sendto(file, b"x", 1, 0, address, 110)),
    lambda: stream_to_address(lambda file: libc.connect(file, address, 110)),
    lambda: stream_to_address(lambda file: libc.bind(file, address, 110)),
    lambda: stream_to_address(lambda file: libc.listen(file, 1)),
)
