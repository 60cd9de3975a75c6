# wants: the processor, past all exceptions
# success: the run goes on past its limit
# variants: preset kernel
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
