package dev.coachwhip.python.env;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The modules venv and pip of the interpreter itself. A venv with a pip of its own takes seconds to
 * make, so the interpreter's pip installs into it from outside; where there is none, or one too old
 * for that, the venv gets one after all.
 */
record PipTool(ToolRuns runs) implements PackageTool {

  /** The first that knows {@code --python}. */
  private static final List<Integer> OLDEST = List.of(22, 3);

  private static final Pattern VERSION = Pattern.compile("^pip (\\d+)\\.(\\d+)");

  @Override
  public void make(BaseInterpreter base, Path tree, boolean basePackages) throws IOException {
    List<String> command = module(base.executable(), "venv");
    command.add("--without-pip");
    if (basePackages) {
      command.add("--system-site-packages");
    }
    command.add(tree.toString());
    runs.run(command);
  }

  @Override
  public List<String> install(BaseInterpreter base, Path tree, Inputs inputs) throws IOException {
    List<String> pip = pip(base, tree);
    List<String> install = new ArrayList<>(pip);
    install.add("install");
    install.addAll(InstallOptions.of(inputs));
    runs.run(install);
    List<String> freeze = new ArrayList<>(pip);
    freeze.addAll(List.of("freeze", "--local"));
    return runs.ask(freeze);
  }

  private List<String> pip(BaseInterpreter base, Path tree) throws IOException {
    Path python = EnvironmentTree.pythonIn(tree);
    if (canInstallFromOutside(base)) {
      List<String> command = module(base.executable(), "pip");
      command.addAll(List.of("--python", python.toString()));
      return command;
    }
    List<String> ensure = module(python, "ensurepip");
    ensure.add("--default-pip");
    runs.run(ensure);
    return module(python, "pip");
  }

  private boolean canInstallFromOutside(BaseInterpreter base) throws IOException {
    List<String> command = module(base.executable(), "pip");
    command.add("--version");
    try {
      return runs.ask(command).stream().anyMatch(PipTool::isNewEnough);
    } catch (ToolFailure e) {
      return false;
    }
  }

  static boolean isNewEnough(String line) {
    Matcher version = VERSION.matcher(line);
    if (!version.find()) {
      return false;
    }
    int major = Integer.parseInt(version.group(1));
    int minor = Integer.parseInt(version.group(2));
    return major > OLDEST.get(0) || (major == OLDEST.get(0) && minor >= OLDEST.get(1));
  }

  /** {@code -I}: neither the working folder nor the user's own packages have a say. */
  private static List<String> module(Path python, String module) {
    return new ArrayList<>(List.of(python.toString(), "-I", "-m", module));
  }
}
