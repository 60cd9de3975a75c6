# wants: out of the working folder by relative paths and folders that are open
# success: the root folder is listed
# variants: preset kernel
import os


def by_descriptor():
    root = os.open("/", os.O_PATH | os.O_DIRECTORY)
    return os.read(os.open(canary.lstrip("/"), os.O_RDONLY, dir_fd=root), 100)


def by_changing():
    os.chdir("/")
    return open(canary.lstrip("/")).read()


attempt(
    by_descriptor,
    by_changing,
    lambda: os.chroot("/"),
    lambda: os.listdir("../" * 30),
)
