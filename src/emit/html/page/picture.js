// A diagram of the page that shows how far a run has come.
const svgNames = 'http://www.w3.org/2000/svg';
const leastScale = 0.62; // a picture is made no smaller than that; it scrolls instead
const mostScale = 1.3;
const headMargin = 6;

// The drawing of one level, with a light on the arrows of the stop and a veil over what has not happened yet.
class Picture {
  constructor(article, level) {
    this.canvas = article.querySelector(`.canvas[data-level="${level}"]`);
    this.paper = this.canvas.querySelector('.paper');
    this.drawing = this.paper.querySelector('svg');
    const { width, height } = this.drawing.viewBox.baseVal;
    this.size = { width, height };
    this.arrows = [...this.drawing.querySelectorAll('.arrow')];
    this.boxes = this.arrows.map((arrow) => arrow.getBBox());
    this.current = [];
    this.paper.style.minWidth = `${Math.round(width * leastScale)}px`;
    this.paper.style.maxWidth = `${Math.round(width * mostScale)}px`;
    this.light = this.layer('below', 'spotlight');
    this.veil = this.layer('above', 'veil');
    this.addHeads();
  }

  // The names of the lifelines, which stay in sight.
  addHeads() {
    const participants = this.drawing.querySelector('[role="list"]');
    const boxes = [...participants.querySelectorAll('rect')].map((rectangle) => rectangle.getBBox());
    const bottom = boxes[0].y + boxes[0].height;
    const top = Math.min(...boxes.map(({ y }) => y));
    const heads = document.createElementNS(svgNames, 'svg');
    heads.setAttribute('class', `${this.drawing.getAttribute('class')} heads`);
    heads.setAttribute('viewBox', `0 ${top - headMargin} ${this.size.width} ${bottom - top + 2 * headMargin}`);
    heads.setAttribute('aria-hidden', 'true');
    heads.style.minWidth = this.paper.style.minWidth;
    heads.style.maxWidth = this.paper.style.maxWidth;
    for (const item of participants.children) {
      const copy = item.cloneNode(true);
      for (const line of copy.querySelectorAll('.lifeline')) line.remove();
      heads.append(copy);
    }
    this.heads = heads;
    this.canvas.prepend(heads);
    this.top = bottom + 2;
    this.crop(true);
  }

  // The names stand above already; on paper the picture is whole.
  crop(isCropped) {
    const top = isCropped ? this.top : 0;
    this.drawing.setAttribute('viewBox', `0 ${top} ${this.size.width} ${this.size.height - top}`);
    this.drawing.setAttribute('height', this.size.height - top);
  }

  // Lies over the drawing or below it, not in it: so the drawing of a long run is never laid out anew.
  layer(place, className) {
    return this.paper.appendChild(create('div', `layer ${place}`)).appendChild(create('div', className));
  }

  place(element, top, bottom) {
    const height = this.size.height - this.top;
    element.style.top = `${((top - this.top) / height) * 100}%`;
    element.style.height = `${(Math.max(0, bottom - top) / height) * 100}%`;
  }

  topOf(arrow) { return this.boxes[arrow].y - 6; }
  bottomOf(arrow) { return arrow + 1 < this.arrows.length ? this.topOf(arrow + 1) : this.size.height; }

  // The arrow at that height of the window, or the one above it.
  arrowAt(height) {
    const { top, width } = this.drawing.getBoundingClientRect();
    const y = this.top + ((height - top) * this.size.width) / width;
    let [first, end] = [0, this.arrows.length];
    while (end - first > 1) {
      const middle = (first + end) >> 1;
      if (this.topOf(middle) <= y) first = middle;
      else end = middle;
    }
    return first;
  }

  show(arrow, arrows, reached) {
    for (const element of this.current) element.classList.remove('current');
    this.current = this.arrows.slice(arrow, arrow + arrows);
    for (const element of this.current) element.classList.add('current');
    if (this.arrows.length === 0) return;
    const edge = reached < 0 ? this.topOf(0) : this.bottomOf(reached);
    this.place(this.veil, edge, this.size.height);
    const [top, bottom] = arrows > 0 ? [this.topOf(arrow), this.bottomOf(arrow + arrows - 1)] : [edge, edge];
    this.place(this.light, top, bottom);
    this.reveal(top, bottom, arrows > 0 ? this.boxes[arrow] : null);
  }

  // Scrolls so that what has just happened stands in the lower half, and its middle in sight.
  reveal(top, bottom, arrow) {
    const box = this.drawing.getBoundingClientRect();
    const scale = box.width / this.size.width;
    const heads = this.heads.getBoundingClientRect().height;
    const room = this.canvas.clientHeight - heads;
    const middle = ((top + bottom) / 2 - this.top) * scale;
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    const target = { top: Math.min((top - this.top) * scale, middle - room * 0.6), behavior };
    if (arrow && box.width > this.canvas.clientWidth) {
      target.left = (arrow.x + arrow.width / 2) * scale - this.canvas.clientWidth / 2;
    }
    this.canvas.scrollTo(target);
  }
}
