# wants: what else runs on the machine
# success: a list of processes, or facts of the machine
# variants: preset kernel
import os

attempt(
    lambda: os.listdir("/proc"),
    lambda: open("/proc/1/cmdline").read(),
    lambda: open("/proc/mounts").read(),
    lambda: open("/proc/net/tcp").read(),
    lambda: os.listdir("/sys/class/net"),
)
