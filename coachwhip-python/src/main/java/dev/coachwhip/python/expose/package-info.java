/**
 * Java objects as Python objects: a Python class for each exposed API, live views of collections,
 * iterators and streams. Begin with {@link dev.coachwhip.python.expose.ExposedObjects}. Depends on
 * {@code convert} and what is below it, not on the engine.
 */
package dev.coachwhip.python.expose;
