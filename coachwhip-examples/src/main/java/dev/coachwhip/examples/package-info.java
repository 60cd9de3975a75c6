/** One small program for each feature. Begin with {@link dev.coachwhip.examples.Basic}. */
package dev.coachwhip.examples;
