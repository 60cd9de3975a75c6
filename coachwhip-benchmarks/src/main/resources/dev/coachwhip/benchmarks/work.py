"""Work for the benchmarks, in the Python that 2.7 and 3 have in common."""


def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


class Body(object):
    def __init__(self, mass, x, y, vx, vy):
        self.mass = mass
        self.x = x
        self.y = y
        self.vx = vx
        self.vy = vy


def attract(one, other, dt):
    dx = other.x - one.x
    dy = other.y - one.y
    strength = dt / (dx * dx + dy * dy) ** 1.5
    one.vx += dx * other.mass * strength
    one.vy += dy * other.mass * strength
    other.vx -= dx * one.mass * strength
    other.vy -= dy * one.mass * strength


def orbits(steps):
    """Returns the last planet's distance from the star, in thousandths."""
    star = Body(1.0, 0.0, 0.0, 0.0, 0.0)
    planets = [Body(1e-6, r, 0.0, 0.0, r ** -0.5) for r in (1.0, 1.5, 2.2, 3.0)]
    bodies = [star] + planets
    for step in range(steps):
        for i in range(len(bodies)):
            for j in range(i + 1, len(bodies)):
                attract(bodies[i], bodies[j], 0.001)
        for body in bodies:
            body.x += body.vx * 0.001
            body.y += body.vy * 0.001
    last = bodies[-1]
    return int(1000 * ((last.x - star.x) ** 2 + (last.y - star.y) ** 2) ** 0.5)
