# wants: the streams of the host, by the objects behind print
# success: the next run cannot print
# variants: preset kernel
import sys

for name in ("stdout", "stderr", "__stdout__", "__stderr__", "stdin", "displayhook", "excepthook"):
    setattr(sys, name, None)
"refused"
