# wants: shared memory by name, to talk with other processes
# success: a segment is made
# variants: preset kernel
from multiprocessing import shared_memory

attempt(lambda: shared_memory.SharedMemory(create=True, size=4096))
