package dev.coachwhip.python.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarSearchTest {

  private static final String CPYTHON = TinyJars.fileName(Component.CPYTHON);
  private static final ClassLoader EMPTY = new ClassLoader(null) {};

  @TempDir Path folder;

  @Test
  void find_jarsNamedOnThePath_haveTheVersionsOfTheirNames() throws IOException {
    Path cpython = Files.createFile(folder.resolve("cpython-3.15.0-1.6-linux-x86_64.jar"));
    Path numpy = Files.createFile(folder.resolve("numpy-2.9.1-1.6-linux-x86_64.jar"));

    var found = find(cpython + File.pathSeparator + numpy, EMPTY);

    assertThat(found.values())
        .containsExactlyInAnyOrder(
            new ComponentJar(Component.CPYTHON, cpython, "3.15.0-1.6"),
            new ComponentJar(Component.NUMPY, numpy, "2.9.1-1.6"));
  }

  @Test
  void find_folderOfJars_findsThemAll() throws IOException {
    var written = TinyJars.write(folder);

    assertThat(find(folder.toString(), EMPTY)).isEqualTo(written);
  }

  @Test
  void find_otherPlatformsAndFilesThatAreNotThere_areNotFound() throws IOException {
    Path arm = Files.createFile(folder.resolve("cpython-3.14.3-1.5.13-linux-arm64.jar"));
    Path absent = folder.resolve(CPYTHON);

    assertThat(find(arm + File.pathSeparator + absent, EMPTY)).isEmpty();
  }

  @Test
  void find_twoVersions_takesTheFirst() throws IOException {
    Path first = Files.createFile(folder.resolve("cpython-3.14.1-1-linux-x86_64.jar"));
    Path second = Files.createFile(folder.resolve("cpython-3.14.2-1-linux-x86_64.jar"));

    var found = find(second + File.pathSeparator + first, EMPTY);

    assertThat(found.values()).extracting(ComponentJar::file).containsExactly(second);
  }

  @Test
  void find_everythingInOneJar_takesVersionsFromThePomsInside() throws IOException {
    Path program = folder.resolve("program.jar");
    String python = Component.CPYTHON.root(TinyJars.PLATFORM) + "bin/python3";
    String numpy = Component.NUMPY.root(TinyJars.PLATFORM) + "numpy/__init__.py";
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(program))) {
      jar.putNextEntry(new ZipEntry(python));
      jar.putNextEntry(new ZipEntry(numpy));
      jar.putNextEntry(new ZipEntry("META-INF/maven/org.bytedeco/cpython/pom.properties"));
      jar.write("version=3.14.9-2.0".getBytes(StandardCharsets.UTF_8));
    }

    try (URLClassLoader loader = loaderOf(program)) {
      assertThat(find("", loader).values())
          .containsExactlyInAnyOrder(
              new ComponentJar(Component.CPYTHON, program, "3.14.9-2.0"),
              new ComponentJar(Component.NUMPY, program, BuiltWith.version(Component.NUMPY)));
    }
  }

  @Test
  void find_resourceInAFolder_saysThatItMustBeInAJar() throws IOException {
    Path file = folder.resolve(Component.CPYTHON.root(TinyJars.PLATFORM) + "bin/python3");
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        URLClassLoader loader = loaderOf(folder)) {
      out.write(1);
      assertThatThrownBy(() -> find("", loader))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("must be in a jar that is a file of its own")
          .hasMessageContaining("bin/python3");
    }
  }

  @Test
  void find_nothingAnywhere_isEmpty() throws IOException {
    Path unrelated = folder.resolve("unrelated.jar");
    TinyJars.writeJar(unrelated, List.of("a.txt"));

    try (URLClassLoader loader = loaderOf(unrelated)) {
      assertThat(find(unrelated.toString(), loader)).isEmpty();
    }
  }

  private static Map<Component, ComponentJar> find(String path, ClassLoader loader)
      throws IOException {
    return JarSearch.find(TinyJars.PLATFORM, path, loader);
  }

  private static URLClassLoader loaderOf(Path jarOrFolder) throws MalformedURLException {
    return new URLClassLoader(new URL[] {jarOrFolder.toUri().toURL()}, null);
  }
}
