package dev.coachwhip.cli;

import dev.coachwhip.cli.doctor.Doctor;
import dev.coachwhip.cli.run.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code coachwhip doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    description = "Shows what Coachwhip found on this machine and whether Python runs.")
final class DoctorCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private InterpreterOption interpreter = new InterpreterOption();

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    return new Doctor(surroundings.out(), interpreter.python()).examine();
  }
}
