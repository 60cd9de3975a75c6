/**
 * The Python backend: the engine and its options. Begin with {@link
 * dev.coachwhip.python.PythonEngineProvider}, which documents the options, and {@link
 * dev.coachwhip.python.PythonInstallations}.
 */
package dev.coachwhip.python;
