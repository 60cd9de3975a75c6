/**
 * The interactive session. JLine is touched by {@link dev.coachwhip.cli.repl.TerminalLines} alone,
 * and only where there is a terminal.
 */
package dev.coachwhip.cli.repl;
