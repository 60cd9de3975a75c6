# wants: System V's shared memory, queues and semaphores, which have no paths
# success: one is made
# variants: native
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
attempt(
    lambda: granted(libc.shmget(0x1234, 4096, 0o1666)),
    lambda: granted(libc.msgget(0x1234, 0o1666)),
    lambda: granted(libc.semget(0x1234, 1, 0o1666)),
    lambda: granted(libc.mq_open(b"/attack", 0o102, 0o600, None)),
)
