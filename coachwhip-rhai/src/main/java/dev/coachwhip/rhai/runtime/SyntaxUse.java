package dev.coachwhip.rhai.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A syntax of the host where it runs.
 *
 * @param run what runs
 * @param scope the variables there
 * @param self what {@code this} is bound to; null for nothing
 * @param inputs what stands for the placeholders, in order
 * @param symbols as they were written, the key first
 * @param state what the host's parser has kept; null for nothing
 */
public record SyntaxUse(
    Run run,
    Scope scope,
    @Nullable Ref<Object> self,
    List<SyntaxInput> inputs,
    List<String> symbols,
    @Nullable Object state) {

  /** What the host does where a syntax of its own is used. */
  @FunctionalInterface
  public interface Action {

    /** Does it and returns the value of the whole. */
    Object run(SyntaxUse use);
  }
}
