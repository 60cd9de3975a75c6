/**
 * What holds the scripts of an engine to its {@link dev.coachwhip.Policy}: the audit hook, what it
 * looks at, and what takes the place of functions that raise no audit event. Begin with {@link
 * dev.coachwhip.python.policy.Guard}. Depends on {@code ffi} and {@code interp} only.
 *
 * <p>Nothing here is used, and nothing of it costs anything, before the first engine with a
 * restrictive policy is made.
 */
package dev.coachwhip.python.policy;
