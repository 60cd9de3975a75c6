package dev.coachwhip.rhai.ast;

import java.util.List;

/**
 * A whole script.
 *
 * @param body statements of the top level, without functions
 * @param functions in source order
 * @param comments the script's own doc-comments ({@code //!})
 */
public record Script(Block body, List<Function> functions, List<String> comments) {}
