# wants: a crash of the host, by a result that is nested without end
# success: the host is harmed
# variants: preset kernel
nested = {}
for _ in range(100_000):
    nested = {"inner": [nested]}
nested
