# wants: the canary's text, by descriptors
# success: the text comes back
# variants: preset kernel
import os
import posix

attempt(
    lambda: os.read(os.open(canary, os.O_RDONLY), 100),
    lambda: posix.read(posix.open(canary, 0), 100),
    lambda: os.pread(os.open(canary, os.O_RDWR | os.O_CLOEXEC), 100, 0),
    lambda: os.sendfile(1, os.open(canary, os.O_RDONLY), 0, 100),
    lambda: os.copy_file_range(os.open(canary, os.O_RDONLY), os.pipe()[1], 100),
)
