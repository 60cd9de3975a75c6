# expect: 42
import subprocess
import sys

answer = subprocess.run([sys.executable, "-c", "print(6 * 7)"], capture_output=True, text=True, check=True)
int(answer.stdout)
