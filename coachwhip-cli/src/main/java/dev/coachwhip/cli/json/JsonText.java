package dev.coachwhip.cli.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON into plain Java values. */
public final class JsonText {

  // The command line is the user's own: only its length limits how long a number may be.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build())
          .build();

  private JsonText() {}

  /**
   * Reads one JSON value.
   *
   * @return null, Boolean, Long, BigInteger (only outside the range of long), Double, String, List
   *     or Map
   * @throws IllegalArgumentException if the text is anything else; the message says what and where
   */
  public static @Nullable Object parse(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      Object value = value(parser, parser.nextToken());
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("more text after the value");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          e.getOriginalMessage() + ", column " + e.getLocation().getColumnNr(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token)
      throws IOException {
    if (token == null) {
      throw new IllegalArgumentException("the text ends too early");
    }
    return switch (token) {
      case START_ARRAY -> list(parser);
      case START_OBJECT -> map(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> decimal(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new IllegalArgumentException("unexpected " + parser.getText());
    };
  }

  private static List<@Nullable Object> list(JsonParser parser) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      list.add(value(parser, token));
    }
    return list;
  }

  private static Map<String, @Nullable Object> map(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    String name;
    while ((name = parser.nextFieldName()) != null) {
      map.put(name, value(parser, parser.nextToken()));
    }
    return map;
  }

  private static Object integer(JsonParser parser) throws IOException {
    BigInteger integer = parser.getBigIntegerValue();
    return integer.bitLength() < Long.SIZE ? (Object) integer.longValue() : integer;
  }

  private static Object decimal(JsonParser parser) throws IOException {
    double number = parser.getDoubleValue();
    if (Double.isInfinite(number)) {
      throw new IllegalArgumentException(parser.getText() + " is too large");
    }
    return number;
  }
}
