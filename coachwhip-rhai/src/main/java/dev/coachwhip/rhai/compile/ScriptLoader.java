package dev.coachwhip.rhai.compile;

/** The class loader of one script: its class goes when nobody has the script any more. */
final class ScriptLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  ScriptLoader() {
    super("rhai", ScriptLoader.class.getClassLoader());
    Module ours = ScriptLoader.class.getModule();
    if (ours.isNamed()) {
      for (String name : new String[] {"runtime", "link", "compile"}) {
        ours.addExports("dev.coachwhip.rhai." + name, getUnnamedModule());
      }
    }
  }

  Class<?> define(String name, byte[] bytes) {
    return defineClass(name, bytes, 0, bytes.length);
  }
}
