// What a reader with a keyboard meets: `keyboard` tells of the element that has the focus, and which ones should get it.
(() => {
  const all = [...document.querySelectorAll('*')], order = new Map(all.map((e, i) => [e, i]));
  const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls], video[controls]';
  const name = (e) => `<${e.tagName.toLowerCase()}${e.id ? ` id=${e.id}` : ''}> "${(e.getAttribute('aria-label') ?? e.textContent).trim().replace(/\s+/g, ' ').slice(0, 40)}"`;
  const PARTS = [null, '::before', '::after'];
  const look = (e) => PARTS.map((part) => { const s = getComputedStyle(e, part); return {style: s.outlineStyle, width: s.outlineWidth, color: s.outlineColor, shadow: s.boxShadow}; });
  const before = new Map(all.map((e) => [e, look(e)]));
  const shown = (e) => e.checkVisibility({visibilityProperty: true, opacityProperty: true}) && e.getClientRects().length > 0;

  // A line around it that was not there, in a colour that can be seen, or another shadow: of itself or of a box around it.
  const marked = (e) => look(e).some((is, part) => {
    const was = before.get(e)[part], clear = /^rgba\(.*, 0\)$|^transparent$/.test(is.color);
    const outlined = is.style !== 'none' && parseFloat(is.width) >= 1 && !clear && (was.style !== is.style || was.width !== is.width || was.color !== is.color);
    return outlined || (is.shadow !== 'none' && is.shadow !== was.shadow);
  });
  const indicated = (e) => {
    for (let box = e; box && !box.matches('main, nav, header, footer, body'); box = box.parentElement) if (marked(box)) return true;
    return false;
  };

  // In the window, and nothing lies over its middle.
  const uncovered = (e) => {
    const r = e.getClientRects()[0];
    const middle = (from, to, end) => (Math.max(0, from) + Math.min(end, to)) / 2;
    const inWindow = r.right > 0 && r.bottom > 0 && r.left < innerWidth && r.top < innerHeight;
    const hit = inWindow && document.elementFromPoint(middle(r.left, r.right, innerWidth), middle(r.top, r.bottom, innerHeight));
    return Boolean(hit) && e.contains(hit);
  };

  const region = (e) => order.get(e.closest('nav, main, header, footer, aside') ?? document.body);
  window.keyboard = {
    // The element with the focus; null when the focus has left the page.
    stop: () => {
      const e = document.activeElement;
      if (!e || e === document.body || e === document.documentElement) return null;
      const r = e.getClientRects()[0] ?? e.getBoundingClientRect();
      return {
        order: order.get(e), name: name(e), tabindex: e.tabIndex, region: region(e),
        left: r.left + scrollX, top: r.top + scrollY, right: r.right + scrollX, bottom: r.bottom + scrollY,
        indicated: indicated(e), shown: shown(e), uncovered: shown(e) && uncovered(e),
        closed: e.tagName === 'SUMMARY' && !e.parentElement.open, target: (e.getAttribute('href') ?? '').startsWith('#') ? e.getAttribute('href') : '',
      };
    },
    // What should get the focus, {order: name}: links and controls that are seen, and what asks for it; not every radio button.
    expected: () => Object.fromEntries([...document.querySelectorAll(`${CONTROLS}, [tabindex='0']`)]
      .filter((e) => !e.disabled && shown(e) && !e.closest('[inert]') && !(e.type === 'radio' && !e.checked))
      .map((e) => [order.get(e), name(e)])),
    orderOf: (selector) => order.get(document.querySelector(selector)) ?? -1,
  };
})()
