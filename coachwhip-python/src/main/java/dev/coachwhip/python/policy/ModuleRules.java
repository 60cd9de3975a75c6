package dev.coachwhip.python.policy;

import dev.coachwhip.Policy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which modules a policy lets be imported, by whom. Attached. */
final class ModuleRules {

  private final Policy policy;

  /** What denied modules lie in. */
  private final Set<String> deniedPackages = new HashSet<>();

  ModuleRules(Policy policy) {
    this.policy = policy;
    for (String module : policy.deniedModules()) {
      for (int end = module.lastIndexOf('.'); end > 0; end = module.lastIndexOf('.', end - 1)) {
        deniedPackages.add(module.substring(0, end));
      }
    }
  }

  /** Tells whether there is anything to look at. */
  boolean restrict() {
    return policy.restrictsModules();
  }

  /**
   * Looks at an import that Python is about to do for the first time.
   *
   * @throws Refusal if it is not allowed
   */
  void requireFirst(String module) {
    if (!restrict() || policy.allowsModule(module)) {
      return;
    }
    if (module.equals(ThreadWork.ofCurrentThread().judgedModule())) {
      return;
    }
    Callers.Importer importer = Callers.importer();
    // The machinery imports a package before what is in it, and an extension module in two steps.
    boolean onTheWay =
        importer.throughImportlib() && (isAboveAllowed(module) || !policy.coversLibraries());
    if (!onTheWay && holdsFor(importer.kind(), module)) {
      throw Refusal.ofModule(module);
    }
  }

  private boolean isAboveAllowed(String module) {
    Set<String> allowed = policy.allowedModules().orElse(Set.of());
    return !policy.deniedModules().contains(module)
        && allowed.stream().anyMatch(name -> name.startsWith(module + "."));
  }

  /** Tells whether a module may be imported with whatever is in it. */
  boolean allowAllOf(String module) {
    return !deniedPackages.contains(module) && policy.allowsModule(module);
  }

  /**
   * Looks at {@code import module} or {@code from module import names}.
   *
   * @param byC whether it is a C function that imports
   * @throws Refusal if it is not allowed
   */
  void requireStatement(String module, List<String> names, boolean byC) {
    String refused = refused(module, names);
    if (refused != null && holdsFor(byC ? CodeKind.LIBRARY : Callers.importer().kind(), refused)) {
      throw Refusal.ofModule(refused);
    }
  }

  private @Nullable String refused(String module, List<String> names) {
    List<String> below = new ArrayList<>();
    names.forEach(name -> below.add(module + "." + name));
    if (policy.allowsModule(module)) {
      return below.stream().filter(name -> !policy.allowsModule(name)).findFirst().orElse(null);
    }
    return !below.isEmpty() && below.stream().allMatch(policy::allowsModule) ? null : module;
  }

  /** Tells whether the rules hold for code that imports a module. */
  private boolean holdsFor(CodeKind importer, String module) {
    return switch (importer) {
      case OURS -> false;
      case SCRIPT -> true;
      case LIBRARY, MECHANISM, IMPORTING ->
          policy.coversLibraries() && !(module.startsWith("_") && isOnlyUnlisted(module));
    };
  }

  /**
   * Modules such as _struct are how the standard library's are made; who allows one allows both.
   */
  private boolean isOnlyUnlisted(String module) {
    return policy.deniedModules().stream()
        .noneMatch(denied -> module.equals(denied) || module.startsWith(denied + "."));
  }
}
