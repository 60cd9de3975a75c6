package dev.coachwhip.python.env;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over labelled texts. */
final class Digest {

  private final MessageDigest algorithm;

  Digest() {
    try {
      algorithm = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Adds a text under its label; the length keeps two texts from reading as one. */
  Digest add(String label, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    algorithm.update((label + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
    algorithm.update(bytes);
    return this;
  }

  /** Returns the hash in hexadecimal and ends. */
  String hex() {
    return HexFormat.of().formatHex(algorithm.digest());
  }
}
