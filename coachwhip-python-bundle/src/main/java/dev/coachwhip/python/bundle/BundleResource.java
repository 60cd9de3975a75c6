package dev.coachwhip.python.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Files that come inside this module's own jar. */
final class BundleResource {

  private BundleResource() {}

  static InputStream open(String name) throws IOException {
    InputStream in = BundleResource.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException(
          "This program's copy of coachwhip-python-bundle lacks its file " + name);
    }
    return in;
  }

  static String text(String name) throws IOException {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
