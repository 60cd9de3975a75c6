package dev.coachwhip.worker.protocol;

/** How a worker connects to its host: by files in a folder that no other user may look into. */
public final class Handshake {

  /** The name of the socket. */
  public static final String SOCKET = "s";

  /** The name of the file with what the worker shows once it has connected: ASCII text. */
  public static final String TOKEN_FILE = "t";

  private Handshake() {}
}
