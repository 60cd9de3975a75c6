/**
 * Finds the CPython to embed: its executable, its prefix and its libpython. Begin with {@link
 * dev.coachwhip.python.locate.InterpreterSearch}, which knows the order of the places; {@code
 * PathInspector} judges one path, {@code InterpreterProbe} asks an executable about itself in a
 * child process. Calls nothing native.
 */
package dev.coachwhip.python.locate;
