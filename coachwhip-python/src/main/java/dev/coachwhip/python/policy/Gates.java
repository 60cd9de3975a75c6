package dev.coachwhip.python.policy;

import dev.coachwhip.Policy.Operation;
import dev.coachwhip.python.ffi.PyMethodDefs;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Text;
import dev.coachwhip.python.policy.OperationCheck.Exempt;

/** Puts gates in front of the functions that raise no audit event. Attached. */
final class Gates {

  private static final long BUILTIN = Interpreter.running().helper("_policy", "builtin");

  private Gates() {}

  static void close() {
    Check exit = new OperationCheck(Operation.EXIT, "ending the process", Exempt.NOBODY);
    for (String name : new String[] {"_exit", "abort"}) {
      put("os", name, exit);
    }
    for (String name : new String[] {"raise_signal", "alarm", "setitimer"}) {
      put("_signal", name, exit);
    }
    for (String name :
        new String[] {
          "_sigsegv",
          "_sigabrt",
          "_sigfpe",
          "_read_null",
          "_fatal_error",
          "_fatal_error_c_thread",
          "_stack_overflow",
          "dump_traceback_later"
        }) {
      put("faulthandler", name, exit);
    }
    closeImport();
    closeProcesses();
    put(
        "os",
        "_create_environ",
        new OperationCheck(Operation.ENVIRONMENT, "reading the environment", Exempt.NOBODY));
    closeFiles();
  }

  private static void closeImport() {
    long definition = definition("builtins", "__import__");
    if (definition != 0) {
      new ImportGate(definition, PyMethodDefs.flags(definition)).close(definition);
    }
  }

  private static void closeProcesses() {
    Check start = new OperationCheck(Operation.PROCESSES, "starting a process", Exempt.NOBODY);
    put("_posixsubprocess", "fork_exec", start);
    put(
        "_signal",
        "pidfd_send_signal",
        new OperationCheck(Operation.PROCESSES, "sending a signal to a process", Exempt.NOBODY));
  }

  private static void closeFiles() {
    put("os", "mkfifo", new FileCheck("making the file", FileCheck.Access.WRITE, false));
    put("os", "mknod", new FileCheck("making the file", FileCheck.Access.WRITE, false));
    put("os", "chroot", new FilesCheck("changing the root folder"));
    closeDescriptors();
    long open = definition("os", "open");
    if (open != 0) {
      new FolderGate(open).close(open);
    }
  }

  private static void closeDescriptors() {
    descriptors("reading", FileCheck.Access.READ, 1, "read", "pread", "readv", "preadv", "dup");
    descriptors("writing", FileCheck.Access.WRITE, 1, "write", "pwrite", "writev", "pwritev");
    descriptors("copying", FileCheck.Access.WRITE, 2, "sendfile", "copy_file_range", "splice");
    descriptors("closing", FileCheck.Access.READ, 1, "close");
    descriptors("closing", FileCheck.Access.WRITE, 2, "closerange", "dup2");
  }

  private static void descriptors(
      String description, FileCheck.Access access, int arguments, String... functions) {
    Check use = new Descriptors.Use(description, access, arguments);
    for (String function : functions) {
      put("os", function, use);
    }
  }

  private static void put(String module, String name, Check check) {
    long definition = definition(module, name);
    if (definition != 0) {
      new Gate(definition, check).close(definition);
    }
  }

  /** Returns where a function is defined, 0 if this Python has none. */
  private static long definition(String module, String name) {
    Attachment attachment = Attachment.ofUpcall();
    long moduleText = Text.toPython(module, attachment);
    long nameText = Text.toPython(name, attachment);
    long function = Calls.call(BUILTIN, attachment, moduleText, nameText);
    PyRefs.Py_DecRef(nameText);
    PyRefs.Py_DecRef(moduleText);
    long definition = function == Py.NONE ? 0 : PyMethodDefs.of(function);
    PyRefs.Py_DecRef(function); // its module holds it, and the definition is static
    return definition;
  }
}
