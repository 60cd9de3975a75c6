/**
 * Programs in Rhai, beside the same programs in other languages that run in pure Java; {@code
 * docs/performance.md} has the commands and the figures.
 *
 * <p>Begin with {@link dev.coachwhip.benchmarks.programs.Language}. {@link
 * dev.coachwhip.benchmarks.programs.ProgramTimes} runs warm, {@link
 * dev.coachwhip.benchmarks.programs.FirstRuns} once in a fresh engine, {@link
 * dev.coachwhip.benchmarks.programs.OneProgram} in a fresh process, {@link
 * dev.coachwhip.benchmarks.programs.OperationCost} with operations counted.
 */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.benchmarks.programs;
