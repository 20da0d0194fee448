// The texts of pictures that stand out too little from what lies beneath them; axe leaves pictures out.
() => {
  const parse = (color) => {
    const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const over = (top, below) => {
    const mixed = (of) => top[of] * top.a + below[of] * (1 - top.a);
    return { r: mixed("r"), g: mixed("g"), b: mixed("b"), a: 1 };
  };
  const light = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((each) => {
      const part = each / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const painted = (element) => {
    const style = getComputedStyle(element);
    if (!/^rgb/.test(style.fill)) return null;
    const color = parse(style.fill);
    color.a *= Number(style.fillOpacity);
    for (let each = element; each instanceof SVGElement; each = each.parentNode) {
      color.a *= Number(getComputedStyle(each).opacity);
    }
    return color;
  };
  const canvas = matchMedia("(prefers-color-scheme: dark)").matches &&
    !matchMedia("print").matches && /dark/.test(getComputedStyle(document.documentElement).colorScheme)
    ? { r: 18, g: 18, b: 18, a: 1 } : { r: 255, g: 255, b: 255, a: 1 };
  const behind = (svg) => {
    const layers = [];
    for (let each = svg; each instanceof Element; each = each.parentNode) {
      layers.push(parse(getComputedStyle(each).backgroundColor));
    }
    return layers.reverse().reduce((below, top) => over(top, below), canvas);
  };
  const weak = [];
  let seen = 0;
  for (const text of document.querySelectorAll("svg text, svg tspan")) {
    const own = [...text.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
    const box = text.getBoundingClientRect();
    if (!own.length || !box.width || !text.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    seen += 1;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const svg = text.closest("svg");
    let below = behind(svg);
    for (const shape of svg.querySelectorAll("rect, circle, ellipse, polygon")) {
      const at = shape.getBoundingClientRect();
      const before = shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (before && at.left <= x && x <= at.right && at.top <= y && y <= at.bottom && shape.checkVisibility()) {
        const color = painted(shape);
        if (color) below = over(color, below);
      }
    }
    const color = painted(text);
    if (!color) continue;
    const [one, other] = [light(over(color, below)), light(below)];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) weak.push(`${ratio.toFixed(2)} ${text.textContent.trim().slice(0, 40)}`);
  }
  return { seen, weak };
}
