package dev.coachwhip.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start scripts' search for a JDK, among folders that only look like JDKs. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the start scripts are for bash")
class FindJdkTest {

  private static final Path BASH = Path.of("/bin/bash");
  private static final Path FINDER = Path.of("..", ".mvn", "find-jdk.sh").toAbsolutePath();

  @TempDir Path folder;
  private Path home = Path.of("");

  @BeforeEach
  void makeHome() throws IOException {
    assumeTrue(Files.isExecutable(BASH), "needs " + BASH);
    home = Files.createDirectory(folder.resolve("home of user"));
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = folder.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    for (String tool : List.of("java", "javac")) {
      Files.createFile(jdk.resolve("bin").resolve(tool)).toFile().setExecutable(true);
    }
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private void toolchains(Path... jdks) throws IOException {
    StringBuilder xml = new StringBuilder("<toolchains>\n");
    for (Path jdk : jdks) {
      xml.append("    <jdkHome>").append(jdk).append("</jdkHome>\n");
    }
    Files.writeString(
        Files.createDirectories(home.resolve(".m2")).resolve("toolchains.xml"),
        xml.append("</toolchains>"));
  }

  /**
   * Returns what the search for JDK 25 prints, after looking for JDKs in the folder {@code usual}
   * instead of this machine's.
   */
  private String find(Map<String, String> environment) throws IOException, InterruptedException {
    String script =
        ". \"$0\"; jdk_folders=(\"$1\"/*); find_jdk 25 javac && echo \"$jdk_home $jdk_version\"";
    ProcessBuilder bash =
        new ProcessBuilder(
            BASH.toString(), "-c", script, FINDER.toString(), folder.resolve("usual").toString());
    bash.environment().clear();
    bash.environment().put("HOME", home.toString());
    bash.environment().put("PATH", "");
    bash.environment().putAll(environment);
    Process process = bash.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.strip();
  }

  @Test
  void find_javaHomeIsNewEnough_winsOverAllElse() throws Exception {
    Path first = jdk("first", "25.0.1");
    toolchains(jdk("second", "26"));
    assertThat(find(Map.of("JAVA_HOME", first.toString()))).isEqualTo(first + " 25.0.1");
  }

  @Test
  void find_javaHomeTooOld_goesOnToThePath() throws Exception {
    Path old = jdk("old", "17.0.15");
    Path onPath = jdk("on path", "26");
    Map<String, String> environment =
        Map.of("JAVA_HOME", old.toString(), "PATH", old + "/bin2:" + onPath + "/bin");
    assertThat(find(environment)).isEqualTo(onPath + " 26");
  }

  @Test
  void find_linkOnPath_isFollowedIntoTheUsualFolders() throws Exception {
    Path early = jdk("usual/a", "25");
    Path linked = jdk("usual/b", "25.0.2");
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path link = Files.createSymbolicLink(folder.resolve("alternative"), linked.resolve("bin/java"));
    Files.createSymbolicLink(bin.resolve("java"), link);
    assertThat(find(Map.of("PATH", bin.toString()))).isEqualTo(linked + " 25.0.2");
    assertThat(find(Map.of())).isEqualTo(early + " 25");
  }

  @Test
  void find_toolchains_comeBeforeTheUsualFolders() throws Exception {
    jdk("usual/a", "25");
    Path second = jdk("chain two", "27-ea");
    toolchains(jdk("chain one", "1.8.0_402"), second);
    assertThat(find(Map.of())).isEqualTo(second + " 27-ea");
  }

  @Test
  void find_usualFolders_takesTheFirstThatIsNewEnoughAndComplete() throws Exception {
    jdk("usual/a", "24.0.2");
    Files.delete(jdk("usual/b", "25").resolve("bin/javac"));
    Files.createDirectories(folder.resolve("usual/c"));
    Path whole = jdk("usual/d", "25.0.3");
    assertThat(find(Map.of())).isEqualTo(whole + " 25.0.3");
  }

  @Test
  void find_noReleaseFile_asksTheJavaItself() throws Exception {
    Path jdk = jdk("usual/a", "ignored");
    Files.delete(jdk.resolve("release"));
    Files.writeString(
        jdk.resolve("bin/java"), "#!/bin/bash\necho '    java.version = 25.0.9' >&2\n");
    assertThat(find(Map.of())).isEqualTo(jdk + " 25.0.9");
  }

  @Test
  void find_nothingNewEnough_saysInOneLineWhatThereIs() throws Exception {
    Path old = jdk("usual/a", "17.0.15");
    assertThat(find(Map.of("JAVA_HOME", old.toString())).lines())
        .singleElement()
        .asString()
        .contains("JDK 25 or later is needed", "found only: 17.0.15 (" + old + ")", "JAVA_HOME");
  }

  @Test
  void find_nothingAtAll_saysSo() throws Exception {
    assertThat(find(Map.of())).endsWith("was not found. Install one, or set JAVA_HOME to it.");
  }
}
