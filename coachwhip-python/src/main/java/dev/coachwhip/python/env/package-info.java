/**
 * Virtual environments that Coachwhip makes and finds again. Begin with {@link
 * dev.coachwhip.python.env.EnvironmentMaker}: it takes the {@code PlaceLock}, decides by the {@code
 * LockFile} whether what is there fits the {@code Inputs}, and otherwise has a {@code PackageTool},
 * uv or pip, make a new tree in the {@code EnvironmentPlace}. Everything runs in child processes;
 * no Python is needed in this one.
 */
package dev.coachwhip.python.env;
