# wants: other limits on resources
# success: they are set
# variants: preset kernel
import resource

attempt(
    lambda: resource.setrlimit(resource.RLIMIT_AS, (-1, -1)),
    lambda: resource.setrlimit(resource.RLIMIT_CORE, (-1, -1)),
    lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (1 << 20, 1 << 20)),
    lambda: resource.prlimit(host_pid, resource.RLIMIT_NOFILE, (0, 0)),
    lambda: resource.prlimit(0, resource.RLIMIT_CPU, (-1, -1)),
)
