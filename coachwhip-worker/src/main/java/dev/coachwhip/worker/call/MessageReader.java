package dev.coachwhip.worker.call;

import dev.coachwhip.worker.wire.WireReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes whole messages out of a socket. One thread at a time: the one that leads. */
final class MessageReader {

  private static final int CHUNK_BYTES = 1 << 16;

  /** What a message may have at most; one that says more is no message of ours. */
  private static final int LONGEST = 1 << 30;

  /** What is allocated before any of it has arrived, whatever a message says of its length. */
  private static final int ADVANCE_BYTES = 1 << 20;

  private final SocketChannel channel;
  private final Selector selector;
  private final ByteBuffer chunk =
      ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.nativeOrder()).flip();
  private @Nullable ByteBuffer partial;
  private int length;

  MessageReader(SocketChannel channel) throws IOException {
    this.channel = channel;
    this.selector = Selector.open();
    SelectionKey _ = channel.register(selector, SelectionKey.OP_READ);
  }

  /**
   * Waits until something arrives and hands on every message that is whole then. Returns early,
   * with nothing, if the thread is interrupted, whose status is kept.
   *
   * @throws IOException if the connection has ended, or what arrived is no message
   */
  void read(Consumer<Message> receiver) throws IOException {
    chunk.compact();
    try {
      if (readSome() < 0) {
        throw new EOFException("the other process closed the connection");
      }
    } catch (ClosedSelectorException e) {
      throw new IOException("the connection was closed", e);
    } finally {
      chunk.flip();
    }
    takeAll(receiver);
  }

  private int readSome() throws IOException {
    int count = channel.read(chunk);
    if (count == 0) {
      int _ = selector.select();
      selector.selectedKeys().clear();
      count = channel.read(chunk);
    }
    return count;
  }

  private void takeAll(Consumer<Message> receiver) throws IOException {
    while (true) {
      if (partial == null) {
        if (chunk.remaining() < Integer.BYTES) {
          return;
        }
        length = chunk.getInt();
        if (length < Message.HEADER_BYTES - Integer.BYTES || length > LONGEST) {
          throw new IOException("a message of " + length + " bytes");
        }
        partial = ByteBuffer.allocate(Math.min(length, ADVANCE_BYTES));
      }
      if (!fill(partial)) {
        return;
      }
      receiver.accept(message(partial.flip().order(ByteOrder.nativeOrder())));
      partial = null;
    }
  }

  /** Returns whether the message is whole. */
  private boolean fill(ByteBuffer begun) {
    ByteBuffer target = begun;
    int missing = length - target.position();
    int part = Math.min(missing, chunk.remaining());
    if (part > target.remaining()) {
      target = grown(target);
      partial = target;
    }
    target.put(chunk.slice(chunk.position(), part));
    chunk.position(chunk.position() + part);
    return part == missing;
  }

  private ByteBuffer grown(ByteBuffer full) {
    long capacity = Math.min(length, 2L * full.capacity());
    return ByteBuffer.allocate((int) capacity).put(full.flip());
  }

  private static Message message(ByteBuffer bytes) throws IOException {
    int kindNumber = bytes.get();
    Message.Kind kind = Message.Kind.of(kindNumber);
    if (kind == null) {
      throw new IOException("a message of kind " + kindNumber);
    }
    int operation = bytes.get();
    long request = bytes.getLong();
    long conversation = bytes.getLong();
    return new Message(kind, operation, request, conversation, new WireReader(bytes.slice()));
  }

  void close() throws IOException {
    selector.close();
  }
}
