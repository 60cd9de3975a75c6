# wants: a socket of any family and type
# success: one is made
# variants: preset kernel
import socket

attempt(
    *[lambda family=family, type=type: socket.socket(family, type)
      for family in range(50)
      for type in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET)],
)
