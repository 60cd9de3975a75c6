package dev.coachwhip.worker.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a worker's process ended.
 *
 * @param how for the middle of a sentence, such as {@code "it was killed by SIGKILL"}
 * @param outOfMemory whether it ended for want of memory
 * @param lastLines what it wrote last, may be empty
 */
record DeathReport(String how, boolean outOfMemory, List<String> lastLines) {

  /** By number, as on Linux and macOS. */
  private static final Map<Integer, String> SIGNALS =
      Map.of(
          1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 4, "SIGILL", 6, "SIGABRT", 8, "SIGFPE", 9,
          "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM");

  /** More of them, in a second map since {@code Map.of} ends at ten. */
  private static final Map<Integer, String> MORE_SIGNALS =
      Map.of(24, "SIGXCPU", 25, "SIGXFSZ", 31, "SIGSYS");

  /** What a shell, and Java, add to a signal's number. */
  private static final int SIGNAL_BASE = 128;

  private static final Pattern CRASH = Pattern.compile("#\\s+(SIG[A-Z]+) \\(0x\\w+\\).*");
  private static final Pattern FRAME = Pattern.compile("#\\s+([CVJj]\\s+\\[?.*)");
  private static final Pattern WANT_OF_MEMORY =
      Pattern.compile(
          ".*(OutOfMemoryError|insufficient memory|Cannot allocate memory|MemoryError|Out of Memory"
              + "|std::bad_alloc).*");
  private static final Pattern LOG_OF_JVM =
      Pattern.compile("\\[(\\d+\\.\\d+s\\]|error occurred during error).*");
  private static final int HEADER_LINES = 40;

  /** Returns how it ended. */
  static DeathReport of(int exitCode, List<String> output, Path errorFile) {
    List<String> header = header(errorFile);
    List<String> own = output.stream().filter(line -> !isOfJvm(line)).toList();
    boolean outOfMemory =
        Stream.concat(header.stream(), output.stream())
            .anyMatch(line -> WANT_OF_MEMORY.matcher(line).matches());
    String how = crash(header).orElseGet(() -> plain(exitCode));
    return new DeathReport(outOfMemory ? how + ", out of memory" : how, outOfMemory, own);
  }

  private static List<String> header(Path errorFile) {
    try (Stream<String> lines = Files.lines(errorFile)) {
      return lines.limit(HEADER_LINES).filter(line -> line.startsWith("#")).toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      return List.of(); // there is none: the JVM did not crash, or was not allowed to write it
    }
  }

  /** The JVM sees the signal of a crash itself, says so, and aborts. */
  private static Optional<String> crash(List<String> header) {
    for (int i = 0; i < header.size(); i++) {
      Matcher signal = CRASH.matcher(header.get(i));
      if (signal.matches()) {
        String where = frame(header.subList(i, header.size()));
        return Optional.of("it crashed with " + signal.group(1) + where);
      }
    }
    return Optional.empty();
  }

  private static String frame(List<String> header) {
    for (int i = 0; i + 1 < header.size(); i++) {
      Matcher frame = FRAME.matcher(header.get(i + 1));
      if (header.get(i).contains("Problematic frame") && frame.matches()) {
        return " in " + frame.group(1).replaceAll("\\s+", " ");
      }
    }
    return "";
  }

  private static String plain(int exitCode) {
    int signal = exitCode - SIGNAL_BASE;
    String name = SIGNALS.getOrDefault(signal, MORE_SIGNALS.getOrDefault(signal, ""));
    return name.isEmpty()
        ? "it ended with exit code " + exitCode
        : "it was ended by the signal " + name + " (exit code " + exitCode + ")";
  }

  private static boolean isOfJvm(String line) {
    return line.isBlank() || line.startsWith("#") || LOG_OF_JVM.matcher(line).matches();
  }

  /** Returns the last lines, indented, for the end of a message; empty if there are none. */
  String tail() {
    return lastLines.isEmpty()
        ? ""
        : lastLines.stream().collect(Collectors.joining(" | ", "; it wrote: ", ""));
  }
}
