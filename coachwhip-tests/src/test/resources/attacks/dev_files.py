# wants: devices, and the shared memory of other programs
# success: one can be opened
# variants: preset kernel native
import os

attempt(
    lambda: os.listdir("/dev"),
    lambda: os.listdir("/dev/shm"),
    lambda: open("/dev/shm/attack", "w"),
    lambda: open("/dev/mem", "rb"),
    lambda: open("/dev/kmsg", "w"),
    lambda: open("/dev/tty", "r+"),
    lambda: os.open("/dev/ptmx", os.O_RDWR),
    lambda: open("/dev/fuse", "rb"),
    lambda: open("/dev/kvm", "rb"),
)
