# wants: a question to a name server, which can carry data out
# success: an answer, or anything but a refusal
# variants: preset kernel
import socket

attempt(
    lambda: socket.getaddrinfo("attack.invalid", 80),
    lambda: socket.gethostbyname("localhost"),
    lambda: socket.gethostbyaddr("127.0.0.1"),
)
