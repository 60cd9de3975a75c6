package dev.coachwhip.rhai.runtime;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tests of this package run with. */
final class Samples {

  private Samples() {}

  /** A script without functions. */
  static final Program NO_PROGRAM = program();

  static Program program(ScriptFunction... functions) {
    return new Program() {
      @Override
      public Object execute(Run run) {
        return Unit.UNIT;
      }

      @Override
      public @Nullable ScriptFunction function(String name, int arity, @Nullable String thisType) {
        for (ScriptFunction function : functions) {
          if (function.name().equals(name)
              && function.parameters().size() == arity
              && java.util.Objects.equals(function.thisType(), thisType)) {
            return function;
          }
        }
        return null;
      }

      @Override
      public List<ScriptFunction> functions() {
        return List.of(functions);
      }
    };
  }

  /** The body of a function of a script. */
  interface Body {
    Object run(Run run, @Nullable Ref<Object> self, Object[] arguments);
  }

  static ScriptFunction function(String name, @Nullable String thisType, int arity, Body body) {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < arity; i++) {
      parameters.add("p" + i);
    }
    return new ScriptFunction() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<String> parameters() {
        return parameters;
      }

      @Override
      public @Nullable String thisType() {
        return thisType;
      }

      @Override
      public boolean isVisible() {
        return true;
      }

      @Override
      public List<String> comments() {
        return List.of();
      }

      @Override
      public Object call(Run run, @Nullable Ref<Object> self, Object[] arguments) {
        run.enterCall(0, 0);
        try {
          return body.run(run, self, arguments);
        } finally {
          run.leaveCall();
        }
      }
    };
  }

  /** What scripts print, line by line. */
  static final class Lines implements OutputSink {
    final List<String> lines = new ArrayList<>();

    @Override
    public void print(String text) {
      lines.add(text);
    }

    @Override
    public void debug(String text, int line, int column) {
      lines.add(line + ":" + column + " | " + text);
    }
  }

  /** Functions of the tests. */
  static final class Functions {

    private Functions() {}

    @RhaiFunction(name = "twice")
    @RhaiFunction(name = "double_it")
    static long twice(long x) {
      return 2 * x;
    }

    @RhaiFunction
    static RhaiString describe(Object any) {
      return RhaiString.of("any");
    }

    @RhaiFunction
    static RhaiString describe(long number) {
      return RhaiString.of("number");
    }

    @RhaiFunction
    static RhaiString pair(Object first, long second) {
      return RhaiString.of("any, number");
    }

    @RhaiFunction
    static RhaiString pair(long first, Object second) {
      return RhaiString.of("number, any");
    }

    @RhaiFunction(pure = false)
    static void push(RhaiArray array, Object item) {
      array.add(item);
    }

    @RhaiFunction(pure = false)
    static void makeUpper(Ref<RhaiString> text) {
      text.set(RhaiString.of(text.get().toString().toUpperCase(java.util.Locale.ROOT)));
    }

    @RhaiFunction(name = "len", kind = RhaiFunction.Kind.GETTER)
    static long length(RhaiArray array) {
      return array.size();
    }

    @RhaiFunction
    static long level(Run run) {
      return run.callLevel();
    }

    @RhaiFunction
    static Object apply(Run run, long value, FunctionPointer function) {
      return run.call(function, null, value);
    }

    @RhaiFunction
    static long fail(long value) {
      throw RhaiError.arithmetic("failed");
    }
  }

  static FunctionTable table() {
    FunctionIndex index = FunctionIndex.of(MethodHandles.lookup(), List.of(Functions.class));
    return new FunctionTable(FunctionIndex.EMPTY, List.of(), () -> index);
  }

  static Run run(ScriptFunction... functions) {
    return run(RunLimits.DEFAULT, functions);
  }

  static Run run(RunLimits limits, ScriptFunction... functions) {
    return new Run(program(functions), new Scope(), table(), limits, new Lines(), null);
  }

  static RhaiString string(String text) {
    return RhaiString.of(text);
  }

  static RhaiCharacter character(char character) {
    return RhaiCharacter.of(character);
  }
}
