# wants: the processor in a C function that asks nobody
# success: the run goes on past its limit
# variants: preset kernel
pow(3, 10**9)
