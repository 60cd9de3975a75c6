package dev.coachwhip.internal.bind;

import dev.coachwhip.ScriptSignature.Parameter;
import java.util.Optional;

/**
 * A parameter of the script's function and what is passed for it.
 *
 * @param parameter the script's
 * @param from the Java parameter whose argument it takes; empty where its default holds
 */
record Slot(Parameter parameter, Optional<JavaParameter> from) {

  boolean isByPosition() {
    return switch (parameter.kind()) {
      case POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL -> true;
      case KEYWORD_ONLY, VAR_KEYWORD -> false;
    };
  }

  boolean isByName() {
    return switch (parameter.kind()) {
      case POSITIONAL_OR_KEYWORD, KEYWORD_ONLY, VAR_KEYWORD -> true;
      case POSITIONAL_ONLY, VAR_POSITIONAL -> false;
    };
  }
}
