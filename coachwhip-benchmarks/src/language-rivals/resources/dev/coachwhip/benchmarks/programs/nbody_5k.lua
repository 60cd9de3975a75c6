local function energy(bodies)
  local e = 0.0
  for i = 1, #bodies do
    local b = bodies[i]
    e = e + (0.5 * b.m * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz))
    for j = i + 1, #bodies do
      local c = bodies[j]
      local dx = b.x - c.x; local dy = b.y - c.y; local dz = b.z - c.z
      e = e - (b.m * c.m / math.sqrt(dx * dx + dy * dy + dz * dz))
    end
  end
  return e
end
local PI = 3.141592653589793
local MASS = 4.0 * PI * PI
local DAYS = 365.24
local bodies = {
  {x=0.0, y=0.0, z=0.0, vx=0.0, vy=0.0, vz=0.0, m=MASS},
  {x=4.84143144246472090, y=-1.16032004402742839, z=-0.103622044471123109, vx=0.00166007664274403694 * DAYS, vy=0.00769901118419740425 * DAYS, vz=-0.0000690460016972063023 * DAYS, m=0.000954791938424326609 * MASS},
  {x=8.34336671824457987, y=4.12479856412430479, z=-0.403523417114321381, vx=-0.00276742510726411054 * DAYS, vy=0.00499852801234917238 * DAYS, vz=0.0000230417297573763929 * DAYS, m=0.000285885980666130812 * MASS},
  {x=12.8943695621391310, y=-15.1111514016986312, z=-0.223307578892655734, vx=0.00296460137564761618 * DAYS, vy=0.00237847173959480950 * DAYS, vz=-0.0000296589568540237556 * DAYS, m=0.0000436624404335156298 * MASS},
  {x=15.3796971148509165, y=-25.9193146099879641, z=0.179258772950371181, vx=0.00268067772490389322 * DAYS, vy=0.00162824170038242295 * DAYS, vz=-0.0000951592254519715870 * DAYS, m=0.0000515138902046611451 * MASS}
}
local px = 0.0; local py = 0.0; local pz = 0.0
for _, b in ipairs(bodies) do px = px + (b.vx * b.m); py = py + (b.vy * b.m); pz = pz + (b.vz * b.m); end
bodies[1].vx = -px / MASS; bodies[1].vy = -py / MASS; bodies[1].vz = -pz / MASS
local n = #bodies
for step = 1, 5000 do
  for i = 1, n do
    for j = i + 1, n do
      local dx = bodies[i].x - bodies[j].x
      local dy = bodies[i].y - bodies[j].y
      local dz = bodies[i].z - bodies[j].z
      local d2 = dx * dx + dy * dy + dz * dz
      local mag = 0.01 / (d2 * math.sqrt(d2))
      local mi = bodies[i].m; local mj = bodies[j].m
      bodies[i].vx = bodies[i].vx - (dx * mj * mag); bodies[i].vy = bodies[i].vy - (dy * mj * mag); bodies[i].vz = bodies[i].vz - (dz * mj * mag)
      bodies[j].vx = bodies[j].vx + (dx * mi * mag); bodies[j].vy = bodies[j].vy + (dy * mi * mag); bodies[j].vz = bodies[j].vz + (dz * mi * mag)
    end
  end
  for i = 1, n do
    bodies[i].x = bodies[i].x + (0.01 * bodies[i].vx)
    bodies[i].y = bodies[i].y + (0.01 * bodies[i].vy)
    bodies[i].z = bodies[i].z + (0.01 * bodies[i].vz)
  end
end
return energy(bodies)
