package dev.coachwhip.python.bundle;

import dev.coachwhip.spi.CacheFolder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the interpreter as a child process. */
final class ChildInterpreter implements FreshInterpreter {

  // Far above the second or so that it takes; a machine that stops for longer has other problems.
  private static final long TIMEOUT_SECONDS = 120;

  @Override
  public void check(Path executable) throws IOException {
    Process child;
    try {
      child = start(Redirect.PIPE, executable, "-V");
    } catch (IOException e) {
      throw new UnusablePythonException(unusable(String.valueOf(e.getMessage())), e);
    }
    if (await(child) != 0) {
      throw new UnusablePythonException(unusable(outputOf(child)));
    }
  }

  private static String unusable(String reason) {
    return "The Python of the bundle does not run on this machine: "
        + reason
        + ". On Linux it needs glibc 2.35 or later (Ubuntu 22.04, Debian 12) and a cache folder,"
        + " named by "
        + CacheFolder.VARIABLE
        + ", where programs may be run.";
  }

  @Override
  public void precompile(Path executable) throws IOException {
    // -I: neither the environment nor the working folder has a say.
    await(start(Redirect.DISCARD, executable, "-I", "-c", BundleResource.text("precompile.py")));
  }

  private static Process start(Redirect output, Path executable, String... arguments)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(executable.toString());
    builder.command().addAll(List.of(arguments));
    Process child = builder.redirectErrorStream(true).redirectOutput(output).start();
    child.getOutputStream().close();
    return child;
  }

  /** Returns the exit value. Output that nobody reads must fit into the pipe, a few KB. */
  private static int await(Process child) throws IOException {
    try {
      if (!child.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        child.destroyForcibly().waitFor();
      }
      return child.exitValue();
    } catch (InterruptedException e) {
      child.destroyForcibly();
      throw Interruption.of("unpacking Python", e);
    }
  }

  private static String outputOf(Process child) throws IOException {
    try (InputStream output = child.getInputStream()) {
      String text = new String(output.readAllBytes(), Charset.defaultCharset()).strip();
      return text.isEmpty() ? "it ended with exit value " + child.exitValue() : text;
    }
  }
}
