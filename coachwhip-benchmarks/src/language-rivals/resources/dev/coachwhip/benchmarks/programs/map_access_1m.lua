local m = {a = 1, b = 2, c = 3, count = 0}
for i = 0, 999999 do m.count = m.count + m.b end
local keys = {"a", "b", "c", "count"}
local s = 0
for i = 0, 499999 do s = s + m[keys[i % 4 + 1]] end
return s
