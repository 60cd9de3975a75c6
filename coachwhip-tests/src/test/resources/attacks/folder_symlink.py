# wants: the canary through a symbolic link in the script's own folder
# success: the text comes back
# variants: preset kernel
import os


def through(make):
    make(canary, "link-to-canary")
    return open("link-to-canary").read()


attempt(lambda: through(os.symlink), lambda: through(os.link))
