package dev.coachwhip.error;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Error details in Java's serial form; message and cause are written by Throwable itself. */
final class WrittenDetails {

  private WrittenDetails() {}

  static void write(ErrorDetails details, ObjectOutputStream out) throws IOException {
    out.writeObject(details.backendName());
    out.writeBoolean(details.location().isPresent());
    if (details.location().isPresent()) {
      writeLocation(details.location().get(), out);
    }
    out.writeInt(details.frames().size());
    for (ScriptFrame frame : details.frames()) {
      out.writeObject(frame.language());
      out.writeObject(frame.function());
      writeLocation(frame.location(), out);
    }
    out.writeInt(details.notes().size());
    for (String note : details.notes()) {
      out.writeObject(note);
    }
    out.writeObject(details.traceback().map(Supplier::get).orElse(null));
  }

  private static void writeLocation(SourceLocation location, ObjectOutputStream out)
      throws IOException {
    out.writeObject(location.sourceName());
    out.writeInt(location.line());
    out.writeInt(location.column());
    out.writeInt(location.endLine());
    out.writeInt(location.endColumn());
    out.writeObject(location.sourceLine().orElse(null));
    out.writeObject(location.endSourceLine().orElse(null));
  }

  static ErrorDetails read(ObjectInputStream in, String message, @Nullable Throwable cause)
      throws IOException, ClassNotFoundException {
    String backendName = text(in);
    Optional<SourceLocation> location =
        in.readBoolean() ? Optional.of(readLocation(in)) : Optional.empty();
    List<ScriptFrame> frames = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      frames.add(new ScriptFrame(text(in), text(in), readLocation(in)));
    }
    List<String> notes = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      notes.add(text(in));
    }
    Optional<Supplier<String>> traceback =
        Optional.ofNullable((String) in.readObject()).map(text -> () -> text);
    return new ErrorDetails(backendName, message, location, frames, notes, traceback, cause);
  }

  private static SourceLocation readLocation(ObjectInputStream in)
      throws IOException, ClassNotFoundException {
    return new SourceLocation(
        text(in),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        Optional.ofNullable((String) in.readObject()),
        Optional.ofNullable((String) in.readObject()));
  }

  private static String text(ObjectInputStream in) throws IOException, ClassNotFoundException {
    return (String) in.readObject();
  }
}
