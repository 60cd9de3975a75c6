package dev.coachwhip.worker.protocol;

import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists of text in messages. */
public final class Texts {

  private Texts() {}

  /** Writes what the elements' {@code toString} gives. */
  public static void write(WireWriter out, Collection<?> texts) {
    out.putInt(texts.size());
    texts.forEach(text -> out.putText(String.valueOf(text)));
  }

  /** Reads them. */
  public static List<String> read(WireReader in) {
    List<String> texts = new ArrayList<>();
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      texts.add(in.getText());
    }
    return texts;
  }
}
