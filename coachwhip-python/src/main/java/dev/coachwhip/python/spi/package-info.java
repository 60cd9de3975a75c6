/**
 * How a CPython that comes with the program, as from Maven jars, is offered to the Python backend,
 * and the folder where such things are kept.
 */
package dev.coachwhip.python.spi;
