# wants: the streams of the host, by the objects behind print
# success: the next run cannot print
# variants: preset kernel
# next: another engine, since scripts of one engine trust each other
import sys

for name in ("stdout", "stderr", "__stdout__", "__stderr__", "stdin", "displayhook", "excepthook"):
    setattr(sys, name, None)
"refused"
