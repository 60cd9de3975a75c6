# wants: what the host's process shows of itself: variables, arguments, memory, files
# success: one can be read
# variants: preset kernel
import os

host = f"/proc/{host_pid}/"
attempt(
    *[lambda name=name: open(host + name, "rb").read(1) for name in
      ["environ", "cmdline", "mem", "maps", "status", "stat", "auxv", "io", "syscall", "stack"]],
    lambda: os.listdir(host + "fd"),
    lambda: os.listdir(host + "task"),
    lambda: open(host + "root" + canary).read(),
    lambda: open(host + "cwd/pom.xml").read(),
)
