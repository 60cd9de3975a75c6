# wants: the host's memory, by its result
# success: the host is harmed
# variants: preset kernel
["x" * 1_000_000 for _ in range(2_000)]
