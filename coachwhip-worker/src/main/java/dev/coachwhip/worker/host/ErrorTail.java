package dev.coachwhip.worker.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last lines that a process wrote to its own output and error output. */
final class ErrorTail {

  private static final int LINES = 20;
  private static final int LINE_LENGTH = 300;
  private static final long STACK_BYTES = 256 * 1024;

  private final Deque<String> lines = new ArrayDeque<>();
  private final Process process;
  private final Thread thread;

  /** Begins to read. */
  ErrorTail(Process process) {
    this.process = process;
    thread = new Thread(null, this::read, "coachwhip-worker-output", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }

  private void read() {
    Charset charset = StandardCharsets.UTF_8;
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(process.getInputStream(), charset))) {
      String line;
      while ((line = nextLine(in)) != null) {
        add(line);
      }
    } catch (IOException e) {
      // Closed, since the process has ended and what it started holds the pipe open.
    }
  }

  /** Reads to the line's end but keeps only its beginning, however long it is. */
  private static @Nullable String nextLine(BufferedReader in) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n') {
      if (line.length() < LINE_LENGTH && c != '\r') {
        line.append((char) c);
      }
      c = in.read();
    }
    return line.toString();
  }

  private synchronized void add(String line) {
    if (lines.size() == LINES) {
      lines.removeFirst();
    }
    lines.addLast(line);
  }

  /** Returns the last lines, once the process has ended or the time is over. */
  List<String> lines(Duration wait) {
    try {
      boolean _ = thread.join(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      return new ArrayList<>(lines);
    }
  }
}
