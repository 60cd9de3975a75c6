(function () {
  function energy(bodies) {
    let e = 0.0;
    for (let i = 0; i < bodies.length; i++) {
      let b = bodies[i];
      e += 0.5 * b.m * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz);
      for (let j = i + 1; j < bodies.length; j++) {
        let c = bodies[j];
        let dx = b.x - c.x; let dy = b.y - c.y; let dz = b.z - c.z;
        e -= b.m * c.m / Math.sqrt(dx * dx + dy * dy + dz * dz);
      }
    }
    return e;
  }
  const PI = 3.141592653589793;
  const MASS = 4.0 * PI * PI;
  const DAYS = 365.24;
  let bodies = [
    {x: 0.0, y: 0.0, z: 0.0, vx: 0.0, vy: 0.0, vz: 0.0, m: MASS},
    {x: 4.84143144246472090, y: -1.16032004402742839, z: -0.103622044471123109, vx: 0.00166007664274403694 * DAYS, vy: 0.00769901118419740425 * DAYS, vz: -0.0000690460016972063023 * DAYS, m: 0.000954791938424326609 * MASS},
    {x: 8.34336671824457987, y: 4.12479856412430479, z: -0.403523417114321381, vx: -0.00276742510726411054 * DAYS, vy: 0.00499852801234917238 * DAYS, vz: 0.0000230417297573763929 * DAYS, m: 0.000285885980666130812 * MASS},
    {x: 12.8943695621391310, y: -15.1111514016986312, z: -0.223307578892655734, vx: 0.00296460137564761618 * DAYS, vy: 0.00237847173959480950 * DAYS, vz: -0.0000296589568540237556 * DAYS, m: 0.0000436624404335156298 * MASS},
    {x: 15.3796971148509165, y: -25.9193146099879641, z: 0.179258772950371181, vx: 0.00268067772490389322 * DAYS, vy: 0.00162824170038242295 * DAYS, vz: -0.0000951592254519715870 * DAYS, m: 0.0000515138902046611451 * MASS}
  ];
  let px = 0.0; let py = 0.0; let pz = 0.0;
  for (let b of bodies) { px += b.vx * b.m; py += b.vy * b.m; pz += b.vz * b.m; }
  bodies[0].vx = -px / MASS; bodies[0].vy = -py / MASS; bodies[0].vz = -pz / MASS;
  let n = bodies.length;
  for (let step = 0; step < 5000; step++) {
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        let dx = bodies[i].x - bodies[j].x;
        let dy = bodies[i].y - bodies[j].y;
        let dz = bodies[i].z - bodies[j].z;
        let d2 = dx * dx + dy * dy + dz * dz;
        let mag = 0.01 / (d2 * Math.sqrt(d2));
        let mi = bodies[i].m; let mj = bodies[j].m;
        bodies[i].vx -= dx * mj * mag; bodies[i].vy -= dy * mj * mag; bodies[i].vz -= dz * mj * mag;
        bodies[j].vx += dx * mi * mag; bodies[j].vy += dy * mi * mag; bodies[j].vz += dz * mi * mag;
      }
    }
    for (let i = 0; i < n; i++) {
      bodies[i].x += 0.01 * bodies[i].vx;
      bodies[i].y += 0.01 * bodies[i].vy;
      bodies[i].z += 0.01 * bodies[i].vz;
    }
  }
  return energy(bodies);
})();
