# wants: to make, move and remove files
# success: the canary's folder has changed
# variants: preset kernel
import os

attempt(
    lambda: os.open(canary_folder + "/new", os.O_CREAT | os.O_WRONLY),
    lambda: os.open(canary_folder, os.O_TMPFILE | os.O_RDWR),
    lambda: os.mkdir(canary_folder + "/new"),
    lambda: os.rename(canary, canary + ".old"),
    lambda: os.replace(canary, canary + ".old"),
    lambda: os.remove(canary),
    lambda: os.rmdir(canary_folder),
    lambda: os.link(canary, canary_folder + "/link"),
    lambda: os.symlink(canary, canary_folder + "/symlink"),
    lambda: os.mkfifo(canary_folder + "/fifo"),
    lambda: os.mknod(canary_folder + "/node"),
)
