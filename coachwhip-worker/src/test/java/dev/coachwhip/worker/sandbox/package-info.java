/** Tests of what the kernel enforces, in child processes that try it. */
package dev.coachwhip.worker.sandbox;
