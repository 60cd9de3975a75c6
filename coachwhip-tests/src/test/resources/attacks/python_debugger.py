# wants: a port for a debugger, or a prompt that waits for ever
# success: a port is open, or the run goes on past its limit
# variants: preset kernel
import pdb

attempt(lambda: pdb.set_trace() or 1 / 0, lambda: breakpoint() or 1 / 0)
