package dev.coachwhip.cli.doctor;

import dev.coachwhip.worker.SandboxSupport;
import java.io.PrintStream;

/** What the doctor says about the sandbox of workers. */
final class SandboxSection {

  private final PrintStream out;

  SandboxSection(PrintStream out) {
    this.out = out;
  }

  void print() {
    out.println();
    out.println("Sandbox, for engines in processes of their own:");
    if (SandboxSupport.isKnownSystem()) {
      SandboxSupport.parts().forEach(this::print);
    } else {
      out.println(
          "   none on this system: such an engine is isolated and can be killed, but its policy is"
              + " kept by guard rails in its own process, not by the kernel");
    }
  }

  private void print(SandboxSupport.Part part) {
    String state = part.present() ? part.detail() : "missing: " + part.detail();
    out.println("   " + part.name() + ": " + state);
  }
}
