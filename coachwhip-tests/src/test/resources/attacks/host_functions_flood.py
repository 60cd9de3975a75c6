# wants: a host that drowns in calls
# success: the host is harmed, or the run goes on past its limit
# variants: preset kernel
while True:
    harmless("x" * 100_000)
