(function () {
  let best = 0, arg = 0;
  for (let n = 1; n < 30000; n++) {
    let x = n, len = 0;
    while (x !== 1) {
      if (x % 2 === 0) { x /= 2; } else { x = 3 * x + 1; }
      len += 1;
    }
    if (len > best) { best = len; arg = n; }
  }
  return best * 1000000 + arg;
})();
