local parts = {}
for i = 1, 200000 do parts[i] = "x" end
local s = table.concat(parts) -- appending one by one copies each time
local n = 0
for i = 0, 199999 do n = n + #("item " .. i .. ": " .. i * 2) end
return #s + n
