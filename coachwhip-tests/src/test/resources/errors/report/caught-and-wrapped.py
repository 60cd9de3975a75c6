from coachwhip.java.io import IOException

try:
    move(1)
except IOException as e:
    raise RuntimeError('scan failed') from e
