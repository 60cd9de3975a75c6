package dev.coachwhip.rhai;

import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.PolicyViolationException;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptFrame;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.ScriptSyntaxException;
import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.rhai.runtime.CallFrame;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.syntax.SyntaxError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes errors made of Java data out of those of scripts. */
final class ScriptErrors {

  /** What stands for a function's name where a script's top level runs. */
  static final String TOP_LEVEL = "<script>";

  private static final String CLOSURE_PREFIX = "anon$";

  private final ScriptLimits limits;
  private final RhaiOptions options;
  private final Sources sources;

  ScriptErrors(ScriptLimits limits, RhaiOptions options, Sources sources) {
    this.limits = limits;
    this.options = options;
    this.sources = sources;
  }

  /** Returns what a text that cannot be parsed is refused with. */
  static ScriptSyntaxException syntax(SyntaxError error, ScriptSource source) {
    ErrorDetails details = ErrorDetails.of(EngineErrors.BACKEND, oneLine(error.description()));
    return new ScriptSyntaxException(
        error.line() > 0
            ? details.at(Sources.locate(source, error.line(), error.column()))
            : details);
  }

  /**
   * Returns what a run ends with.
   *
   * @param source what ran
   * @param topLevel what its outermost code is called: {@link #TOP_LEVEL}, or a function's name
   */
  ScriptException of(RhaiError error, ScriptSource source, String topLevel) {
    ErrorDetails details = details(error, source, topLevel);
    RhaiError innermost = error.innermost();
    if (details.cause() instanceof PolicyViolationException violation) {
      return new PolicyViolationException(violation.refused(), details);
    }
    return switch (innermost.kind()) {
      case TOO_MANY_OPERATIONS ->
          exceeded(
              "did more than", "maxOperations", limits.maxOperations() + " operations", details);
      case STACK_OVERFLOW -> stackOverflow(innermost, details);
      case DATA_TOO_LARGE -> tooLarge(innermost, details);
      case TOO_MANY_VARIABLES -> beyond("maxVariables", "variables", details);
      case TOO_MANY_MODULES -> beyond("maxModules", "modules", details);
      default -> new ScriptRuntimeException(innermost.kind().rhaiName(), details);
    };
  }

  private ScriptException stackOverflow(RhaiError error, ErrorDetails details) {
    return limits.maxCallDepth() == 0 // then it is the language's own
        ? new ScriptRuntimeException(error.kind().rhaiName(), details)
        : exceeded(
            "nested calls beyond", "maxCallDepth", limits.maxCallDepth() + " calls", details);
  }

  private ScriptException tooLarge(RhaiError error, ErrorDetails details) {
    String what = error.subject();
    if (what.contains("string")) {
      return large(error, "maxStringSize", "bytes", details);
    }
    return what.contains("map")
        ? large(error, "maxMapSize", "properties", details)
        : large(error, "maxArraySize", "items", details);
  }

  private ScriptException large(RhaiError error, String option, String unit, ErrorDetails details) {
    return options.number(option, 0) == 0 // then it is more than Java holds
        ? new ScriptRuntimeException(error.kind().rhaiName(), details)
        : beyond(option, unit, details);
  }

  private ScriptException beyond(String option, String unit, ErrorDetails details) {
    return exceeded("went beyond", option, options.number(option, 0) + " " + unit, details);
  }

  private static ScriptException exceeded(
      String how, String limit, String amount, ErrorDetails found) {
    ErrorDetails details =
        new ErrorDetails(
            found.backendName(),
            EngineErrors.exceededText(how, limit, amount),
            found.location(),
            found.frames(),
            found.notes(),
            found.traceback(),
            found.cause());
    return new LimitExceededException(limit, amount, details);
  }

  private ErrorDetails details(RhaiError error, ScriptSource source, String topLevel) {
    RhaiError innermost = error.innermost();
    List<CallFrame> calls = error.frames();
    List<String> names = sourceNames(calls, source);
    Optional<SourceLocation> location =
        at(names.getFirst(), innermost.line(), innermost.column(), source);
    String rhaiText = error.message(); // now: the error's values may change
    return new ErrorDetails(
        EngineErrors.BACKEND,
        oneLine(innermost.text()),
        location,
        frames(location, calls, names, source, topLevel),
        location.isPresent() ? List.of() : notes(innermost, source),
        Optional.of(() -> source.name() + ": " + rhaiText),
        innermost.getCause());
  }

  /** Rhai gives errors of its arithmetic no position; the user wants to know the line. */
  private List<String> notes(RhaiError error, ScriptSource source) {
    return error
        .madeIn()
        .map(place -> {
          String line =
              at(place.source(), place.line(), 1, source)
                  .flatMap(SourceLocation::sourceLine)
                  .map(text -> ": " + text.strip())
                  .orElse("");
          return "in line " + place.line() + " of " + place.source() + line;
        })
        .stream()
        .toList();
  }

  private List<ScriptFrame> frames(
      Optional<SourceLocation> innermost,
      List<CallFrame> calls,
      List<String> sourceNames,
      ScriptSource source,
      String topLevel) {
    List<ScriptFrame> frames = new ArrayList<>();
    Optional<SourceLocation> location = innermost;
    for (int i = 0; i < calls.size(); i++) {
      CallFrame call = calls.get(i);
      add(frames, function(call.function()), location);
      location = at(sourceNames.get(i + 1), call.line(), call.column(), source);
    }
    add(frames, topLevel, location);
    return frames;
  }

  private static void add(
      List<ScriptFrame> frames, String function, Optional<SourceLocation> location) {
    location.ifPresent(place -> frames.add(new ScriptFrame(EngineErrors.BACKEND, function, place)));
  }

  private static String function(String name) {
    return name.startsWith(CLOSURE_PREFIX) ? "<closure>" : name;
  }

  /** Returns the names of the sources that the calls led to, and last that of what ran. */
  private static List<String> sourceNames(List<CallFrame> calls, ScriptSource source) {
    List<String> names = new ArrayList<>();
    names.add(source.name());
    for (CallFrame call : calls.reversed()) {
      names.addFirst(call.source().isEmpty() ? names.getFirst() : call.source());
    }
    return names;
  }

  private Optional<SourceLocation> at(String name, int line, int column, ScriptSource source) {
    if (line < 1) {
      return Optional.empty();
    }
    return Optional.of(
        name.equals(source.name())
            ? Sources.locate(source, line, column)
            : sources.locate(name, line, column));
  }

  private static String oneLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end) + " ...";
  }
}
