package dev.coachwhip.python;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyBytes;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.JavaErrors;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.spi.EngineConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where an engine's scripts write: the end, in Java, of the streams that our Python code makes for
 * each engine.
 */
final class EngineOutput {

  private static final int STDOUT = 1;

  private final Optional<OutputStream> output;
  private final Optional<OutputStream> errorOutput;
  private final Supplier<@Nullable RunMeter> meter;

  /**
   * Makes it.
   *
   * @param meter gives what counts for the limits of the run under way, null for nothing
   */
  EngineOutput(EngineConfig config, Supplier<@Nullable RunMeter> meter) {
    this.meter = meter;
    output = config.output();
    errorOutput = config.errorOutput();
  }

  /** Tells whether what is printed goes to the program's own output. */
  boolean isOwnOutput() {
    return output.isEmpty();
  }

  /** Tells whether errors go to the program's own error output. */
  boolean isOwnErrorOutput() {
    return errorOutput.isEmpty();
  }

  /** Returns the encoding of what is printed: a given stream gets UTF-8. */
  String encoding() {
    return output.isPresent() ? "utf-8" : System.out.charset().name();
  }

  /** Returns the encoding of error output. */
  String errorEncoding() {
    return errorOutput.isPresent() ? "utf-8" : System.err.charset().name();
  }

  /**
   * Writes bytes: {@code write(number, bytes)} for Python.
   *
   * @return None, a new reference
   * @throws IOException if the stream refuses; the script sees it
   */
  long write(Attachment attachment, long arguments) throws IOException {
    long results = attachment.scratch();
    long number = NativeMemory.getLong(arguments);
    long bytes = NativeMemory.getLong(arguments + 8);
    boolean standard =
        dev.coachwhip.python.ffi.PyLongs.PyLong_AsLongLongAndOverflow(number, results) == STDOUT;
    Raised.check(PyBytes.PyBytes_AsStringAndSize(bytes, results, results + 8));
    int size = Math.toIntExact(NativeMemory.getLong(results + 8));
    int fitting = fitting(size);
    byte[] data = NativeMemory.getBytes(NativeMemory.getLong(results), fitting);
    // The stream may block, on a full pipe for one; other engines go on meanwhile.
    int suspended = attachment.suspend();
    try {
      write(standard, data);
    } finally {
      attachment.resume(suspended);
    }
    if (fitting < size) {
      stopOnce(attachment);
    }
    PyRefs.Py_IncRef(Py.NONE);
    return Py.NONE;
  }

  /** Lets the script know, once; what it prints while it ends is dropped. */
  private void stopOnce(Attachment attachment) {
    RunMeter counted = meter.get();
    if (counted != null && counted.mayRaiseForOutput(attachment)) {
      PyErrors.PyErr_SetObject(JavaErrors.cancelledClass(), Py.NONE);
      throw Raised.take();
    }
  }

  private int fitting(int size) {
    RunMeter counted = meter.get();
    return counted == null ? size : counted.countOutput(size);
  }

  private void write(boolean standard, byte[] data) throws IOException {
    PrintStream own = standard ? System.out : System.err;
    OutputStream stream = (standard ? output : errorOutput).orElse(own);
    stream.write(data, 0, data.length);
    stream.flush();
  }
}
