package dev.coachwhip.tests.debug;

import dev.coachwhip.cli.Coachwhip;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The main class of a child JVM: runs {@code coachwhip run --debug 0 --wait} and attaches to it.
 * The argument is an empty folder.
 */
final class DebugCommandProgram {

  private DebugCommandProgram() {}

  public static void main(String[] args) throws IOException {
    Path script = Path.of(args[0], "halting.py");
    Files.writeString(script, "x = 42\nprint('the script says', x)\n");
    PipedInputStream errors = new PipedInputStream();
    System.setErr(new PrintStream(new PipedOutputStream(errors), true, StandardCharsets.UTF_8));
    Thread.ofPlatform().daemon().start(() -> attach(errors, script));
    Coachwhip.main(new String[] {"run", "--debug", "0", "--wait", script.toString()});
  }

  private static void attach(PipedInputStream errors, Path script) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(errors, StandardCharsets.UTF_8))) {
      String port = lines.readLine().replaceAll(".*127\\.0\\.0\\.1:", "");
      DebugClient client = new DebugClient(Integer.parseInt(port));
      client.breakAt(script.toString(), 2);
      client.configurationDone();
      long thread = client.stopped();
      System.out.println("stopped with x = " + client.variable(client.frame(thread), "x"));
      client.goOn(thread);
    } catch (IOException e) {
      e.printStackTrace(System.out);
    }
  }
}
