# wants: a run that never ends
# success: the run goes on past its limit
# variants: preset kernel
import time

time.sleep(3600)
