# wants: the processor, for ever
# success: the run goes on past its limit
# variants: preset kernel
while True:
    pass
