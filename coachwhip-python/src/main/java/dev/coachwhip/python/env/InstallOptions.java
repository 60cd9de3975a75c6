package dev.coachwhip.python.env;

import java.util.ArrayList;
import java.util.List;

/** The options of {@code pip install} that uv has under the same names. */
final class InstallOptions {

  private InstallOptions() {}

  static List<String> of(Inputs inputs) {
    List<String> options = new ArrayList<>();
    if (inputs.offline()) {
      options.add("--no-index");
    }
    inputs.index().ifPresent(address -> options.addAll(List.of("--index-url", address)));
    inputs.moreIndexes().forEach(address -> options.addAll(List.of("--extra-index-url", address)));
    inputs
        .wheelFolders()
        .forEach(
            folder -> options.addAll(List.of("--find-links", folder.toAbsolutePath().toString())));
    inputs
        .requirementFiles()
        .forEach(file -> options.addAll(List.of("-r", file.toAbsolutePath().toString())));
    options.addAll(inputs.requirements());
    return options;
  }
}
