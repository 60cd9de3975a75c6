package dev.coachwhip.worker.protocol;

import dev.coachwhip.Policy;
import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.nio.file.Path;
import java.util.List;

/** Policies in messages. */
final class Policies {

  private static final int ALLOWS_SOME_MODULES = 1;
  private static final int COVERS_LIBRARIES = 2;
  private static final int RESTRICTS_FILES = 4;

  private Policies() {}

  static void write(WireWriter out, Policy policy) {
    out.putByte(
        (policy.allowedModules().isPresent() ? ALLOWS_SOME_MODULES : 0)
            | (policy.coversLibraries() ? COVERS_LIBRARIES : 0)
            | (policy.restrictsFiles() ? RESTRICTS_FILES : 0));
    Texts.write(out, policy.allowedModules().orElse(java.util.Set.of()));
    Texts.write(out, policy.deniedModules());
    Texts.write(out, policy.readable());
    Texts.write(out, policy.writable());
    Texts.write(out, policy.denied());
  }

  static Policy read(WireReader in) {
    int flags = in.getByte();
    Policy.Builder builder = Policy.builder().coverLibraries((flags & COVERS_LIBRARIES) != 0);
    String[] allowed = array(Texts.read(in));
    if ((flags & ALLOWS_SOME_MODULES) != 0) {
      builder.allowModules(allowed);
    }
    builder.denyModules(array(Texts.read(in)));
    List<String> readable = Texts.read(in);
    List<String> writable = Texts.read(in);
    if ((flags & RESTRICTS_FILES) != 0) {
      builder.denyFiles().allowReading(paths(readable)).allowWriting(paths(writable));
    }
    Texts.read(in).forEach(name -> builder.deny(Policy.Operation.valueOf(name)));
    return builder.build();
  }

  private static String[] array(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  private static Path[] paths(List<String> texts) {
    return texts.stream().map(Path::of).toArray(Path[]::new);
  }
}
