/**
 * The program's main class and its commands: what can be written on the command line. The work is
 * done in the packages below.
 */
package dev.coachwhip.cli;
