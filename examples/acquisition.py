"""Simulated data acquisition: ten power readings and their statistics.

Globals the host may set:
    laser_power    power at the first sample, in mW; 5.0 if not set
    exposure_time  time of one exposure, in ms; 100 if not set

Globals for the host to read: data, avg_power, max_power, min_power (mW) and total_exposure (s).
"""

try:
    import numpy as np
except ImportError:
    np = None  # the statistics below do without

laser_power = float(globals().get("laser_power", 5.0))
exposure_time = float(globals().get("exposure_time", 100))

# Acquisition loop
data = []
for i in range(10):
    # Simulate measurement
    measurement = laser_power * (1.0 + 0.1 * i)
    data.append(measurement)
    print(f"Sample {i}: {measurement:.2f} mW")

# Compute statistics
if np is not None:
    avg_power = float(np.mean(data))
    max_power = float(np.max(data))
    min_power = float(np.min(data))
else:
    avg_power = sum(data) / len(data)
    max_power = max(data)
    min_power = min(data)
total_exposure = len(data) * exposure_time / 1000

print(f"Average: {avg_power:.2f} mW")
print(f"Range: {min_power:.2f} - {max_power:.2f} mW")
