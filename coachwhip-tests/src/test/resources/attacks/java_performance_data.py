# wants: the host's settings, by the file that each JVM keeps for tools
# success: it is read
# variants: preset kernel
import os

attempt(
    *[lambda user=user: open(f"/tmp/hsperfdata_{user}/{host_pid}", "rb").read(1)
      for user in ("root", "runner", "ubuntu")],
    lambda: os.listdir("/tmp"),
)
