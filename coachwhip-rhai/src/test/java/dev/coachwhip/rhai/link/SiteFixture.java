package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.FunctionIndex;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.OutputSink;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.RunLimits;
import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.Unit;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run with a few functions, and sites made as compiled code makes them. */
final class SiteFixture {

  static final long AT = Position.of(3, 7);
  static final long ARGUMENT_AT = Position.of(3, 12);

  /** How often {@link #call} calls a site: general first, linked then. */
  static final int ROUNDS = 2 * Site.CALLS_BEFORE_LINKING;

  static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private SiteFixture() {}

  /** Functions of Java, as the standard library has them. */
  static final class Natives {
    @RhaiFunction
    static long twice(long x) {
      return 2 * x;
    }

    @RhaiFunction(name = "twice")
    static double twiceFloat(double x) {
      return 2 * x;
    }

    @RhaiFunction(name = "twice")
    static RhaiString twiceString(RhaiString x) {
      return x.append(x);
    }

    @RhaiFunction(name = "twice")
    static RhaiArray twiceArray(RhaiArray x) {
      RhaiArray result = x.copy();
      result.addAll(x);
      return result;
    }

    @RhaiFunction(name = "twice")
    static boolean twiceTruth(boolean x) {
      return x;
    }

    @RhaiFunction(name = "twice")
    static Object twiceUnit(Unit x) {
      return x;
    }

    @RhaiFunction(pure = false)
    static void push(RhaiArray array, Object item) {
      array.add(item);
    }

    @RhaiFunction(pure = false)
    static void shout(Ref<RhaiString> text) {
      text.set(RhaiString.of(text.get() + "!"));
    }

    @RhaiFunction
    static long fail(long x) {
      throw RhaiError.runtime("failed " + x);
    }

    @RhaiFunction(name = "len", kind = RhaiFunction.Kind.GETTER)
    static long length(RhaiString text) {
      return text.length();
    }

    @RhaiFunction
    static long len(RhaiMap map) {
      return map.size();
    }

    @RhaiFunction(name = "+")
    static RhaiString join(RhaiString text, Object value) {
      return RhaiString.of(text + String.valueOf(value));
    }
  }

  static FunctionTable table() {
    return table(FunctionIndex.EMPTY);
  }

  static FunctionTable table(FunctionIndex host) {
    FunctionIndex standard = FunctionIndex.of(LOOKUP, List.of(Natives.class));
    return new FunctionTable(host, List.of(), () -> standard);
  }

  static Run run() {
    return run(table(), program(), RunLimits.DEFAULT);
  }

  static Run run(FunctionTable table, Program program, RunLimits limits) {
    OutputSink sink =
        new OutputSink() {
          @Override
          public void print(String text) {}

          @Override
          public void debug(String text, int line, int column) {}
        };
    return new Run(program, new Scope(), table, limits, sink, null);
  }

  /** A program of these functions. */
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

  /** What a script function does. */
  interface Body {
    Object run(Run run, @Nullable Ref<Object> self, Object[] arguments);
  }

  static ScriptFunction function(
      String name, @Nullable String thisType, List<String> parameters, Body body) {
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
        return body.run(run, self, arguments);
      }
    };
  }

  /** Returns the type of a site whose operands and result are objects. */
  static MethodType type(int operands) {
    return MethodType.genericMethodType(operands + 1).changeParameterType(0, Run.class);
  }

  static CallSite method(String name, int operands) {
    return CallSites.method(LOOKUP, "m", type(operands), name, 0, AT, ARGUMENT_AT);
  }

  static CallSite methodOnVariable(String name, int operands) {
    MethodType type = type(operands).changeParameterType(1, Ref.class);
    return CallSites.method(LOOKUP, "m", type, name, 0, AT, ARGUMENT_AT);
  }

  static CallSite function(String name, int operands) {
    return CallSites.function(LOOKUP, "f", type(operands), name, AT);
  }

  /** Calls a site, as often as it takes to be linked for these operands. */
  static Object call(CallSite site, Object... arguments) throws Throwable {
    Object result = Unit.UNIT;
    for (int i = 0; i < ROUNDS; i++) {
      result = site.dynamicInvoker().invokeWithArguments(arguments);
    }
    return result;
  }

  static RhaiString text(String text) {
    return RhaiString.of(text);
  }

  static FunctionPointer closure(ScriptFunction function, Object... captured) {
    return FunctionPointer.to(function, List.of(captured));
  }
}
