package dev.coachwhip.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {

  private final Properties properties = new Properties();
  private final Map<String, String> environment = new HashMap<>();

  @TempDir Path home;

  @Test
  void locate_propertyAndVariable_takesTheProperty() throws IOException {
    properties.setProperty("coachwhip.cache", home.resolve("a").toString());
    environment.put("COACHWHIP_CACHE", home.resolve("b").toString());

    assertThat(locate()).isEqualTo(home.resolve("a"));
  }

  @Test
  void locate_variable_takesIt() throws IOException {
    environment.put("COACHWHIP_CACHE", home.resolve("b").toString());

    assertThat(locate()).isEqualTo(home.resolve("b"));
  }

  @Test
  void locate_relativeSetting_isBelowTheWorkingFolder() throws IOException {
    properties.setProperty("coachwhip.cache", "caches");

    assertThat(locate()).isEqualTo(Path.of("caches").toAbsolutePath());
  }

  @Test
  void locate_linux_isBelowTheXdgCacheHome() throws IOException {
    system("Linux");
    environment.put("XDG_CACHE_HOME", home.resolve("xdg").toString());

    assertThat(locate()).isEqualTo(home.resolve("xdg/coachwhip"));
  }

  @Test
  void locate_linuxWithRelativeXdgCacheHome_ignoresIt() throws IOException {
    system("Linux");
    environment.put("XDG_CACHE_HOME", "xdg");

    assertThat(locate()).isEqualTo(home.resolve(".cache/coachwhip"));
  }

  @Test
  void locate_macos_isBelowLibraryCaches() throws IOException {
    system("Mac OS X");

    assertThat(locate()).isEqualTo(home.resolve("Library/Caches/coachwhip"));
  }

  @Test
  void locate_windows_isBelowLocalAppData() throws IOException {
    system("Windows 11");
    environment.put("LOCALAPPDATA", home.resolve("local").toString());

    assertThat(locate()).isEqualTo(home.resolve("local/coachwhip"));
  }

  @Test
  void locate_windowsWithoutLocalAppData_isItsUsualPlace() throws IOException {
    system("Windows 11");

    assertThat(locate()).isEqualTo(home.resolve("AppData/Local/coachwhip"));
  }

  @Test
  void locate_userWithoutHome_saysWhatToSet() {
    system("Linux");
    properties.setProperty("user.home", "?");

    assertThatThrownBy(this::locate)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("COACHWHIP_CACHE");
  }

  private void system(String name) {
    properties.setProperty("os.name", name);
    properties.setProperty("user.home", home.toString());
  }

  private Path locate() throws IOException {
    return CacheFolder.locate(properties, environment);
  }
}
