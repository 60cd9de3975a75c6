(function () {
  let a = [];
  let x = 12345;
  for (let i = 0; i < 100000; i++) { x = (Math.imul(x, 1103515245) + 12345) & 0x7fffffff; a.push(x); }
  let b = a.slice();
  a.sort((p, q) => p - q);
  b.sort((p, q) => q - p);
  return a[0] + b[0] + a[50000];
})();
