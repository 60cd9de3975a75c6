# wants: the end of whatever can be reached
# success: a signal is accepted
# variants: preset kernel
import os

attempt(
    lambda: os.kill(-1, 9),
    lambda: os.kill(0, 15),
    lambda: os.kill(1, 15),
    lambda: os.killpg(os.getpgid(host_pid), 9),
    lambda: os.killpg(0, 9),
)
