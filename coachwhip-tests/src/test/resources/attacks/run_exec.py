# wants: another program in the worker's place
# success: the canary's folder holds a file
# variants: preset kernel
import os

command = ["touch", canary_folder + "/exec"]
attempt(
    lambda: os.execv("/usr/bin/touch", command),
    lambda: os.execve("/usr/bin/touch", command, {}),
    lambda: os.execvp("touch", command),
)
