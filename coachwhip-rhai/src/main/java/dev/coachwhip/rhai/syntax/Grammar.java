package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Function;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All parsers of one text, which call one another, and what they share. */
final class Grammar {

  final TokenStream tokens;
  final String text;
  final SyntaxOptions options;

  final ExpressionParser expressions;
  final OperandParser operands;
  final LiteralParser literals;
  final ChainParser chains;
  final CallParser calls;
  final SwitchParser switches;
  final BlockParser blocks;
  final StatementParser statements;
  final ControlParser controls;
  final DeclarationParser declarations;
  final FunctionParser functions;
  final ClosureParser closures;
  final CustomSyntaxParser customSyntaxes;

  private final List<Function> library = new ArrayList<>();
  private final Set<String> signatures = new HashSet<>();
  private final Set<String> functionNames = new HashSet<>();
  private int functionCount;
  private final @Nullable Recovery recovery;

  Grammar(String text, SyntaxOptions options, TokenMapper mapper, boolean recovering) {
    this.text = text;
    this.options = options;
    tokens = new TokenStream(new Lexer(text, options, mapper));
    expressions = new ExpressionParser(this);
    operands = new OperandParser(this);
    literals = new LiteralParser(this);
    chains = new ChainParser(this);
    calls = new CallParser(this);
    switches = new SwitchParser(this);
    blocks = new BlockParser(this);
    statements = new StatementParser(this);
    controls = new ControlParser(this);
    declarations = new DeclarationParser(this);
    functions = new FunctionParser(this);
    closures = new ClosureParser(this);
    customSyntaxes = new CustomSyntaxParser(this);
    recovery = recovering ? new Recovery(tokens) : null;
  }

  FunctionState topLevel() {
    return new FunctionState(functionNames);
  }

  /** Returns what holds at the top level. */
  Settings settings(int flags) {
    int strict = options.strictVariables() ? Settings.STRICT : 0;
    return Settings.of(flags | strict, options.maxExpressionDepth(), new Span(1, 0, 0, 0));
  }

  /** Returns what goes on after an error; null if nothing does. */
  @Nullable Recovery recovery() {
    return recovery;
  }

  void checkFunctionCount(Span place) {
    if (functionCount >= options.maxFunctions()) {
      throw SyntaxError.of(
          ParseErrorKind.TOO_MANY_FUNCTIONS,
          "Number of functions defined exceeds maximum limit",
          place);
    }
  }

  /** Notes a function; false if there is one like it. */
  boolean define(Function function, String signature) {
    if (!signatures.add(signature)) {
      return false;
    }
    functionCount++;
    functionNames.add(function.name());
    library.add(function);
    return true;
  }

  /** Notes a closure's function. */
  void defineClosure() {
    functionCount++;
  }

  List<Function> library() {
    return List.copyOf(library);
  }

  int functionCount() {
    return functionCount;
  }

  /** In strict mode, throws if a module is not known. */
  void checkModule(FunctionState state, Settings settings, Name root) {
    String name = root.text();
    if (settings.has(Settings.STRICT)
        && !name.equals("global")
        && !state.isImported(name)
        && !options.knownModules().contains(name)) {
      throw SyntaxError.of(
          ParseErrorKind.MODULE_UNDEFINED, "Undefined module: " + name, root.span());
    }
  }
}
