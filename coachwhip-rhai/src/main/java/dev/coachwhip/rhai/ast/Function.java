package dev.coachwhip.rhai.ast;

import java.util.List;
import java.util.Optional;

/**
 * A function, or what a closure runs.
 *
 * @param span where Rhai says it is defined
 * @param name {@code anon$...} for a closure's
 * @param thisType for a typed method {@code fn int.f()}, the type's name as written
 * @param parameters their names differ
 * @param body its value is the function's
 * @param visible false for {@code private}
 * @param comments doc-comments as written, with their marks
 */
public record Function(
    Span span,
    String name,
    Optional<String> thisType,
    List<Name> parameters,
    Block body,
    boolean visible,
    List<String> comments) {}
