# wants: what the host's terminal would say, or a run that waits for it
# success: something is read
# variants: preset kernel
import sys

attempt(lambda: input("password: "), lambda: sys.stdin.read(1) or 1 / 0, lambda: succeeded(open(0).read()))
