# wants: the end of the worker, and of the host, by asking
# success: either ends
# variants: preset kernel
import sys

for end in (lambda: sys.exit(3), lambda: exit(3)):
    try:
        end()
    except SystemExit:
        pass
    except NameError:
        pass
raise SystemExit(3)
