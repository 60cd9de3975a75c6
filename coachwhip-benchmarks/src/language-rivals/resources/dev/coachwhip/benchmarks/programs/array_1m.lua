local a = {}
for i = 0, 999999 do a[#a + 1] = i end
local s = 0
for i = 1, 1000000 do s = s + a[i] end
for i = 1, 1000000 do a[i] = a[i] + 1 end
return s + a[1000000]
