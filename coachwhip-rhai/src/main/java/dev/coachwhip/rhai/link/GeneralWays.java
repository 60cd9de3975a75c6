package dev.coachwhip.rhai.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Handles of a method of {@link Site} that takes all arguments in an array, for sites of any type.
 * Sites of one type share what is costly to make. Any thread.
 */
final class GeneralWays {

  // Scripts can have calls of any number of arguments; what is rare is made anew each time.
  private static final int MOST_ARGUMENTS = 5;

  private final MethodHandle method;
  private final Map<MethodType, MethodHandle> byType = new ConcurrentHashMap<>();

  /** Makes it for a method: (Site, Object[])Object. */
  GeneralWays(MethodHandle method) {
    this.method = method;
  }

  /** Returns the method, of a site's type, for that site. */
  MethodHandle of(Site site) {
    MethodType type = site.type();
    MethodHandle way =
        type.parameterCount() > MOST_ARGUMENTS
            ? adapted(type)
            : byType.computeIfAbsent(type, this::adapted);
    return way.bindTo(site);
  }

  /** Returns (Site, arguments...)result. */
  private MethodHandle adapted(MethodType type) {
    MethodHandle collecting = method.asCollector(Object[].class, type.parameterCount());
    return Handles.adapt(collecting, type.insertParameterTypes(0, Site.class));
  }
}
