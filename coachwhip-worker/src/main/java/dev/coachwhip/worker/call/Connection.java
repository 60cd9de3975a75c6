package dev.coachwhip.worker.call;

import dev.coachwhip.worker.call.Message.Kind;
import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection between two processes, over which each asks the other to do things.
 *
 * <p>A request that is made while the thread serves one of the other end belongs to the same
 * conversation, and is done by the very thread that waits there: host functions run on the thread
 * that called the script, and what they call runs on the thread that runs the script. Any thread.
 */
public final class Connection {

  private final Peer peer;
  private final SocketChannel channel;
  private final MessageReader reader;
  private final MessageWriter writer;
  private final Lead lead = new Lead();
  private final Keepers keepers;
  private final Map<Long, Conversation> conversations = new ConcurrentHashMap<>();

  @SuppressWarnings("ThreadLocalUsage") // a thread is in conversations of several connections
  private final ThreadLocal<@Nullable Conversation> current = new ThreadLocal<>();

  private final AtomicLong nextConversation;
  private final AtomicLong nextRequest = new AtomicLong();
  private final AtomicReference<@Nullable IOException> end = new AtomicReference<>();

  /**
   * Makes it; {@link #start} begins to read.
   *
   * @param channel connected; belongs to the connection now
   * @param first whether this end gives its conversations odd numbers; the other must not
   * @throws IOException if the channel cannot be used
   */
  public Connection(SocketChannel channel, Peer peer, boolean first) throws IOException {
    channel.configureBlocking(false);
    this.channel = channel;
    this.peer = peer;
    reader = new MessageReader(channel);
    writer = new MessageWriter(channel);
    keepers = new Keepers(this, lead, peer::newThread);
    nextConversation = new AtomicLong(first ? 1 : 2);
  }

  /** Begins to read. */
  public void start() {
    keepers.start();
  }

  /**
   * Has the other end do something and waits for the answer; meanwhile the thread does what the
   * other end asks for in the same conversation.
   *
   * @param body writes what the operation needs
   * @param whenInterrupted called if the thread is interrupted while it waits, whose status is kept
   * @return the answer
   * @throws RuntimeException what {@link Peer#cutOff} gives; what the other end failed with is
   *     thrown itself, a checked exception too
   */
  public WireReader call(
      Operation operation, Consumer<? super WireWriter> body, Runnable whenInterrupted) {
    Conversation conversation = current.get();
    return conversation != null
        ? call(conversation, operation, body, whenInterrupted)
        : converse(() -> call(ours(), operation, body, whenInterrupted));
  }

  /** Does work whose calls are all of one conversation, which begins now unless there is one. */
  public <T extends @Nullable Object> T converse(Supplier<T> work) {
    return current.get() != null
        ? work.get()
        : within(new Conversation(nextConversation.getAndAdd(2)), work);
  }

  private Conversation ours() {
    Conversation conversation = current.get();
    if (conversation == null) {
      throw new IllegalStateException("no conversation");
    }
    return conversation;
  }

  private <T extends @Nullable Object> T within(Conversation conversation, Supplier<T> work) {
    conversations.put(conversation.number(), conversation);
    current.set(conversation);
    try {
      return work.get();
    } finally {
      current.remove();
      conversations.remove(conversation.number());
    }
  }

  private WireReader call(
      Conversation conversation,
      Operation operation,
      Consumer<? super WireWriter> body,
      Runnable whenInterrupted) {
    Message answer;
    try {
      long request = nextRequest.incrementAndGet();
      send(Kind.REQUEST, operation, request, conversation.number(), body);
      answer = await(conversation, request, whenInterrupted);
    } catch (IOException e) {
      end(e);
      throw peer.cutOff(endCause());
    }
    if (answer.kind() == Kind.FAILURE) {
      throw Connection.<RuntimeException>thrown(peer.readFailure(answer.body()));
    }
    return answer.body();
  }

  /** Tells the other end something, in the order of this thread's conversation if it is in one. */
  public void note(Operation operation, Consumer<? super WireWriter> body) {
    Conversation conversation = current.get();
    note(operation, conversation == null ? 0 : conversation.number(), body);
  }

  /** Tells the other end something that is not to wait for any conversation. */
  public void noteAside(Operation operation, Consumer<? super WireWriter> body) {
    note(operation, 0, body);
  }

  private void note(Operation operation, long conversation, Consumer<? super WireWriter> body) {
    try {
      send(Kind.NOTE, operation, 0, conversation, body);
    } catch (IOException e) {
      end(e); // whoever waits for an answer is told
    }
  }

  /** Tells whether the calling thread is in a conversation. */
  public boolean isConversing() {
    return current.get() != null;
  }

  /** Tells whether the calling thread serves a request of the other end. */
  public boolean isServing() {
    Conversation conversation = current.get();
    return conversation != null && conversation.isServing();
  }

  private void send(
      Kind kind,
      Operation operation,
      long request,
      long conversation,
      Consumer<? super WireWriter> body)
      throws IOException {
    WireWriter out = header(kind, operation.number(), request, conversation);
    try {
      body.accept(out);
    } catch (RuntimeException | Error e) {
      out.abandon();
      throw e;
    }
    send(out);
  }

  private static WireWriter header(Kind kind, int operation, long request, long conversation) {
    WireWriter out = new WireWriter();
    out.putInt(0); // the length, known later
    out.putByte(kind.number());
    out.putByte(operation);
    out.putLong(request);
    out.putLong(conversation);
    return out;
  }

  private void send(WireWriter out) throws IOException {
    try {
      if (hasEnded()) {
        throw endCause();
      }
      ByteBuffer message = out.toBuffer();
      message.putInt(0, message.remaining() - Integer.BYTES);
      writer.send(message);
    } catch (IOException e) {
      out.abandon();
      throw e;
    }
  }

