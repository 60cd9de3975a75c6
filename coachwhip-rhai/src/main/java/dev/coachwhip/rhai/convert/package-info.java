/**
 * Values both ways: {@link dev.coachwhip.rhai.convert.ToScript} and {@link
 * dev.coachwhip.rhai.convert.FromScript} say what becomes what. Knows the engine by {@link
 * dev.coachwhip.rhai.convert.EngineLink} only.
 */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.convert;
