package dev.coachwhip.rhai.compile;

import java.util.List;

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

  /** Defines the classes of a script; returns the first. */
  Class<?> define(List<byte[]> classes) {
    for (int i = 1; i < classes.size(); i++) {
      define(ScriptModel.className(i), classes.get(i));
    }
    return define(ScriptModel.className(0), classes.getFirst());
  }

  private Class<?> define(String name, byte[] bytes) {
    return defineClass(name, bytes, 0, bytes.length);
  }
}
