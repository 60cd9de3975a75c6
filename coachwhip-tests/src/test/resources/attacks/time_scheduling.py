# wants: more of the processor than others get, or that others get less
# success: a priority or affinity is changed
# variants: kernel native
import os

attempt(
    lambda: os.nice(-10),
    lambda: os.setpriority(os.PRIO_PROCESS, host_pid, 19),
    lambda: os.sched_setaffinity(host_pid, {0}),
    lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)),
    lambda: os.sched_setaffinity(0, {0}),
)
