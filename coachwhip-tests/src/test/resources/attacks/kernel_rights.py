# wants: another user, or the rights of root
# success: a call that changes them is accepted
# variants: preset kernel native
import os

attempt(
    lambda: os.setuid(0),
    lambda: os.setresuid(0, 0, 0),
    lambda: os.setgid(0),
    lambda: os.setgroups([0]),
    lambda: os.initgroups("root", 0),
    lambda: os.setsid(),
    lambda: os.setpgid(0, 0),
)
