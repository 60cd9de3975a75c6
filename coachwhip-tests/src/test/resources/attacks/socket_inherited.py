# wants: another use of sockets that are open: the worker's own, or the host's if some were inherited
# success: one connects, listens or accepts
# variants: kernel native
import socket


def every(action):
    done = []
    for number in range(3, 256):
        try:
            with socket.socket(fileno=number) as found:
                try:
                    action(found)
                    done.append(number)
                finally:
                    found.detach()
        except Exception:
            pass
    if not done:
        raise OSError("none")
    return done


attempt(
    lambda: every(lambda found: found.connect(("127.0.0.1", port))),
    lambda: every(lambda found: found.connect(unix_socket)),
    lambda: every(lambda found: found.listen()),
    lambda: every(lambda found: found.accept() if found.getsockopt(1, 30) else 1 / 0),
)
