# wants: the host's memory, by the text of an error
# success: the host is harmed
# variants: preset kernel
raise ValueError("x" * 50_000_000)
