# wants: a second process
# success: the fork returns
# variants: preset kernel
import os

attempt(
    lambda: os.fork() or os._exit(0),
    lambda: os.forkpty(),
)
