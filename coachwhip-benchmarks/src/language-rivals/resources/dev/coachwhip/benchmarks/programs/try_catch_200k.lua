local s = 0
for i = 0, 199999 do
  local ok, e = pcall(error, i)
  if not ok then s = s + e end
end
return s
