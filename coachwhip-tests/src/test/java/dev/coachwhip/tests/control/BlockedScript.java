package dev.coachwhip.tests.control;

/** Scripts that wait in a C function for what never comes. They call {@code running()} before. */
public enum BlockedScript {
  SLEEP("import time", "time.sleep(1000)"),
  LOCK("import threading\nlock = threading.Lock()\nlock.acquire()", "lock.acquire()"),
  LOCK_TIMEOUT(
      "import threading\nlock = threading.Lock()\nlock.acquire()", "lock.acquire(timeout=1000)"),
  RLOCK(
      """
      import threading
      lock, held = threading.RLock(), threading.Event()
      done = threading.Event()
      def hold():
        with lock:
          held.set()
          done.wait(60)
      threading.Thread(target=hold, daemon=True).start()
      held.wait()
      """,
      "lock.acquire()",
      "done.set()"),
  CONDITION(
      "import threading\ncondition = threading.Condition()\ncondition.acquire()",
      "condition.wait()"),
  EVENT("import threading", "threading.Event().wait()"),
  EVENT_TIMEOUT("import threading", "threading.Event().wait(1000)"),
  SEMAPHORE("import threading", "threading.Semaphore(0).acquire()"),
  BARRIER("import threading", "threading.Barrier(2).wait()"),
  QUEUE("import queue", "queue.Queue().get()"),
  QUEUE_TIMEOUT("import queue", "queue.Queue().get(timeout=1000)"),
  SIMPLE_QUEUE("import queue", "queue.SimpleQueue().get()"),
  JOIN(
      """
      import threading
      done = threading.Event()
      thread = threading.Thread(target=done.wait, args=(60,), daemon=True)
      thread.start()
      """,
      "thread.join()",
      "done.set()"),
  EXECUTOR(
      """
      import threading, concurrent.futures
      done = threading.Event()
      pool = concurrent.futures.ThreadPoolExecutor(1)
      future = pool.submit(done.wait, 60)
      """,
      "future.result()",
      "done.set()\npool.shutdown()"),
  SELECT("import select, socket\na, b = socket.socketpair()", "select.select([a], [], [])"),
  POLL(
      "import select, socket\na, b = socket.socketpair()\np = select.poll()\np.register(a, select.POLLIN)",
      "p.poll()"),
  EPOLL(
      "import select, socket\na, b = socket.socketpair()\np = select.epoll()\np.register(a, select.EPOLLIN)",
      "p.poll()",
      "p.close()"),
  RECEIVE("import socket\na, b = socket.socketpair()", "a.recv(1)"),
  RECEIVE_TIMEOUT("import socket\na, b = socket.socketpair()\na.settimeout(1000)", "a.recv(1)"),
  ACCEPT("import socket\na = b = socket.create_server(('127.0.0.1', 0))", "a.accept()"),
  CONNECT(
      """
      import socket
      b = socket.socket()
      b.bind(('127.0.0.1', 0))
      b.listen(0)
      others = [socket.socket() for _ in range(3)]
      for other in others:
        other.setblocking(False)
        other.connect_ex(b.getsockname())
      a = socket.socket()
      """,
      "a.connect(b.getsockname())",
      "for other in others: other.close()"),
  // Files and not numbers: what a second stop keeps from being closed is closed all the same.
  READ(pipe(""), "os.read(r.fileno(), 1)", "r.close()\nw.close()"),
  READ_LINE(pipe(""), "r.readline()", "r.close()\nw.close()"),
  WRITE(pipe(""), "os.write(w.fileno(), bytes(10_000_000))", "r.close()\nw.close()"),
  INPUT(
      pipe("saved, sys.stdin = sys.stdin, r"),
      "input()",
      "sys.stdin = saved\nr.close()\nw.close()"),
  WAIT_FOR_PROCESS(
      "import subprocess\np = subprocess.Popen(['sleep', '60'])", "p.wait()", "p.kill()\np.wait()"),
  COMMUNICATE(
      "import subprocess\np = subprocess.Popen(['sleep', '60'], stdout=-1, stderr=-1)",
      "p.communicate()",
      "p.kill()\np.communicate()"),
  RUN_PROCESS("import subprocess", "subprocess.run(['sleep', '60'])"),
  FILE_LOCK(
      """
      import fcntl, tempfile
      a = tempfile.NamedTemporaryFile()
      b = open(a.name)
      fcntl.flock(a, fcntl.LOCK_EX)
      """,
      "fcntl.flock(b, fcntl.LOCK_EX)");

  private final String before;
  private final String waiting;
  private final String afterwards;

  BlockedScript(String before, String waiting) {
    this(
        before,
        waiting,
        before.contains("a, b =") || before.contains("a =") ? "a.close()\nb.close()" : "");
  }

  BlockedScript(String before, String waiting, String afterwards) {
    this.before = before;
    this.waiting = waiting;
    this.afterwards = afterwards;
  }

  private static String pipe(String more) {
    return "import os, sys\nr, w = os.pipe()\nr, w = open(r), open(w, 'wb', 0)\n" + more;
  }

  /** Returns the script; it puts away what it has opened. */
  public String text() {
    return before
        + "\ntry:\n  running()\n  "
        + waiting
        + "\nfinally:\n  "
        + afterwards.replace("\n", "\n  ")
        + "\n  pass\n";
  }
}
