(function () {
  let s = 0;
  for (let i = 0; i < 200000; i++) {
    try { throw i; } catch (e) { s += e; }
  }
  return s;
})();
