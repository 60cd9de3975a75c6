package dev.coachwhip.rhai.runtime;

import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A Java class of the host that scripts know by a name.
 *
 * @param type the class; its subclasses have the name, too, if they have none of their own
 * @param name what {@code type_of} says
 * @param iterator what {@code for} runs over; null if it cannot
 */
public record HostType(
    Class<?> type, String name, @Nullable Function<Object, Iterator<Object>> iterator) {}
