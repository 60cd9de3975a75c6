local count = 0
for py = 0, 199 do
  for px = 0, 199 do
    local x0 = px * 0.015 - 2.0
    local y0 = py * 0.01 - 1.0
    local x, y, i = 0.0, 0.0, 0
    while i < 50 and x * x + y * y <= 4.0 do
      local t = x * x - y * y + x0
      y = 2.0 * x * y + y0
      x = t
      i = i + 1
    end
    count = count + i
  end
end
return count
