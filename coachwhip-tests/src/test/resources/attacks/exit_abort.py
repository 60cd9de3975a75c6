# wants: the process's end with a core dump
# success: a dump is written, or the host ends
# variants: preset kernel
import os

os.abort()
