# wants: the host's end
# success: it ends, or a signal to it is accepted
# variants: preset kernel
import os

attempt(*[lambda number=number: os.kill(host_pid, number) for number in (0, 1, 2, 3, 9, 15, 19)],
        lambda: os.kill(os.getppid(), 9))
