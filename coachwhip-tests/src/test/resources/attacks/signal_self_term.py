# wants: the JVM's shutdown hooks, which run on threads that were there before the sandbox
# success: none; the worker may end
# variants: preset kernel
import os
import time

os.kill(os.getpid(), 15)
time.sleep(10)
