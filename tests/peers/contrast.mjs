// Measures how far the words of SVG pictures stand out from what is painted behind them, which axe-core leaves out.

/** The words whose contrast is below 4.5 (WCAG 2.2, 1.4.3), as texts; runs in the page, where styles are computed. */
export function faintWords() {
  const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const linear = (value) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const fillOf = (element) => channels(getComputedStyle(element).fill);
  const isPainted = (element) => fillOf(element).length === 3;
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const holds = (box, x, y) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  const faint = [];
  for (const picture of document.querySelectorAll('svg')) {
    const painted = [...picture.querySelectorAll('rect, circle')].filter(isPainted);
    for (const words of picture.querySelectorAll('text, tspan')) {
      if (words.textContent.trim() === '') continue;
      const { left, right, top, bottom } = words.getBoundingClientRect();
      const isBehind = (shape) =>
        words.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_PRECEDING &&
        holds(shape.getBoundingClientRect(), (left + right) / 2, (top + bottom) / 2);
      const behind = painted.filter(isBehind).at(-1);
      const ratio = behind ? contrast(fillOf(words), fillOf(behind)) : 0;
      if (ratio < 4.5) faint.push(`${words.textContent} (${ratio.toFixed(2)}:1)`);
    }
  }
  return faint;
}
