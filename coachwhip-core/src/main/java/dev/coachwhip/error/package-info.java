/**
 * The failures a script engine reports: one sealed family under {@link
 * dev.coachwhip.error.ScriptException}, made of Java data only. Depends on nothing else of ours.
 */
package dev.coachwhip.error;
