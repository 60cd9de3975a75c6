package dev.coachwhip.rhai;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.SyntaxInput;
import dev.coachwhip.rhai.runtime.SyntaxUse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the syntaxes of {@link RhaiExtensions} do in one engine. In a run's turn. */
final class SyntaxActions {

  private final EngineTurns turns;
  private final HostCalls calls;
  private final EngineConversions conversions;

  SyntaxActions(EngineTurns turns, HostCalls calls, EngineConversions conversions) {
    this.turns = turns;
    this.calls = calls;
    this.conversions = conversions;
  }

  Map<String, SyntaxUse.Action> of(List<HostSyntax> syntaxes) {
    Map<String, SyntaxUse.Action> actions = new HashMap<>();
    for (HostSyntax each : syntaxes) {
      actions.put(each.syntax().key(), use -> run(each.body(), use));
    }
    return Map.copyOf(actions);
  }

  private Object run(RhaiSyntax.Body body, SyntaxUse use) {
    Here here = new Here(use);
    try {
      return calls.converted(() -> body.run(here));
    } finally {
      here.over = true;
    }
  }

  /** Runs code of the script within that of the host. */
  private ScriptValue inScript(Supplier<Object> code) {
    ActiveRun run = turns.current();
    boolean before = run != null && run.setInHost(false);
    try {
      return conversions.fromScript().convert(code.get());
    } finally {
      if (run != null) {
        run.setInHost(before);
      }
    }
  }

  private final class Here implements RhaiSyntax {
    private final SyntaxUse use;
    private final Thread thread = Thread.currentThread();
    private final List<Input> inputs;
    private volatile boolean over;

    private Here(SyntaxUse use) {
      this.use = use;
      this.inputs = use.inputs().stream().<Input>map(input -> new InputHere(this, input)).toList();
    }

    private void check() {
      if (over || !thread.equals(Thread.currentThread())) {
        throw new IllegalStateException("the syntax does not run any more, or on another thread");
      }
    }

    @Override
    public List<Input> inputs() {
      return inputs;
    }

    @Override
    public List<String> symbols() {
      return use.symbols();
    }

    @Override
    public Optional<Object> state() {
      return Optional.ofNullable(use.state());
    }

    @Override
    public Optional<ScriptValue> get(String name) {
      check();
      int index = use.scope().find(name);
      return index < 0
          ? Optional.empty()
          : Optional.of(conversions.fromScript().convert(use.scope().value(index)));
    }

    @Override
    public void set(String name, @Nullable Object value) {
      check();
      int index = use.scope().find(name);
      if (index < 0) {
        declare(name, value, false);
      } else if (use.scope().isConstant(index)) {
        throw new IllegalStateException("'" + name + "' is a constant");
      } else {
        use.scope().setValue(index, conversions.toScript().convert(value));
      }
    }

    @Override
    public void declare(String name, @Nullable Object value) {
      declare(name, value, false);
    }

    @Override
    public void declareConstant(String name, @Nullable Object value) {
      declare(name, value, true);
    }

    private void declare(String name, @Nullable Object value, boolean constant) {
      check();
      if (use.scope().size() >= use.run().limits().variables()) {
        throw RhaiError.tooManyVariables();
      }
      use.scope().push(name, conversions.toScript().convert(value), constant);
    }

    @Override
    public int variables() {
      check();
      return use.scope().size();
    }

    @Override
    public void rewind(int variables) {
      check();
      use.scope().rewind(variables);
    }

    @Override
    public Optional<ScriptValue> self() {
      check();
      Ref<Object> self = use.self();
      return self == null
          ? Optional.empty()
          : Optional.of(conversions.fromScript().convert(self.get()));
    }

    @Override
    public ScriptValue call(String function, @Nullable Object... arguments) {
      check();
      Object[] converted = conversions.toScript(arguments);
      return inScript(() -> use.run().callByName(function, null, converted, 0, 0));
    }
  }

  private final class InputHere implements RhaiSyntax.Input {
    private final Here here;
    private final SyntaxInput input;

    private InputHere(Here here, SyntaxInput input) {
      this.here = here;
      this.input = input;
    }

    @Override
    public ScriptValue evaluate() {
      here.check();
      return inScript(() -> input.evaluate(false));
    }

    @Override
    public ScriptValue evaluateAndKeep() {
      here.check();
      return inScript(() -> input.evaluate(true));
    }

    @Override
    public Optional<String> text() {
      return Optional.ofNullable(input.text());
    }

    @Override
    public Optional<ScriptValue> literal() {
      return Optional.ofNullable(input.literal()).map(conversions.fromScript()::convert);
    }

    @Override
    public int line() {
      return input.line();
    }

    @Override
    public int column() {
      return input.column();
    }
  }
}
