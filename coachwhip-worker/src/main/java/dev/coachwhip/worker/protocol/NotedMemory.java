package dev.coachwhip.worker.protocol;

import dev.coachwhip.worker.call.Connection;
import dev.coachwhip.worker.call.Operation;
import dev.coachwhip.worker.wire.MemoryLink;
import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.util.function.Consumer;

/**
 * How the shared memory of one side talks to that of the other.
 *
 * @param connection what messages take
 * @param note the operation that notes
 * @param question the operation that asks
 */
public record NotedMemory(Connection connection, Operation note, Operation question)
    implements MemoryLink {

  @Override
  public void send(Consumer<WireWriter> body) {
    connection.noteAside(note, body);
  }

  @Override
  public WireReader ask(Consumer<WireWriter> body) {
    return connection.call(question, body, () -> {});
  }
}
