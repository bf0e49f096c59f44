// A diagram of the page that shows how far a run has come.
const svgNames = 'http://www.w3.org/2000/svg';
const leastScale = 0.62; // a picture is made no smaller than that; it scrolls instead
const mostScale = 1.3;
const headMargin = 6;

// The drawing of one level, with a light on the arrows of the stop and a veil over what has not happened yet.
class Picture {
  constructor(article, level) {
    this.frame = article.querySelector(`.frame[data-level="${level}"]`);
    this.drawing = this.frame.querySelector('svg');
    this.arrows = [...this.drawing.querySelectorAll('.arrow')];
    this.current = [];
    const { width, height } = this.drawing.viewBox.baseVal;
    this.size = { width, height };
    this.light = this.rectangle('spotlight');
    this.veil = this.rectangle('veil');
    this.drawing.querySelector('.page').after(this.light);
    this.drawing.append(this.veil);
    this.drawing.style.minWidth = `${Math.round(this.size.width * leastScale)}px`;
    this.drawing.style.maxWidth = `${Math.round(this.size.width * mostScale)}px`;
    this.addHeads();
  }

  // The names of the lifelines, which stay in sight.
  addHeads() {
    const participants = this.drawing.querySelector('[role="list"]');
    const { y, height } = participants.querySelector('rect').getBBox();
    const heads = document.createElementNS(svgNames, 'svg');
    heads.setAttribute('class', `${this.drawing.getAttribute('class')} heads`);
    heads.setAttribute('viewBox', `0 ${y - headMargin} ${this.size.width} ${height + 2 * headMargin}`);
    heads.setAttribute('aria-hidden', 'true');
    heads.style.minWidth = this.drawing.style.minWidth;
    heads.style.maxWidth = this.drawing.style.maxWidth;
    for (const item of participants.children) {
      const copy = item.cloneNode(true);
      for (const line of copy.querySelectorAll('.lifeline')) line.remove();
      heads.append(copy);
    }
    this.heads = heads;
    this.frame.prepend(heads);
    this.top = y + height + 2;
    this.crop(true);
  }

  // The names stand above already; on paper the picture is whole.
  crop(isCropped) {
    const top = isCropped ? this.top : 0;
    this.drawing.setAttribute('viewBox', `0 ${top} ${this.size.width} ${this.size.height - top}`);
    this.drawing.setAttribute('height', this.size.height - top);
  }

  rectangle(className) {
    const rectangle = document.createElementNS(svgNames, 'rect');
    rectangle.setAttribute('class', className);
    rectangle.setAttribute('x', 0);
    rectangle.setAttribute('width', this.size.width);
    rectangle.setAttribute('aria-hidden', 'true');
    return rectangle;
  }

  place(rectangle, top, bottom) {
    rectangle.setAttribute('y', top);
    rectangle.setAttribute('height', Math.max(0, bottom - top));
  }

  topOf(arrow) { return this.arrows[arrow].getBBox().y - 6; }
  bottomOf(arrow) { return arrow + 1 < this.arrows.length ? this.topOf(arrow + 1) : this.size.height; }

  show(arrow, arrows, reached) {
    for (const element of this.current) element.classList.remove('current');
    this.current = this.arrows.slice(arrow, arrow + arrows);
    for (const element of this.current) element.classList.add('current');
    if (this.arrows.length === 0) return;
    const edge = reached < 0 ? this.topOf(0) : this.bottomOf(reached);
    this.place(this.veil, edge, this.size.height);
    const top = arrows > 0 ? this.topOf(arrow) : edge;
    this.place(this.light, top, arrows > 0 ? this.bottomOf(arrow + arrows - 1) : edge);
    this.reveal(top, arrows > 0 ? this.bottomOf(arrow + arrows - 1) : edge);
  }

  // Scrolls so that what has just happened stands in the lower half, and its middle in sight.
  reveal(top, bottom) {
    const box = this.drawing.getBoundingClientRect();
    const scale = box.width / this.size.width;
    const heads = this.heads.getBoundingClientRect().height;
    const room = this.frame.clientHeight - heads;
    const middle = ((top + bottom) / 2 - this.top) * scale;
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    const target = { top: Math.min((top - this.top) * scale, middle - room * 0.6), behavior };
    if (this.current.length > 0 && box.width > this.frame.clientWidth) {
      const { x, width } = this.current[0].getBBox();
      target.left = (x + width / 2) * scale - this.frame.clientWidth / 2;
    }
    this.frame.scrollTo(target);
  }
}
