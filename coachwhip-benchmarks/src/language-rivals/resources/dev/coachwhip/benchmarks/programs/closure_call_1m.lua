local k = 3
local f = function(x) return x + k end
local s = 0
for i = 0, 999999 do s = s + f(i) end
return s
