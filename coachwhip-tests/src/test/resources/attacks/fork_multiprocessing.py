# wants: processes by the modules made for them
# success: one runs
# variants: preset kernel
import concurrent.futures
import multiprocessing


def pool():
    with concurrent.futures.ProcessPoolExecutor(1) as executor:
        return executor.submit(abs, -1).result(1)


def process(method):
    started = multiprocessing.get_context(method).Process(target=abs, args=(-1,))
    started.start()
    started.join(1)


attempt(lambda: process("fork"), lambda: process("spawn"), pool)
