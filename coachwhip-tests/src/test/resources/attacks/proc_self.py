# wants: its own memory and descriptors as files, which know no rules
# success: one can be opened
# variants: preset kernel native
import os

attempt(
    lambda: open("/proc/self/mem", "r+b"),
    lambda: open("/proc/self/maps").read(),
    lambda: open("/proc/self/environ", "rb").read(),
    lambda: os.listdir("/proc/self/fd"),
    lambda: open("/proc/self/root" + canary).read(),
    lambda: open("/proc/thread-self/root" + canary).read(),
    lambda: open("/proc/self/oom_score_adj", "w").write("-1000"),
    lambda: open("/proc/sys/kernel/core_pattern", "w"),
    lambda: open("/proc/sysrq-trigger", "w"),
)
