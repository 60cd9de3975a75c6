# wants: the process's end without a word
# success: the host ends with it
# variants: preset kernel
import os

os._exit(0)
