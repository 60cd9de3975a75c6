package dev.coachwhip.worker.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.coachwhip.worker.ffi.Kernel;
import dev.coachwhip.worker.ffi.SystemCall;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A pipe to or from a child. Its descriptors are closed with it, streams made of it are not. */
record Pipe(int reader, int writer) implements AutoCloseable {

  private static final long O_CLOEXEC = 0x80000;

  static Pipe open() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment ends = arena.allocate(JAVA_INT, 2);
      Kernel.require(SystemCall.PIPE2, ends.address(), O_CLOEXEC);
      return new Pipe(ends.getAtIndex(JAVA_INT, 0), ends.getAtIndex(JAVA_INT, 1));
    }
  }

  /** Opens the reading end once more, as a stream that ends when no process can write any more. */
  InputStream input() throws IOException {
    return new FileInputStream("/proc/self/fd/" + reader);
  }

  /** Opens the writing end once more, as a stream. */
  OutputStream output() throws IOException {
    return new FileOutputStream("/proc/self/fd/" + writer);
  }

  @Override
  public void close() {
    Kernel.call(SystemCall.CLOSE, reader);
    Kernel.call(SystemCall.CLOSE, writer);
  }
}
