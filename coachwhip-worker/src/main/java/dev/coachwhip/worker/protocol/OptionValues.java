package dev.coachwhip.worker.protocol;

import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.util.List;

/** Values of a backend's options that can be handed to another process. */
final class OptionValues {

  private static final int TEXT = 0;
  private static final int INT = 1;
  private static final int LONG = 2;
  private static final int BOOLEAN = 3;
  private static final int TEXTS = 4;

  private OptionValues() {}

  /** Tells whether a value is text, an integer, a boolean or a list of text. */
  static boolean canHold(Object value) {
    return switch (value) {
      case String _, Integer _, Long _, Boolean _ -> true;
      case List<?> list -> list.stream().allMatch(String.class::isInstance);
      default -> false;
    };
  }

  static void write(WireWriter out, Object value) {
    switch (value) {
      case Integer n -> {
        out.putByte(INT);
        out.putInt(n);
      }
      case Long n -> {
        out.putByte(LONG);
        out.putLong(n);
      }
      case Boolean b -> {
        out.putByte(BOOLEAN);
        out.putByte(b ? 1 : 0);
      }
      case List<?> list -> {
        out.putByte(TEXTS);
        Texts.write(out, list);
      }
      default -> {
        out.putByte(TEXT);
        out.putText(value.toString());
      }
    }
  }

  static Object read(WireReader in) {
    int kind = in.getByte();
    return switch (kind) {
      case INT -> in.getInt();
      case LONG -> in.getLong();
      case BOOLEAN -> in.getByte() != 0;
      case TEXTS -> Texts.read(in);
      case TEXT -> in.getText();
      default -> throw new IllegalArgumentException("there is no kind of option " + kind);
    };
  }
}
