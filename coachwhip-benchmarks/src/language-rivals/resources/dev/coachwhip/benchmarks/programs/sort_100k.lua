local a, b = {}, {}
local x = 12345
for i = 1, 100000 do
  -- x * 1103515245 modulo 2^31, in parts that a double holds
  local high, low = math.floor(x / 65536), x % 65536
  x = ((high * 1103515245) % 32768 * 65536 + low * 1103515245 + 12345) % 2147483648
  a[i] = x
  b[i] = x
end
table.sort(a)
table.sort(b, function(p, q) return p > q end)
return a[1] + b[1] + a[50001]
