# wants: to keep the worker from its end by threads that must be joined
# success: the engine cannot be closed
# variants: preset kernel
import concurrent.futures
import time

pool = concurrent.futures.ThreadPoolExecutor(8)
for _ in range(8):
    pool.submit(time.sleep, 3600)
"refused"
