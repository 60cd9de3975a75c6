/**
 * The backend {@code "rhai"}: {@link dev.coachwhip.rhai.RhaiEngineProvider} makes its engines and
 * lists their options, {@link dev.coachwhip.rhai.RhaiExtensions} gives scripts functions, types and
 * operators of Java.
 *
 * <p>The engine itself takes turns and threads ({@code EngineTurns}), keeps globals and functions,
 * and translates values and errors; what a script means is in the packages beside it.
 */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai;
