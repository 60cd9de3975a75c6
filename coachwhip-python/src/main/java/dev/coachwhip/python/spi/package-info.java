/**
 * How a CPython that comes with the program, as from Maven jars, is offered to the Python backend.
 */
package dev.coachwhip.python.spi;
