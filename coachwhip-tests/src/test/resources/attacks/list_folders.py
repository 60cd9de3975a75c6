# wants: the names of files
# success: a list of them
# variants: preset kernel
import glob
import os
import pathlib


def walk():
    found = list(os.walk("/home")) + list(os.walk(canary_folder))
    if not found:
        raise OSError("nothing found")
    return found


def pattern():
    found = glob.glob(canary_folder + "/*") + glob.glob("/etc/*")
    if not found:
        raise OSError("nothing found")
    return found


attempt(
    lambda: os.listdir("/"),
    lambda: os.listdir(canary_folder),
    lambda: list(os.scandir("/etc")),
    lambda: list(pathlib.Path("/root").iterdir()),
    walk,
    pattern,
)
