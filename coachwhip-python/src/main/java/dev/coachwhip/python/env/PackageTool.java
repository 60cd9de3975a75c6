package dev.coachwhip.python.env;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What makes environments and installs packages. */
sealed interface PackageTool permits PipTool, UvTool {

  /**
   * Makes an empty environment in a folder that does not exist yet.
   *
   * @throws ToolFailure if the tool fails
   * @throws IOException if it cannot be run
   */
  void make(BaseInterpreter base, Path tree, boolean basePackages) throws IOException;

  /** Installs what the inputs ask for and returns what that is, in exact versions. */
  List<String> install(BaseInterpreter base, Path tree, Inputs inputs) throws IOException;
}
