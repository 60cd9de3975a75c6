package dev.coachwhip.python.policy;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyBytes;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An event that names a file or folder. */
class FileCheck implements Check {

  /** What happens to the file. */
  enum Access {
    READ,
    WRITE
  }

  private static final int NO_ARGUMENT = 9;

  private final String description;
  private final Access access;
  private final int path;
  private final int folder;
  private final boolean followsLinks;

  /**
   * Makes it for an event whose path is its first argument.
   *
   * @param description what happens, before the path
   * @param followsLinks whether it happens to what a link leads to
   */
  FileCheck(String description, Access access, boolean followsLinks) {
    this(description, access, 0, NO_ARGUMENT, followsLinks);
  }

  /**
   * Makes it.
   *
   * @param path which argument the path is
   * @param folder which one tells the folder that the path is relative to
   */
  FileCheck(String description, Access access, int path, int folder, boolean followsLinks) {
    this.description = description;
    this.access = access;
    this.path = path;
    this.folder = folder;
    this.followsLinks = followsLinks;
  }

  @Override
  public void require(Guard guard, AuditEvent event) {
    if (guard.files().restrict()) {
      require(guard, event, access, description, event.number(folder, ThreadWork.NO_FOLDER));
    }
  }

  /** Looks at the path. */
  final void require(
      Guard guard, AuditEvent event, Access wanted, String doing, long folderDescriptor) {
    if (event.isInt(path)) {
      Descriptors.require(guard.files(), wanted, event.number(path, -1), doing);
      return;
    }
    String text = pathText(event);
    boolean allowed =
        text != null
            && allows(guard.files(), wanted, text, folderOf(folderDescriptor, text, doing));
    if (!allowed && !(text != null && wanted == Access.WRITE && BytecodeCache.isWriting(text))) {
      throw refusal(doing, text == null ? "?" : text);
    }
  }

  private static Refusal refusal(String doing, String text) {
    return Refusal.of(doing + " '" + text + "'");
  }

  private boolean allows(FileRules files, Access wanted, String text, @Nullable Path base) {
    return wanted == Access.READ
        ? files.allowReading(text, base, followsLinks)
        : files.allowWriting(text, base, followsLinks);
  }

  /** Returns the path as text, null if it is none: an object that says another one each time. */
  private @Nullable String pathText(AuditEvent event) {
    if (event.isNone(path)) {
      return ".";
    }
    String text = event.text(path);
    return text != null ? text : bytesText(event.item(path));
  }

  private static @Nullable String bytesText(long object) {
    if (ObjectLayout.typeOf(object) != Py.BYTES) {
      return null;
    }
    long results = Attachment.ofUpcall().scratch();
    Raised.check(PyBytes.PyBytes_AsStringAndSize(object, results, results + 8));
    byte[] bytes =
        NativeMemory.getBytes(
            NativeMemory.getLong(results), Math.toIntExact(NativeMemory.getLong(results + 8)));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static @Nullable Path folderOf(long descriptor, String text, String doing) {
    if (descriptor == ThreadWork.NO_FOLDER || text.startsWith("/")) {
      return null;
    }
    try {
      return RealPaths.ofDescriptor(descriptor);
    } catch (IOException e) {
      throw refusal(doing, text);
    }
  }
}
