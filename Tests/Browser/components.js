// What does not fit in the drawings of the open page, as the browser lays them out; every finding names the element.
(() => {
  const SLACK = 1, LEAST_CONTRAST = 4.5, LEAST_OF_LARGE = 3;
  const quoted = (text) => `"${text.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)}"`;
  const named = (svg) => `the drawing ${quoted(svg.querySelector('title') || svg)}`;

  // The box of a text without the room that its font keeps above and below the letters.
  const box = (text) => {
    const {left, right, top, bottom} = text.getBoundingClientRect(), size = bottom - top;
    return {left, right, top: top + size * 0.16, bottom: bottom - size * 0.12};
  };
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK;
  const leaves = (a, frame) => a.left < frame.left - SLACK || a.right > frame.right + SLACK || a.top < frame.top - SLACK || a.bottom > frame.bottom + SLACK;

  const texts = (svg) => [...svg.querySelectorAll('text')].filter((text) => text.textContent.trim()).map((text) => ({text, box: box(text)}));

  const places = (svg) => {
    const all = texts(svg), frame = svg.getBoundingClientRect();
    const outside = all.filter((one) => leaves(one.box, frame)).map((one) => `${quoted(one.text)} leaves ${named(svg)}`);
    const pairs = all.flatMap((one, i) => all.slice(i + 1).filter((other) => over(one.box, other.box))
      .map((other) => `${quoted(one.text)} and ${quoted(other.text)} overlap in ${named(svg)}`));
    return [...outside, ...pairs];
  };

  // A drawing that is wider than its place scrolls in it; the place itself stays on the page.
  const widths = (svg) => {
    const place = svg.closest('.canvas, .table') || svg.parentElement, outer = place.getBoundingClientRect(), inner = svg.getBoundingClientRect();
    const scrolls = ['auto', 'scroll'].includes(getComputedStyle(place).overflowX) && !matchMedia('print').matches;
    const found = [];
    if (inner.width < 1 || inner.height < 1) found.push(`${named(svg)} is not to be seen`);
    if (inner.right > outer.right + SLACK && !scrolls) found.push(`${named(svg)} is ${Math.round(inner.right - outer.right)} px wider than its place`);
    if (outer.right > innerWidth + SLACK || outer.left < -SLACK) found.push(`the place of ${named(svg)} lies beside the page`);
    return found;
  };

  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((value) => value / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const isPaint = (colour) => colour.startsWith('rgb') && !/^rgba\(.*, 0\)$/.test(colour);
  const behind = (svg, text) => {
    const area = text.getBBox(), point = new DOMPoint(area.x + area.width / 2, area.y + area.height / 2);
    const shapes = [...svg.querySelectorAll('rect, circle, path, polygon, ellipse')].filter((shape) => {
      const isBefore = shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
      return isBefore && isPaint(getComputedStyle(shape).fill) && shape.isPointInFill(point);
    });
    if (shapes.length) return getComputedStyle(shapes.pop()).fill;
    for (let outer = svg; outer; outer = outer.parentElement) {
      const colour = getComputedStyle(outer).backgroundColor;
      if (isPaint(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const contrasts = (svg) => texts(svg).flatMap(({text}) => {
    const style = getComputedStyle(text), [a, b] = [light(style.fill), light(behind(svg, text))].sort((x, y) => y - x);
    const isLarge = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 600);
    const contrast = (a + 0.05) / (b + 0.05);
    return contrast >= (isLarge ? LEAST_OF_LARGE : LEAST_CONTRAST) ? [] : [`${quoted(text)} has a contrast of ${contrast.toFixed(1)} in ${named(svg)}`];
  });

  const drawings = [...document.querySelectorAll('figure.chart svg, svg.drawing')];
  const width = document.scrollingElement.scrollWidth;
  const scrollsByItself = (e) => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return true; return false; };
  const wide = () => [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > innerWidth + SLACK && !scrollsByItself(e));
  const told = (e) => `<${e.tagName.toLowerCase()} class="${e.getAttribute('class') || ''}"> ${quoted(e)}`;
  // On paper a wide table makes the browser print everything smaller; that is no matter of drawings.
  const page = width > innerWidth && !matchMedia('print').matches ? [`the page is ${width - innerWidth} px too wide: ${wide().slice(0, 3).map(told).join(', ')}`] : [];
  return [...new Set([...page, ...drawings.flatMap((svg) => [...widths(svg), ...places(svg), ...contrasts(svg)])])];
})()
