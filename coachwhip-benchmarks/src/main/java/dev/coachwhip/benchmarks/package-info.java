/**
 * What Coachwhip costs, measured with JMH; {@code docs/performance.md} has the commands and the
 * figures.
 *
 * <p>Begin with {@link dev.coachwhip.benchmarks.Contender}: one way to run Python in Java. Each
 * benchmark class is one topic, written once against that interface, and runs once per contender.
 *
 * <p>This is no named module: JMH's generated code and most rivals want the class path.
 */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.benchmarks;
