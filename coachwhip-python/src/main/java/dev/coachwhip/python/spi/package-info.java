/**
 * What libraries add to the Python backend: a CPython that comes with the program ({@link
 * dev.coachwhip.python.spi.PythonDistribution}) and the folder where such things are kept, and
 * counterparts in Python for more Java classes ({@link
 * dev.coachwhip.python.spi.PythonValueProvider}).
 */
package dev.coachwhip.python.spi;
