package dev.coachwhip.tests.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What attacks want: a file, a folder, two servers, variables. Tells whether they got it. */
final class Canaries implements AutoCloseable {

  /** Variables that a worker is given on purpose, or sets itself. */
  private static final Set<String> GIVEN =
      Set.of(
          "PATH",
          "HOME",
          "LANG",
          "LC_ALL",
          "LC_CTYPE",
          "TMPDIR",
          "VIRTUAL_ENV",
          "CONDA_PREFIX",
          "SSL_CERT_FILE");

  private final String secret = "canary-" + UUID.randomUUID();
  private final Path folder;
  private final Path file;
  private final PosixFileAttributes before;
  private final ServerSocketChannel network;
  private final ServerSocketChannel local;
  private final Path localAddress;

  Canaries(Path root) throws IOException {
    folder = Files.createDirectory(root.resolve("canaries"));
    file = Files.writeString(folder.resolve("canary"), secret);
    before = attributes();
    network = ServerSocketChannel.open();
    network.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    network.configureBlocking(false);
    localAddress = root.resolve("server");
    local = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    local.bind(UnixDomainSocketAddress.of(localAddress));
    local.configureBlocking(false);
  }

  private PosixFileAttributes attributes() throws IOException {
    return Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Returns what scripts are told, as globals. */
  Map<String, Object> globals() throws IOException {
    Map<String, Object> globals = new HashMap<>();
    globals.put("canary", file.toString());
    globals.put("canary_folder", folder.toString());
    globals.put("secret", secret);
    globals.put("port", ((InetSocketAddress) network.getLocalAddress()).getPort());
    globals.put("unix_socket", localAddress.toString());
    globals.put("host_pid", ProcessHandle.current().pid());
    globals.put("foreign_variables", foreignVariables());
    return globals;
  }

  private static List<String> foreignVariables() {
    return System.getenv().keySet().stream()
        .filter(name -> !GIVEN.contains(name) && !name.startsWith("COACHWHIP_"))
        .toList();
  }

  String secret() {
    return secret;
  }

  /** Fails if one was read from or written to. */
  void assertUnharmed() throws IOException {
    assertThat(file).hasContent(secret);
    PosixFileAttributes now = attributes();
    assertThat(now.permissions()).isEqualTo(before.permissions());
    assertThat(now.lastModifiedTime()).isEqualTo(before.lastModifiedTime());
    assertThat(now.owner()).isEqualTo(before.owner());
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).containsExactly(file);
    }
    assertNobodyConnected(network);
    assertNobodyConnected(local);
  }

  private static void assertNobodyConnected(ServerSocketChannel server) throws IOException {
    try (SocketChannel connection = server.accept()) {
      assertThat(connection).as("connection to %s", server).isNull();
    }
  }

  @Override
  public void close() throws IOException {
    network.close();
    local.close();
  }
}
