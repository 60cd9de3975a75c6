package dev.coachwhip.worker.wire;

import dev.coachwhip.Complex;
import dev.coachwhip.Fraction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.UUID;

/** Numbers, text and other values that hold no others. */
final class Numbers {

  private Numbers() {}

  /** Writes an object if it is one of those that no mapping changes. */
  static boolean writePlain(Object object, WireWriter out) {
    switch (object) {
      case Long n -> put(Tag.LONG, n, out);
      case Double d -> {
        out.putByte(Tag.DOUBLE);
        out.putDouble(d);
      }
      case String s -> text(s, out);
      case Boolean b -> out.putByte(b ? Tag.TRUE : Tag.FALSE);
      case Integer n -> put(Tag.INT, n, out);
      case Short n -> put(Tag.SHORT, n, out);
      case Byte n -> put(Tag.BYTE, n, out);
      case Float f -> {
        out.putByte(Tag.FLOAT);
        out.putInt(Float.floatToRawIntBits(f));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Writes an object if it is one of the others. */
  static boolean write(Object object, WireWriter out) {
    switch (object) {
      case Character c -> put(Tag.CHAR, c, out);
      case byte[] bytes -> {
        out.putByte(Tag.BYTES);
        out.putBytes(bytes);
      }
      case BigInteger n -> {
        out.putByte(Tag.BIG_INTEGER);
        integer(n, out);
      }
      case BigDecimal n -> {
        out.putByte(Tag.DECIMAL);
        out.putNumber(n.scale());
        integer(n.unscaledValue(), out);
      }
      case Complex n -> {
        out.putByte(Tag.COMPLEX);
        out.putDouble(n.real());
        out.putDouble(n.imaginary());
      }
      case Fraction n -> {
        out.putByte(Tag.FRACTION);
        integer(n.numerator(), out);
        integer(n.denominator(), out);
      }
      case UUID id -> {
        out.putByte(Tag.UUID);
        out.putLong(id.getMostSignificantBits());
        out.putLong(id.getLeastSignificantBits());
      }
      case CharSequence text -> text(text.toString(), out);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void put(int tag, long value, WireWriter out) {
    out.putByte(tag);
    out.putNumber(value);
  }

  private static void text(String text, WireWriter out) {
    out.putByte(Tag.TEXT);
    out.putText(text);
  }

  private static void integer(BigInteger n, WireWriter out) {
    out.putBytes(n.toByteArray());
  }

  /** Writes a path of the default file system. */
  static void write(Path path, WireWriter out) {
    out.putByte(Tag.PATH);
    out.putText(path.toString());
  }

  /** Reads a value of one of the tags up to {@link Tag#CHAR}. */
  static Object read(int tag, WireReader in) {
    return switch (tag) {
      case Tag.LONG -> in.getNumber();
      case Tag.DOUBLE -> in.getDouble();
      case Tag.TEXT -> in.getText();
      case Tag.FALSE -> false;
      case Tag.TRUE -> true;
      case Tag.BYTES -> in.getBytes();
      case Tag.BIG_INTEGER -> integer(in);
      case Tag.COMPLEX -> new Complex(in.getDouble(), in.getDouble());
      case Tag.FRACTION -> fraction(integer(in), integer(in));
      case Tag.DECIMAL -> decimal(inRange(in, Integer.MIN_VALUE, Integer.MAX_VALUE), in);
      case Tag.UUID -> new UUID(in.getLong(), in.getLong());
      case Tag.PATH -> path(in.getText());
      case Tag.INT -> (int) inRange(in, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case Tag.SHORT -> (short) inRange(in, Short.MIN_VALUE, Short.MAX_VALUE);
      case Tag.BYTE -> (byte) inRange(in, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case Tag.FLOAT -> Float.intBitsToFloat(in.getInt());
      case Tag.CHAR -> (char) inRange(in, Character.MIN_VALUE, Character.MAX_VALUE);
      default -> throw new WireFormatException("no value begins with " + tag);
    };
  }

  private static long inRange(WireReader in, long least, long most) {
    long value = in.getNumber();
    if (value < least || value > most) {
      throw new WireFormatException(value + " is outside " + least + " to " + most);
    }
    return value;
  }

  private static BigInteger integer(WireReader in) {
    byte[] bytes = in.getBytes();
    if (bytes.length == 0) {
      throw new WireFormatException("an integer of no bytes");
    }
    return new BigInteger(bytes);
  }

  private static Fraction fraction(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() <= 0) {
      throw new WireFormatException("the denominator is " + denominator);
    }
    return new Fraction(numerator, denominator);
  }

  private static BigDecimal decimal(long scale, WireReader in) {
    return new BigDecimal(integer(in), (int) scale);
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new WireFormatException("no path", e);
    }
  }
}
