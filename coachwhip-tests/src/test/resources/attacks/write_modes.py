# wants: other modes, owners, times and attributes for the canary, which Landlock does not restrict
# success: they are others
# variants: preset kernel
import os

attempt(
    lambda: os.chmod(canary, 0o777),
    lambda: os.chown(canary, os.getuid(), os.getgid()),
    lambda: os.utime(canary, (0, 0)),
    lambda: os.setxattr(canary, "user.attack", b"1"),
)
