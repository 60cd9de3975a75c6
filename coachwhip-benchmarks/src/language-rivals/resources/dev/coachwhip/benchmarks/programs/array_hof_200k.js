(function () {
  let a = [];
  for (let i = 0; i < 200000; i++) { a.push(i); }
  return a.map(x => x * 3).filter(x => x % 2 === 0).reduce((sum, x) => sum + x, 0);
})();
