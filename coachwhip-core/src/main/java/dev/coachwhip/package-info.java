/**
 * What a program that embeds scripts imports. Begin with {@link dev.coachwhip.ScriptEngines};
 * everything else is reached from there. Depends on no backend.
 */
package dev.coachwhip;
