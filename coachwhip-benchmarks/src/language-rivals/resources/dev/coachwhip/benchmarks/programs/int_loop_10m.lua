local band, rshift = bit32.band, bit32.rshift
local s = 0
local i = 0
while i < 10000000 do
  s = s + band(i, 7) * 3 - rshift(i, 2) % 5
  i = i + 1
end
return s
