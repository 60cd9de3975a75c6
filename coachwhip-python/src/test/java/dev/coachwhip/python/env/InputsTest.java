package dev.coachwhip.python.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

  @TempDir Path folder;

  private static String digest(Path file) throws IOException {
    return new Inputs(
            List.of(file), List.of(), List.of(), false, Optional.empty(), List.of(), false)
        .digest();
  }

  private static String digest(String... requirements) throws IOException {
    return new Inputs(
            List.of(), List.of(requirements), List.of(), false, Optional.empty(), List.of(), false)
        .digest();
  }

  @Test
  void digest_sameTextInAnotherFolder_isTheSame() throws IOException {
    Path one = Files.writeString(folder.resolve("one.txt"), "numpy\n");
    Path two =
        Files.writeString(Files.createDirectory(folder.resolve("sub")).resolve("t"), "numpy\n");
    assertThat(digest(one)).isEqualTo(digest(two));
  }

  @Test
  void digest_requirementsThatJoinToTheSameText_differ() throws IOException {
    assertThat(digest("ab", "c")).isNotEqualTo(digest("a", "bc"));
  }

  @Test
  void digest_eachFormOfInclude_isFollowed() throws IOException {
    for (String form : List.of("-r in.txt", "-rin.txt", "--requirement=in.txt", "-c in.txt  # c")) {
      Path file = Files.writeString(folder.resolve("main.txt"), form + "\n");
      Files.writeString(folder.resolve("in.txt"), "a==1");
      String before = digest(file);
      Files.writeString(folder.resolve("in.txt"), "a==2");
      assertThat(digest(file)).as(form).isNotEqualTo(before);
    }
  }

  @Test
  void digest_filesThatIncludeEachOther_ends() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "-r b.txt\n");
    Files.writeString(folder.resolve("b.txt"), "-r a.txt\n");
    assertThat(digest(file)).isNotEmpty();
  }

  @Test
  void digest_includeThatIsMissing_isNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "-r gone.txt\n");
    assertThatThrownBy(() -> digest(file)).hasMessageContaining("gone.txt");
  }

  @Test
  void lockFile_writtenAndRead_isTheSame() throws IOException {
    LockFile lock =
        new LockFile(
            "in", "search", "123 456 /path: with colon", "3.12.1", List.of("a==1", "b==2"));
    lock.write(folder);
    assertThat(LockFile.read(folder)).contains(lock);
  }

  @Test
  void lockFile_cutShortOrOfAnotherFormat_isNone() throws IOException {
    Files.writeString(folder.resolve(LockFile.NAME), "# format: 1\n# inputs: x\n");
    assertThat(LockFile.read(folder)).isEmpty();
    Files.writeString(
        folder.resolve(LockFile.NAME),
        "# format: 0\n# inputs: x\n# search: x\n# interpreter: x\n# python: 3\n");
    assertThat(LockFile.read(folder)).isEmpty();
  }
}
