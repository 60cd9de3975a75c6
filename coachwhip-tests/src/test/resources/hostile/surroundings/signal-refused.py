# expect error: ValueError: signal only works in main thread
import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)
