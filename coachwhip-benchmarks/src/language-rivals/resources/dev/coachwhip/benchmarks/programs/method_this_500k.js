(function () {
  function bump(n) { this.total += n; this.calls += 1; }
  let o = {total: 0, calls: 0, bump: bump};
  for (let i = 0; i < 500000; i++) { o.bump(i); }
  return o.total + o.calls;
})();
