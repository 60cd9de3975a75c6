package dev.coachwhip.python.env;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program uv.
 *
 * @see <a href="https://docs.astral.sh/uv/reference/cli/">Its command line</a>
 */
record UvTool(Path uv, ToolRuns runs) implements PackageTool {

  @Override
  public void make(BaseInterpreter base, Path tree, boolean basePackages) throws IOException {
    runs.run(makeCommand(base, tree, basePackages));
  }

  /** {@code --no-project}: a pyproject.toml in the working folder has no say. */
  List<String> makeCommand(BaseInterpreter base, Path tree, boolean basePackages) {
    List<String> command = new ArrayList<>(List.of(uv.toString(), "venv", "--no-project"));
    command.addAll(List.of("--python", base.executable().toString()));
    if (basePackages) {
      command.add("--system-site-packages");
    }
    command.add(tree.toString());
    return command;
  }

  @Override
  public List<String> install(BaseInterpreter base, Path tree, Inputs inputs) throws IOException {
    runs.run(installCommand(tree, inputs));
    return runs.ask(freezeCommand(tree));
  }

  List<String> installCommand(Path tree, Inputs inputs) {
    List<String> command = pip("install", tree);
    if (inputs.offline()) {
      command.add("--offline");
    }
    command.addAll(InstallOptions.of(inputs));
    return command;
  }

  List<String> freezeCommand(Path tree) {
    return pip("freeze", tree);
  }

  private List<String> pip(String command, Path tree) {
    String python = EnvironmentTree.pythonIn(tree).toString();
    return new ArrayList<>(List.of(uv.toString(), "pip", command, "--python", python));
  }
}
