# wants: code run in another Python process
# success: it is accepted
# variants: kernel
import sys

attempt(lambda: sys.remote_exec(host_pid, canary))
