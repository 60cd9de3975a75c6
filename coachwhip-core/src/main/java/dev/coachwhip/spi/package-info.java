/**
 * What a backend implements and is built from: {@link dev.coachwhip.spi.ScriptEngineProvider} makes
 * engines from an {@link dev.coachwhip.spi.EngineConfig}; {@link dev.coachwhip.spi.RunQueue} puts
 * the calls to one engine in order.
 */
package dev.coachwhip.spi;
