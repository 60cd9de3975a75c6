# wants: the host's memory, by the text of an error
# success: the host is harmed
# variants: preset kernel
raise ValueError("x" * 500_000_000)
