# wants: a dump of the JVM's threads, which could tell secrets
# success: none; the dump goes to the worker's own output
# variants: preset kernel
import os

for number in (3, 1, 12, 28):
    os.kill(os.getpid(), number)
"refused"
