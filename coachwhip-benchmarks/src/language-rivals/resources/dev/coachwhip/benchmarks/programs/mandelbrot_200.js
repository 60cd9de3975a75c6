(function () {
  let count = 0;
  for (let py = 0; py < 200; py++) {
    for (let px = 0; px < 200; px++) {
      let x0 = px * 0.015 - 2.0;
      let y0 = py * 0.01 - 1.0;
      let x = 0.0, y = 0.0, i = 0;
      while (i < 50 && x * x + y * y <= 4.0) {
        let t = x * x - y * y + x0;
        y = 2.0 * x * y + y0;
        x = t;
        i += 1;
      }
      count += i;
    }
  }
  return count;
})();
