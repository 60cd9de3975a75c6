# expect: [0, 1, 2, 3]
import threading

seen = []
lock = threading.Lock()


def work(n):
    with lock:
        seen.append(n)


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
sorted(seen)
