package dev.coachwhip.python.env;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The command lines that uv is given, against what its documentation says; uv itself is not run.
 */
class UvToolTest {

  private static final Path TREE = Path.of("tree");
  private static final BaseInterpreter BASE =
      new BaseInterpreter(Path.of("python3.12"), "3.12.1", "identity");

  private final UvTool tool = new UvTool(Path.of("uv"), new ToolRuns(false, _ -> {}));

  @Test
  void make_plain_namesInterpreterAndFolder() {
    assertThat(tool.makeCommand(BASE, TREE, false))
        .containsExactly("uv", "venv", "--no-project", "--python", "python3.12", "tree");
  }

  @Test
  void make_withBasePackages_hasTheOption() {
    assertThat(tool.makeCommand(BASE, TREE, true)).contains("--system-site-packages");
  }

  @Test
  void install_offline_usesTheFoldersOnly() {
    Path wheels = Path.of("wheels").toAbsolutePath();
    Path file = Path.of("requirements.txt").toAbsolutePath();
    Inputs inputs =
        new Inputs(
            List.of(file),
            List.of("numpy>=2"),
            List.of(wheels),
            true,
            Optional.empty(),
            List.of(),
            false);
    assertThat(tool.installCommand(TREE, inputs))
        .containsExactly(
            "uv",
            "pip",
            "install",
            "--python",
            EnvironmentTree.pythonIn(TREE).toString(),
            "--offline",
            "--no-index",
            "--find-links",
            wheels.toString(),
            "-r",
            file.toString(),
            "numpy>=2");
  }

  @Test
  void install_indexes_arePassedOn() {
    Inputs inputs =
        new Inputs(
            List.of(),
            List.of("a"),
            List.of(),
            false,
            Optional.of("https://one.example/simple"),
            List.of("https://two.example/simple"),
            false);
    assertThat(tool.installCommand(TREE, inputs))
        .endsWith(
            "--index-url",
            "https://one.example/simple",
            "--extra-index-url",
            "https://two.example/simple",
            "a");
  }

  @Test
  void freeze_any_asksTheEnvironment() {
    assertThat(tool.freezeCommand(TREE))
        .containsExactly(
            "uv", "pip", "freeze", "--python", EnvironmentTree.pythonIn(TREE).toString());
  }
}
