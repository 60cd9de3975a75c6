package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** LanguageCorePackage: what functions the script defines. */
final class ReflectionFunctions {

  private ReflectionFunctions() {}

  @RhaiFunction
  static RhaiArray getFnMetadataList(Run run) {
    return describe(run, function -> true);
  }

  @RhaiFunction
  static RhaiArray getFnMetadataList(Run run, RhaiString name) {
    String wanted = name.toString();
    return describe(run, function -> function.name().equals(wanted));
  }

  @RhaiFunction
  static RhaiArray getFnMetadataList(Run run, RhaiString name, long parameters) {
    String wanted = name.toString();
    return describe(
        run,
        function -> function.parameters().size() == parameters && function.name().equals(wanted));
  }

  private static RhaiArray describe(Run run, Predicate<ScriptFunction> filter) {
    RhaiArray list = new RhaiArray();
    Stream.of(run.program().functions(), run.program().closures())
        .flatMap(List::stream)
        .filter(filter)
        .forEach(function -> list.add(describe(function)));
    return list;
  }

  private static RhaiMap describe(ScriptFunction function) {
    RhaiMap map = new RhaiMap();
    map.put("name", RhaiString.of(function.name()));
    map.put("access", RhaiString.of(function.isVisible() ? "public" : "private"));
    map.put("is_anonymous", function.name().startsWith("anon$"));
    String thisType = function.thisType();
    if (thisType != null) {
      map.put("this_type", RhaiString.of(thisType));
    }
    RhaiArray parameters = new RhaiArray(function.parameters().size());
    function.parameters().forEach(parameter -> parameters.add(RhaiString.of(parameter)));
    map.put("params", parameters);
    return map;
  }
}