  /** Returns what a request led to. */
  private Message await(Conversation conversation, long request, Runnable whenInterrupted)
      throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        Message message = conversation.poll();
        if (message == null) {
          if (Thread.interrupted()) {
            interrupted = true;
            whenInterrupted.run();
          }
          awaitMore(conversation);
        } else if (isOutcome(message, request)) {
          return message;
        } else {
          serve(conversation, message);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean isOutcome(Message message, long request) {
    return message.request() == request
        && (message.kind() == Kind.ANSWER || message.kind() == Kind.FAILURE);
  }

  /** Throws anything as if it were unchecked: what the other end's code threw is thrown here. */
  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // the type is nothing at run time
  private static <T extends Throwable> T thrown(Throwable failure) throws T {
    throw (T) failure;
  }

  private void awaitMore(Conversation conversation) throws IOException {
    if (hasEnded()) {
      throw endCause();
    }
    if (!conversation.isVirtual() && lead.tryTake()) {
      leadFor(conversation);
      return;
    }
    conversation.beginWaiting();
    if (!conversation.isVirtual()) {
      lead.follow(conversation);
    }
    boolean nothingToDo = conversation.isVirtual() || lead.isTaken();
    if (conversation.isEmpty() && !hasEnded() && nothingToDo) {
      LockSupport.park(this);
    }
    lead.unfollow(conversation);
    conversation.endWaiting();
  }

  private void leadFor(Conversation conversation) throws IOException {
    try {
      if (conversation.isEmpty()) {
        reader.read(message -> {
          if (deliver(message) == Delivery.BEGINS) {
            keepers.serve(message);
          }
        });
      }
    } catch (RuntimeException e) {
      throw new IOException("the other process sent what makes no sense", e);
    } finally {
      leaveLead();
    }
  }

  private void leaveLead() {
    lead.leave();
    keepers.lookAfter();
  }

  /** What became of a message. */
  private enum Delivery {
    BEGINS,
    TO_A_LEADER,
    DONE
  }

  private Delivery deliver(Message message) {
    Conversation conversation = conversations.get(message.conversation());
    if (conversation != null) {
      conversation.deliver(message);
      return conversation.isVirtual() ? Delivery.DONE : Delivery.TO_A_LEADER;
    }
    if (message.kind() == Kind.NOTE) {
      peer.note(message.operation(), message.body());
    }
    return message.kind() == Kind.REQUEST ? Delivery.BEGINS : Delivery.DONE;
  }

  /**
   * Reads until a request begins a conversation, or there is a thread that should rather read
   * itself. The calling thread has the lead, and leaves it.
   */
  @Nullable Message lead() {
    Leading leading = new Leading();
    try {
      while (leading.goesOn()) {
        reader.read(leading);
        boolean _ = Thread.interrupted();
      }
    } catch (IOException e) {
      end(e);
    } catch (RuntimeException e) {
      end(new IOException("the other process sent what makes no sense", e));
    } finally {
      leaveLead();
    }
    return leading.begun;
  }

  private final class Leading implements Consumer<Message> {

    private @Nullable Message begun;
    private boolean othersLead;

    boolean goesOn() {
      return begun == null && !othersLead && !hasEnded();
    }

    @Override
    public void accept(Message message) {
      Delivery delivery = deliver(message);
      if (delivery == Delivery.TO_A_LEADER) {
        othersLead = true;
      } else if (delivery == Delivery.BEGINS && begun == null) {
        begun = message;
      } else if (delivery == Delivery.BEGINS) {
        keepers.serve(message);
      }
    }
  }

  /** Serves a request that begins a conversation, on the calling thread. */
  void serveBegun(Message request) {
    Conversation conversation = new Conversation(request.conversation());
    // The answer goes out when the conversation is over here: the next request may have its number.
    WireWriter answer = within(conversation, () -> answer(conversation, request));
    try {
      send(answer);
    } catch (IOException e) {
      end(e);
    }
  }

  private void serve(Conversation conversation, Message message) throws IOException {
    if (message.kind() == Kind.REQUEST) {
      send(answer(conversation, message));
    } else if (message.kind() == Kind.NOTE) {
      conversation.beginServing();
      try {
        peer.note(message.operation(), message.body());
      } finally {
        conversation.endServing();
      }
    }
  }

  private WireWriter answer(Conversation conversation, Message request) {
    conversation.beginServing();
    try {
      return answer(request);
    } finally {
      conversation.endServing();
    }
  }

  private WireWriter answer(Message request) {
    WireWriter answer =
        header(Kind.ANSWER, request.operation(), request.request(), request.conversation());
    try {
      peer.serve(request.operation(), request.body(), answer);
      return answer;
    } catch (Throwable failure) {
      answer.abandon();
      WireWriter out =
          header(Kind.FAILURE, request.operation(), request.request(), request.conversation());
      peer.writeFailure(out, failure);
      return out;
    }
  }

  /** Tells whether the connection has ended. */
  public boolean hasEnded() {
    return end.get() != null;
  }

  private IOException endCause() {
    IOException cause = end.get();
    return cause != null ? cause : new IOException("the connection has ended");
  }

  /** Ends the connection; whoever waits for an answer fails. */
  public void close() {
    end(new IOException("the connection was closed"));
  }

  private void end(IOException cause) {
    if (!end.compareAndSet(null, cause)) {
      return;
    }
    try (channel) {
      reader.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    conversations.values().forEach(Conversation::wake);
    keepers.end();
    peer.ended(cause);
  }
}
