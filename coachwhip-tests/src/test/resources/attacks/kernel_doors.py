# wants: the parts of the kernel that most exploits begin with
# success: one answers with anything but a refusal
# variants: native
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
calls = {
    "personality": (135, 0x0008), "mount": (165, 0, 0, 0, 0, 0), "umount2": (166, 0, 0),
    "pivot_root": (155, 0, 0), "chroot": (161, b"/"), "setns": (308, 3, 0), "unshare": (272, 0x10000000),
    "bpf": (321, 0, 0, 0), "perf_event_open": (298, 0, 0, -1, -1, 0), "add_key": (248, 0, 0, 0, 0, 0),
    "request_key": (249, 0, 0, 0, 0), "keyctl": (250, 0, -3, 0), "init_module": (175, 0, 0, 0),
    "finit_module": (313, 3, 0, 0), "delete_module": (176, 0, 0), "kexec_load": (246, 0, 0, 0, 0),
    "reboot": (169, 0, 0, 0, 0), "swapon": (167, 0, 0), "userfaultfd": (323, 0), "ioperm": (173, 0, 1, 1),
    "iopl": (172, 3), "acct": (163, 0), "quotactl": (179, 0, 0, 0, 0), "fsopen": (430, b"tmpfs", 0),
    "open_tree": (428, -100, b"/", 1), "move_mount": (429, -1, b"", -1, b"", 0), "syslog": (103, 2, 0, 0),
    "lookup_dcookie": (212, 0, 0, 0), "modify_ldt": (154, 0, 0, 0), "sethostname": (170, b"x", 1),
    "vhangup": (153,), "fanotify_init": (300, 0, 0), "inotify_init": (253,), "memfd_secret": (447, 0),
    "uselib": (134, 0), "migrate_pages": (256, 0, 0, 0, 0), "process_madvise": (440, 3, 0, 0, 0, 0),
}
attempt(*[lambda arguments=arguments: granted(libc.syscall(*arguments)) for arguments in calls.values()])
