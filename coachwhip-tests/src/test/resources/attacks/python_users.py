# wants: who uses this machine
# success: a list of users
# variants: preset kernel
import grp
import pwd

attempt(
    lambda: pwd.getpwall() or 1 / 0,
    lambda: grp.getgrall() or 1 / 0,
    lambda: open("/etc/passwd").read(),
    lambda: open("/etc/shadow").read(),
)
