package dev.coachwhip.rhai.syntax;

import java.util.Map;

/** What Rhai tells who uses another language's symbols. */
final class SymbolAdvice {

  private static final Map<String, String> ADVICE =
      Map.of(
          "===", "'===' is not a valid operator. This is not JavaScript! Should it be '=='?",
          "!==", "'!==' is not a valid operator. This is not JavaScript! Should it be '!='?",
          "->", "'->' is not a valid symbol. This is not C or C++!",
          "<-", "'<-' is not a valid symbol. This is not Go! Should it be '<='?",
          ":=",
              "':=' is not a valid assignment operator. This is not Go or Pascal!"
                  + " Should it be simply '='?",
          ":;", "':;' is not a valid symbol. Should it be '::'?",
          "::<", "'::<>' is not a valid symbol. This is not Rust! Should it be '::'?",
          "(*", pascalComment(),
          "*)", pascalComment(),
          "# {", "'#' is not a valid symbol. Should it be '#{'?");

  private SymbolAdvice() {}

  private static String pascalComment() {
    return "'(* .. *)' is not a valid comment format. This is not Pascal! Should it be '/* .. */'?";
  }

  /** Returns the reserved token, or an error in its place. */
  static Token check(Token token, SyntaxOptions options) {
    String text = token.text();
    String advice = ADVICE.get(text);
    if (advice == null && options.disabledSymbols().contains(text)) {
      String what = Words.isIdentifier(text) ? "keyword" : "symbol";
      advice = "reserved " + what + " '" + text + "' is disabled";
    }
    if (advice == null) {
      return token;
    }
    return Token.failed(SyntaxError.improper(text, advice, token.span()), token.span());
  }
}
