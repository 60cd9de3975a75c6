/**
 * The promises of {@link dev.coachwhip.ScriptEngine} as tests. Begin with {@link
 * dev.coachwhip.testkit.ScriptEngineContract}; a backend adds its {@link
 * dev.coachwhip.testkit.Dialect}. Display names begin with the row of the parity table they cover.
 */
package dev.coachwhip.testkit;
