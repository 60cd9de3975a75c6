package dev.coachwhip.tests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts a main class of the tests in a JVM of its own, with the class path of this one, its output
 * in files.
 */
public final class ChildJvm {

  private final Class<?> mainClass;
  private final List<String> jvmOptions = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final ProcessBuilder builder = new ProcessBuilder();
  private boolean nativeAccess = true;
  private Duration longest = Duration.ofMinutes(3);

  private ChildJvm(Class<?> mainClass) {
    this.mainClass = mainClass;
  }

  /**
   * What a child has left behind.
   *
   * @param exitCode its exit code
   * @param output its standard output, read as UTF-8
   * @param errorOutput its error output, read as UTF-8
   */
  public record Outcome(int exitCode, String output, String errorOutput) {}

  /** Returns a child that runs this class's main method. */
  public static ChildJvm of(Class<?> mainClass) {
    return new ChildJvm(mainClass);
  }

  /** Adds options of the JVM. */
  public ChildJvm jvmOptions(String... options) {
    jvmOptions.addAll(List.of(options));
    return this;
  }

  /** Adds arguments of the main method. */
  public ChildJvm arguments(String... more) {
    arguments.addAll(List.of(more));
    return this;
  }

  /** Sets how long it may take; three minutes otherwise. */
  public ChildJvm longest(Duration duration) {
    longest = duration;
    return this;
  }

  /** Leaves out the option that lets our code call native code. */
  public ChildJvm withoutNativeAccess() {
    nativeAccess = false;
    return this;
  }

  /** Sets a variable of its environment; null removes it. */
  public ChildJvm environment(String name, @Nullable String value) {
    if (value == null) {
      builder.environment().remove(name);
    } else {
      builder.environment().put(name, value);
    }
    return this;
  }

  /**
   * Runs it to its end.
   *
   * @throws AssertionError if it does not end, with what it has printed
   */
  public Outcome run() {
    try {
      return runWithFiles();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a child JVM ran", e);
    }
  }

  private Outcome runWithFiles() throws IOException, InterruptedException {
    Path output = Files.createTempFile("child", ".out");
    Path errorOutput = Files.createTempFile("child", ".err");
    try {
      Process process =
          builder
              .command(command())
              .redirectOutput(output.toFile())
              .redirectError(errorOutput.toFile())
              .start();
      boolean ended = process.waitFor(longest.toSeconds(), TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      Outcome outcome = new Outcome(process.exitValue(), read(output), read(errorOutput));
      if (!ended) {
        throw new AssertionError("the child did not end within " + longest + ": " + outcome);
      }
      return outcome;
    } finally {
      Files.delete(output);
      Files.delete(errorOutput);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (nativeAccess) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName()));
    command.addAll(arguments);
    return command;
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
