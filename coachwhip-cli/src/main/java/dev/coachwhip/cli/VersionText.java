package dev.coachwhip.cli;

import dev.coachwhip.cli.doctor.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"coachwhip " + ProgramVersion.coachwhip(), "JDK " + ProgramVersion.jdk()};
  }
}
