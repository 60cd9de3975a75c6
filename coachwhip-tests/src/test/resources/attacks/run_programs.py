# wants: another program
# success: it runs, and makes a file in the canary's folder
# variants: preset kernel
import os
import subprocess

command = ["touch", canary_folder + "/run"]
attempt(
    lambda: subprocess.run(command, check=True),
    lambda: subprocess.Popen("touch " + canary_folder + "/run", shell=True),
    lambda: succeeded(os.system("touch " + canary_folder + "/run") == 0),
    lambda: os.popen("touch " + canary_folder + "/run").close(),
    lambda: os.posix_spawn("/usr/bin/touch", command, {}),
    lambda: os.posix_spawn("/bin/true", ["true"], {}),
    lambda: os.spawnv(os.P_WAIT, "/usr/bin/touch", command) == 0 or 1 / 0,
)
