package dev.coachwhip.worker.sandbox;

import dev.coachwhip.worker.ffi.SystemCall;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The system calls that a confined process may make, whatever their arguments; {@link CheckedCalls}
 * has those that depend on them. What is in neither is refused: a call that nobody thought of, or
 * that a later kernel brings, is closed and not open.
 */
final class AllowedCalls {

  private static final String ALWAYS =
      """
      read write readv writev pread64 pwrite64 preadv pwritev preadv2 pwritev2 close close_range
      lseek sendfile splice tee copy_file_range dup dup2 dup3 flock fsync fdatasync
      sync_file_range fadvise64 fallocate ftruncate readahead pipe pipe2 eventfd eventfd2
      stat fstat lstat newfstatat statx access faccessat faccessat2 readlink readlinkat getcwd
      chdir fchdir getdents getdents64 creat mkdir mkdirat rmdir unlink unlinkat rename renameat
      renameat2 link linkat symlink symlinkat statfs fstatfs umask
      getxattr lgetxattr fgetxattr listxattr llistxattr flistxattr
      mmap munmap mremap mprotect madvise mincore msync mlock mlock2 munlock mlockall munlockall
      brk membarrier get_mempolicy
      clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time times getrusage
      timer_create timer_settime timer_gettime timer_getoverrun timer_delete
      timerfd_create timerfd_settime timerfd_gettime setitimer getitimer alarm
      futex futex_waitv futex_wake futex_wait futex_requeue set_robust_list get_robust_list rseq
      set_tid_address sched_yield sched_getaffinity sched_getparam sched_getscheduler
      sched_get_priority_max sched_get_priority_min sched_rr_get_interval getpriority
      exit exit_group restart_syscall
      gettid getpid getppid getuid geteuid getgid getegid getresuid getresgid getgroups getpgrp
      getpgid getsid uname sysinfo getcpu getrandom getrlimit capget
      rt_sigaction rt_sigprocmask rt_sigreturn rt_sigtimedwait rt_sigpending rt_sigsuspend
      sigaltstack pause signalfd signalfd4
      poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait
      epoll_pwait2 wait4 waitid
      recvfrom sendmsg recvmsg sendmmsg recvmmsg shutdown getsockname getpeername getsockopt
      setsockopt
      """;

  /** Landlock knows nothing of these: with them a script could harm files it may not open. */
  private static final String WITH_FILES =
      """
      truncate chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat
      utime utimes futimesat utimensat
      setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr
      inotify_init inotify_init1 inotify_add_watch inotify_rm_watch memfd_create
      """;

  private static final String WITH_SOCKETS = "connect bind listen accept accept4 sendto";

  /** {@code arch_prctl} is the first that a program on x86-64 makes. */
  private static final String WITH_PROCESSES =
      """
      arch_prctl
      fork vfork execve execveat setsid setpgid kill tkill tgkill pidfd_open pidfd_send_signal
      rt_sigqueueinfo rt_tgsigqueueinfo
      """;

  private AllowedCalls() {}

  /** Returns those that some rules allow. */
  static Set<SystemCall> under(CallRules rules) {
    Set<SystemCall> allowed = EnumSet.noneOf(SystemCall.class);
    add(allowed, ALWAYS);
    if (!rules.restrictsFiles()) {
      add(allowed, WITH_FILES);
    }
    if (rules.sockets()) {
      add(allowed, WITH_SOCKETS);
    }
    if (rules.processes()) {
      add(allowed, WITH_PROCESSES);
    }
    return allowed;
  }

  private static void add(Set<SystemCall> calls, String names) {
    for (String name : names.strip().split("\\s+", -1)) {
      calls.add(SystemCall.valueOf(name.toUpperCase(Locale.ROOT)));
    }
  }
}
