package dev.coachwhip.worker.wire;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.HostFunction;
import dev.coachwhip.spi.ScriptObject;
import dev.coachwhip.spi.ValuePrinter;
import dev.coachwhip.error.*;
import java.util.*;
import org.jspecify.annotations.Nullable;

/** stub */
public final class ValueCodec {
  private final RemoteObjects objects;
  static final ValuePrinter PRINTER = new ValuePrinter() {
    public String backendName() { return "python"; }
    public String print(ScriptValue value) { return value.data() instanceof ScriptObject o ? o.print() : String.valueOf(value.data()); }
  };

  public ValueCodec(RemoteObjects objects) {
    this.objects = objects;
  }

  public void writeValue(WireWriter out, ScriptValue value) {
    out.putText(value.typeName());
    writeJava(out, value.data());
  }

  public ScriptValue readValue(WireReader in) {
    String type = in.getText();
    return ScriptValue.of(readJava(in), type, PRINTER);
  }

  public void writeJava(WireWriter out, @Nullable Object java) {
    switch (java) {
      case null -> out.putByte(0);
      case Boolean b -> { out.putByte(1); out.putByte(b ? 1 : 0); }
      case Integer n -> { out.putByte(2); out.putLong(n); }
      case Long n -> { out.putByte(2); out.putLong(n); }
      case Double d -> { out.putByte(3); out.putDouble(d); }
      case String s -> { out.putByte(4); out.putText(s); }
      case byte[] s -> { out.putByte(5); out.putBytes(s); }
      case List<?> l -> { out.putByte(6); out.putInt(l.size()); l.forEach(e -> writeJava(out, e)); }
      case Map<?, ?> m -> { out.putByte(7); out.putInt(m.size()); m.forEach((k, v) -> { writeJava(out, k); writeJava(out, v); }); }
      case ScriptValue v -> { out.putByte(8); writeValue(out, v); }
      case ScriptObject v -> { out.putByte(9); objects.writeObject(out, v); }
      case HostFunction f -> { out.putByte(10); objects.writeHostObject(out, HostObjectKind.FUNCTION, f); }
      default -> throw new TypeConversionException("python", "x", java.getClass().getName());
    }
  }

  public @Nullable Object readJava(WireReader in) {
    return switch (in.getByte()) {
      case 0 -> null;
      case 1 -> in.getByte() != 0;
      case 2 -> in.getLong();
      case 3 -> in.getDouble();
      case 4 -> in.getText();
      case 5 -> in.getBytes();
      case 6 -> { List<Object> l = new ArrayList<>(); int n = in.getInt(); for (int i = 0; i < n; i++) l.add(readJava(in)); yield Collections.unmodifiableList(l); }
      case 7 -> { Map<Object, Object> l = new LinkedHashMap<>(); int n = in.getInt(); for (int i = 0; i < n; i++) l.put(readJava(in), readJava(in)); yield l; }
      case 8 -> readValue(in);
      case 9 -> objects.readObject(in);
      case 10 -> objects.readHostObject(in, HostObjectKind.FUNCTION);
      default -> throw new IllegalStateException();
    };
  }

  public void writeError(WireWriter out, Throwable t) {
    boolean cancelled = t instanceof ScriptCancelledException;
    boolean notFound = t instanceof VariableNotFoundException;
    out.putByte(cancelled ? 1 : notFound ? 2 : t instanceof LimitExceededException ? 3 : t instanceof ScriptException ? 0 : 4);
    out.putText(String.valueOf(t.getMessage()));
  }

  public Throwable readError(WireReader in) {
    int kind = in.getByte();
    ErrorDetails d = ErrorDetails.of("python", in.getText());
    return switch (kind) {
      case 1 -> new ScriptCancelledException(d);
      case 2 -> new VariableNotFoundException("x", d);
      case 3 -> new LimitExceededException("wallTime", "1", d);
      case 0 -> new ScriptRuntimeException("X", d);
      default -> new IllegalStateException(d.message());
    };
  }
}
