/**
 * Java interfaces whose methods are functions of a script: begin with {@link
 * dev.coachwhip.internal.bind.Binder}. Knows no backend.
 */
package dev.coachwhip.internal.bind;
