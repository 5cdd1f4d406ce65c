// What does not fit: measures the open page; every finding is a sentence that names the element.
(() => {
  const SLACK = 1.5;
  const name = (e) => `<${e.tagName.toLowerCase()}${e.id ? ` id=${e.id}` : ''}${e.className && typeof e.className === 'string' ? ` class="${e.className}"` : ''}>`;
  const quoted = (text) => `"${text.trim().replace(/\s+/g, ' ').slice(0, 50)}"`;
  const shown = (e) => e.checkVisibility({visibilityProperty: true, opacityProperty: true});

  // The visible texts with the rectangle of each of their lines.
  const texts = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || !shown(element) || element.closest('title, script, style, svg')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].filter((line) => line.width > 1 && line.height > 1);
      if (lines.length) found.push({element, text: quoted(node.data), lines});
    }
    return found;
  };

  // Hidden on purpose, for screen readers or until it has the focus: a box of a pixel, or one that lies wholly outside.
  const aside = (e) => {
    for (let box = e; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box), place = box.getBoundingClientRect();
      const cut = style.clipPath.startsWith('inset(') || (style.clip !== 'auto' && style.clip !== '');
      if (cut || (style.overflow !== 'visible' && (place.width <= 1 || place.height <= 1))) return true;
      if (['absolute', 'fixed'].includes(style.position) && (place.right <= 0 || place.bottom + scrollY <= 0)) return true;
    }
    return false;
  };

  // The page is wider than the window.
  const overflow = () => {
    const width = document.scrollingElement.scrollWidth;
    if (width <= innerWidth) return [];
    const inScroller = (e) => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return true; return false; };
    const wide = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > innerWidth + SLACK && !inScroller(e));
    const outer = wide.filter((e) => !wide.includes(e.parentElement)), inner = wide.filter((e) => !wide.some((o) => o !== e && e.contains(o)));
    return [`the page is ${width - innerWidth} px too wide: ${[...new Set([...outer, ...inner])].slice(0, 4).map(name).join(' ')}`];
  };

  // A box cuts a text off, or the text lies beside the window without a way to scroll there.
  const clipped = () => texts(document.body).flatMap(({element, text, lines}) => {
    if (aside(element)) return [];
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box), place = box.getBoundingClientRect();
      const scrolls = (value) => value === 'auto' || value === 'scroll', cuts = (value) => value === 'hidden' || value === 'clip';
      if (scrolls(style.overflowX) || scrolls(style.overflowY)) return [];
      const across = cuts(style.overflowX) && lines.some((l) => l.left < place.left - SLACK || l.right > place.right + SLACK);
      const down = cuts(style.overflowY) && lines.some((l) => l.top < place.top - 4 || l.bottom > place.bottom + 4);
      if (across || down) return [`${name(box)} cuts off ${text}`];
    }
    const beside = lines.some((l) => l.left < -SLACK || l.right > innerWidth + SLACK);
    return beside ? [`${text} in ${name(element)} lies beside the window`] : [];
  });

  // Two texts of the page's frame lie over each other.
  const overlapping = () => [...document.querySelectorAll('header, nav, footer')].flatMap((part) => {
    const found = texts(part).filter(({element}) => !aside(element) && !element.closest('details[open] > :not(summary)'));
    const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 4 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6;
    return found.flatMap((one, i) => found.slice(i + 1).filter((other) => one.lines.some((a) => other.lines.some((b) => over(a, b))))
      .map((other) => `${one.text} and ${other.text} overlap in ${name(part)}`));
  });

  return [...new Set([...overflow(), ...clipped(), ...overlapping()])];
})()
