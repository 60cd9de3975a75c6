package dev.coachwhip.python.policy;

import dev.coachwhip.Policy.Operation;
import dev.coachwhip.python.policy.FileCheck.Access;
import dev.coachwhip.python.policy.OperationCheck.Exempt;

/** Which audit events are looked at, and how. */
final class Events {

  // CPython's table: https://docs.python.org/3/library/audit_events.html. What is not named here
  // either reaches the system through something that is (shutil, tempfile, pathlib, urllib), or is
  // nothing that a policy speaks of.

  private final EventNames names = new EventNames();

  private Events() {}

  static EventNames all() {
    Events events = new Events();
    events.addCode();
    events.addFiles();
    events.addLinks();
    events.addFileAttributes();
    events.addSockets();
    events.addProcesses();
    events.addNativeCode();
    events.addEnvironment();
    return events.names;
  }

  private void addCode() {
    names.add("import", new ImportCheck());
    names.add("pickle.find_class", new PickleCheck());
    names.add("compile", new CompileCheck(false));
    names.add("code.__new__", new CompileCheck(true));
  }

  private void addFiles() {
    names.add("open", new OpenCheck(GuardedPython.creatingBits()));
    file("os.listdir", "listing the folder", Access.READ);
    file("os.scandir", "listing the folder", Access.READ);
    names.add("os.chdir", new FilesCheck("changing the working folder"));
    names.add("os.mkdir", new FileCheck("making the folder", Access.WRITE, 0, 2, false));
    names.add("os.rmdir", new FileCheck("removing the folder", Access.WRITE, 0, 1, false));
    names.add("os.remove", new FileCheck("removing the file", Access.WRITE, 0, 1, false));
    file("os.truncate", "truncating the file", Access.WRITE);
    names.add("mmap.__new__", new MapCheck());
    names.add("sqlite3.connect", new FilesCheck("opening a database"));
    names.add("winreg.", new FilesCheck("using the registry"));
  }

  private void addLinks() {
    both("os.rename", new Two("renaming", 0, 2, 1, 3));
    both("os.link", new Two("linking", 0, 2, 1, 3));
    names.add("os.symlink", new FileCheck("making the link", Access.WRITE, 1, 2, false));
  }

  /**
   * Two paths of one event, both changed.
   *
   * @param description what happens
   * @param from which argument the first path is
   * @param fromFolder which one its folder is
   */
  private record Two(String description, int from, int fromFolder, int to, int toFolder)
      implements Check {
    @Override
    public void require(Guard guard, AuditEvent event) {
      new FileCheck(description, Access.WRITE, from, fromFolder, false).require(guard, event);
      new FileCheck(description, Access.WRITE, to, toFolder, false).require(guard, event);
    }
  }

  private void both(String event, Two check) {
    names.add(event, check);
  }

  private void addFileAttributes() {
    names.add("os.chmod", new FileCheck("changing", Access.WRITE, 0, 2, true));
    names.add("os.chown", new FileCheck("changing", Access.WRITE, 0, 3, true));
    names.add("os.utime", new FileCheck("changing", Access.WRITE, 0, 3, true));
    file("os.chflags", "changing", Access.WRITE);
    file("os.setxattr", "changing", Access.WRITE);
    file("os.removexattr", "changing", Access.WRITE);
    file("os.getxattr", "reading the attributes of", Access.READ);
    file("os.listxattr", "reading the attributes of", Access.READ);
  }

  private void file(String event, String description, Access access) {
    names.add(event, new FileCheck(description, access, true));
  }

  private void addSockets() {
    names.add("socket.__new__", new SocketCheck());
    operation("socket.connect", Operation.SOCKETS, "connecting a socket");
    operation("socket.bind", Operation.SOCKETS, "binding a socket");
    for (String lookUp : new String[] {"addrinfo", "nameinfo", "hostbyname", "hostbyaddr"}) {
      operation("socket.get" + lookUp, Operation.SOCKETS, "looking up a host");
    }
    operation("socket.", Operation.SOCKETS, "using a socket");
    operation("syslog.", Operation.SOCKETS, "writing to the system's log");
  }

  private void addProcesses() {
    for (String event :
        new String[] {
          "subprocess.Popen", "os.system", "os.posix_spawn", "os.spawn", "os.startfile",
          "os.startfile/2", "os.fork", "os.forkpty", "pty.spawn", "_winapi.CreateProcess"
        }) {
      operation(event, Operation.PROCESSES, "starting a process");
    }
    operation("os.exec", Operation.PROCESSES, "replacing the process");
    names.add("os.kill", new KillCheck());
    for (String event :
        new String[] {"os.killpg", "signal.pthread_kill", "_winapi.TerminateProcess"}) {
      operation(event, Operation.PROCESSES, "sending a signal to a process");
    }
    operation("_winapi.OpenProcess", Operation.PROCESSES, "opening a process");
    operation("sys.remote_exec", Operation.PROCESSES, "running code in a process");
    for (String event : new String[] {"resource.setrlimit", "resource.prlimit"}) {
      operation(event, Operation.PROCESSES, "setting the process's limits");
    }
  }

  private void addNativeCode() {
    for (String event :
        new String[] {
          "ctypes.dlopen", "ctypes.dlsym", "ctypes.dlsym/handle", "os.add_dll_directory"
        }) {
      names.add(
          event, new OperationCheck(Operation.NATIVE_CODE, "loading native code", Exempt.IMPORTS));
    }
    names.add(
        "ctypes.", new OperationCheck(Operation.NATIVE_CODE, "using ctypes", Exempt.LIBRARIES));
    names.add(
        "function.__new__",
        new OperationCheck(Operation.NATIVE_CODE, "making a function of code", Exempt.LIBRARIES));
    operation("sys.addaudithook", Operation.NATIVE_CODE, "adding an audit hook");
    operation("sqlite3.enable_load_extension", Operation.NATIVE_CODE, "loading native code");
    operation("sqlite3.load_extension", Operation.NATIVE_CODE, "loading native code");
  }

  private void addEnvironment() {
    for (String event : new String[] {"os.putenv", "os.unsetenv"}) {
      names.add(
          event,
          new OperationCheck(
              Operation.ENVIRONMENT, "changing an environment variable", Exempt.IMPORTS));
    }
  }

  private void operation(String event, Operation operation, String description) {
    names.add(event, new OperationCheck(operation, description, Exempt.NOBODY));
  }
}
