# wants: another time for the whole machine
# success: the clock is set
# variants: preset kernel
import time

attempt(
    lambda: time.clock_settime(time.CLOCK_REALTIME, 0),
    lambda: time.clock_settime_ns(time.CLOCK_REALTIME, 0),
)
