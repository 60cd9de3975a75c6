package dev.coachwhip.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a script file into text: byte order mark, coding line (PEP 263), else UTF-8; never replaces
 * a bad byte.
 */
public final class SourceDecoder {

  private static final Pattern CODING_LINE =
      Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)");
  private static final Pattern BLANK_OR_COMMENT = Pattern.compile("^[ \\t\\f]*(#.*)?$");

  /** Python's names that Java does not know. */
  private static final Map<String, String> JAVA_NAMES =
      Map.ofEntries(
          Map.entry("utf-8", "UTF-8"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("u8", "UTF-8"),
          Map.entry("utf-8-sig", "UTF-8"),
          Map.entry("cp65001", "UTF-8"),
          Map.entry("latin-1", "ISO-8859-1"),
          Map.entry("latin1", "ISO-8859-1"),
          Map.entry("iso-latin-1", "ISO-8859-1"),
          Map.entry("iso-8859-1", "ISO-8859-1"),
          Map.entry("l1", "ISO-8859-1"));

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private SourceDecoder() {}

  /**
   * Returns the text of a script file.
   *
   * @throws UncheckedIOException if the file cannot be read or is not text in its encoding
   */
  public static String read(Path file) {
    try {
      return decode(file, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException(named("no such script file: " + file, e));
    } catch (AccessDeniedException e) {
      throw new UncheckedIOException(named("script file may not be read: " + file, e));
    } catch (IOException e) {
      String reason = Files.isDirectory(file) ? "it is a directory" : e.getMessage();
      throw new UncheckedIOException(named("cannot read script file " + file + ": " + reason, e));
    }
  }

  private static IOException named(String message, IOException cause) {
    return new IOException(message, cause);
  }

  private static String decode(Path file, byte[] bytes) throws IOException {
    if (Arrays.mismatch(bytes, UTF_8_MARK) >= UTF_8_MARK.length
        || Arrays.equals(bytes, UTF_8_MARK)) {
      return strict(
          file, Arrays.copyOfRange(bytes, UTF_8_MARK.length, bytes.length), StandardCharsets.UTF_8);
    }
    return strict(file, bytes, declaredCharset(file, bytes));
  }

  private static Charset declaredCharset(Path file, byte[] bytes) throws IOException {
    String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
    String[] lines = head.split("\r\n|\r|\n", 3);
    for (int i = 0; i < Math.min(2, lines.length); i++) {
      Matcher coding = CODING_LINE.matcher(lines[i]);
      if (coding.find()) {
        return charset(file, coding.group(1));
      }
      if (!BLANK_OR_COMMENT.matcher(lines[i]).matches()) {
        break;
      }
    }
    return StandardCharsets.UTF_8;
  }

  private static Charset charset(Path file, String name) throws IOException {
    String javaName = JAVA_NAMES.getOrDefault(normalized(name), name);
    try {
      return Charset.forName(javaName);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IOException(
          file + ": its coding line names the unknown encoding '" + name + "'", e);
    }
  }

  /** Lower case, with hyphens, and without the line end that Emacs may append. */
  private static String normalized(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-').replaceFirst("-(unix|dos|mac)$", "");
  }

  private static String strict(Path file, byte[] bytes, Charset charset) throws IOException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out =
        CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      result = decoder.flush(out);
    }
    if (result.isError()) {
      throw notText(file, bytes, in.position(), charset);
    }
    return out.flip().toString();
  }

  private static CharacterCodingException notText(
      Path file, byte[] bytes, int at, Charset charset) {
    long line = 1;
    for (int i = 0; i < at; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    String message =
        "%s, line %d: byte 0x%02x is not %s; save the file as UTF-8, or name its encoding in the first line: # -*- coding: latin-1 -*-"
            .formatted(file, line, bytes[Math.min(at, bytes.length - 1)], charset);
    return new MalformedInputException(1) {
      private static final long serialVersionUID = 1L;

      @Override
      public String getMessage() {
        return message;
      }
    };
  }
}
