/**
 * What the kernel lets a worker do. {@link dev.coachwhip.worker.sandbox.SandboxPlan} is what is
 * wanted, {@link dev.coachwhip.worker.sandbox.SandboxFeatures} what this system offers. {@link
 * dev.coachwhip.worker.sandbox.SandboxedProcess} starts a process inside the file rules, {@link
 * dev.coachwhip.worker.sandbox.Lockdown} is called in it before it runs what is not trusted.
 * Depends on core and {@code ffi} only.
 */
package dev.coachwhip.worker.sandbox;
