# expect: 1
import threading

threading.excepthook = lambda arguments: 1 / 0
t = threading.Thread(target=lambda: 1 / 0)
t.start()
t.join()
threading.excepthook = threading.__excepthook__
1
