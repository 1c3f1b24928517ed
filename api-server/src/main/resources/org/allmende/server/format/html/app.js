// Makes pages nicer, never makes them work: without this file everything is still there.
const words = document.body.dataset;
const status = document.getElementById('meldung');

function announce(text) {
  status.textContent = text;
}

function button(text, className, press) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}

// Suggestions while typing: a combobox after the WAI-ARIA Authoring Practices.

const PAUSE = 150;

class Suggestions {
  constructor(input, number) {
    this.input = input;
    this.list = document.createElement('div');
    this.list.className = 'suggestions';
    this.list.id = 'vorschlaege-' + number;
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', words.suggestLabel);
    this.list.hidden = true;
    input.after(this.list);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', this.list.id);
    input.addEventListener('input', () => this.typed());
    input.addEventListener('keydown', event => this.pressed(event));
    input.addEventListener('blur', () => this.close());
    this.list.addEventListener('mousedown', event => event.preventDefault());
    this.list.addEventListener('click', event => this.choose(event.target.closest('[role=option]')));
  }

  typed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(this.input.value.trim()), PAUSE);
  }

  async ask(text) {
    this.asking?.abort();
    this.asking = new AbortController();
    if (text.length < 2) {
      this.close();
      return;
    }
    try {
      const address = words.suggest + '?q=' + encodeURIComponent(text);
      const answer = await fetch(address, {signal: this.asking.signal});
      this.show(answer.ok ? (await answer.json()).suggestions : []);
    } catch (problem) {
      // Another letter came, or the server is away: the form still works.
      if (problem.name !== 'AbortError') this.close();
    }
  }

  show(suggestions) {
    if (document.activeElement !== this.input) return;
    this.list.replaceChildren();
    let group;
    suggestions.forEach((suggestion, index) => {
      if (group?.dataset.kind !== suggestion.kind) group = this.group(suggestion.kind);
      const option = document.createElement('div');
      option.id = this.list.id + '-' + index;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.dataset.address = suggestion.address;
      option.textContent = suggestion.text;
      group.append(option);
    });
    this.open(suggestions.length > 0);
    announce(suggestions.length > 0 ? words.suggestFound.replace('{count}', suggestions.length) : '');
  }

  group(kind) {
    const group = document.createElement('div');
    const label = document.createElement('div');
    group.dataset.kind = kind;
    group.setAttribute('role', 'group');
    label.textContent = words['kind' + kind[0].toUpperCase() + kind.slice(1)];
    label.id = this.list.id + '-' + kind;
    label.className = 'suggestions-kind';
    label.setAttribute('role', 'presentation');
    group.setAttribute('aria-labelledby', label.id);
    group.append(label);
    this.list.append(group);
    return group;
  }

  options() {
    return [...this.list.querySelectorAll('[role=option]')];
  }

  pressed(event) {
    if (event.key === 'Escape' && !this.list.hidden) {
      event.preventDefault();
      this.close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !this.list.hidden) {
      event.preventDefault();
      this.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && this.active) {
      event.preventDefault();
      this.choose(this.active);
    }
  }

  move(step) {
    const options = this.options();
    const next = options.indexOf(this.active) + step;
    this.mark(options[(next + options.length) % options.length] ?? options[0]);
  }

  mark(option) {
    this.active?.setAttribute('aria-selected', 'false');
    this.active = option;
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({block: 'nearest'});
    this.input.setAttribute('aria-activedescendant', option.id);
  }

  choose(option) {
    if (option) location.href = option.dataset.address;
  }

  open(isOpen) {
    this.active = null;
    this.input.removeAttribute('aria-activedescendant');
    this.list.hidden = !isOpen;
    this.input.setAttribute('aria-expanded', String(isOpen));
  }

  close() {
    clearTimeout(this.timer);
    this.open(false);
  }
}

document.querySelectorAll('input[type=search][name=q]').forEach((input, i) => new Suggestions(input, i));

// Pages that change in place: what is old stays until the new is there, and the address follows.

const LATE = 300;
const SLOW = 8_000;

function formAddress(form) {
  const chosen = new URLSearchParams();
  for (const [key, value] of new FormData(form)) {
    if (value !== '' && !(key === 'umkreis' && value === '0')) chosen.append(key, value);
  }
  const address = new URL(form.action);
  address.search = chosen;
  address.hash = '';
  return address.href;
}

// Says that one waits: soon with a line, after long with a way to try again.
function waiting(part, again) {
  const line = document.createElement('p');
  line.className = 'waiting';
  const late = setTimeout(() => {
    part.setAttribute('aria-busy', 'true');
    line.append(words.busy, document.createElement('progress'));
    line.lastChild.setAttribute('aria-label', words.busy);
    document.getElementById('inhalt').append(line);
    announce(words.busy);
  }, LATE);
  const slow = setTimeout(() => {
    line.replaceChildren(words.slow, button(words.retry, '', again));
    announce(words.slow);
  }, SLOW);
  return () => {
    clearTimeout(late);
    clearTimeout(slow);
    part.removeAttribute('aria-busy');
    if (line.contains(document.activeElement)) document.getElementById('inhalt').focus({preventScroll: true});
    line.remove();
  };
}

// Where the focus was: by its name, or by its words when nothing else has them.
function found(old) {
  if (old.id) return document.getElementById(old.id);
  const same = [...document.querySelectorAll(old.tagName)].filter(e => e.textContent === old.textContent);
  return same.length === 1 ? same[0] : null;
}

// Puts the parts of a page in the place of those that are shown; boxes stay open, tables where they were.
function exchange(page, parts) {
  const focused = document.activeElement;
  const isInside = focused.closest(parts.join()) !== null;
  const open = [...document.querySelectorAll('details[id]')].filter(d => d.open).map(d => d.id);
  const across = document.querySelector('.scroll')?.scrollLeft ?? 0;
  const down = scrollY;
  for (const part of parts) {
    const old = document.querySelector(part);
    const fresh = page.querySelector(part);
    if (!old || !fresh) continue;
    old.replaceWith(document.adoptNode(fresh));
    enhance(fresh);
  }
  document.title = page.title;
  open.forEach(id => document.getElementById(id)?.setAttribute('open', ''));
  document.querySelector('.scroll')?.scrollTo(across, 0);
  scrollTo({top: down, behavior: 'instant'});
  if (isInside) (found(focused) ?? document.getElementById('inhalt')).focus({preventScroll: true});
}

class InPlace {
  constructor(parts, busy, result) {
    this.parts = parts;
    this.busy = busy;
    this.result = result;
    this.here = location.pathname + location.search;
    // Who leaves meanwhile does not want it any more.
    addEventListener('beforeunload', () => this.asking?.abort());
    // A jump within the page comes here too.
    addEventListener('popstate', () => {
      if (location.pathname + location.search !== this.here) this.follow(location.href, false);
    });
  }

  async follow(address, isNew = true) {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    const end = waiting(document.querySelector(this.busy), () => this.follow(address, isNew));
    try {
      const answer = await fetch(address, {headers: {Accept: 'text/html'}, signal: asking.signal});
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (!answer.ok) throw new Error(answer.status);
      end();
      exchange(page, this.parts);
      this.arrive(page, address, isNew);
    } catch (problem) {
      // The way without a script is the way out.
      if (problem.name !== 'AbortError') location.assign(address);
    } finally {
      end();
    }
  }

  arrive(page, address, isNew) {
    const {hash} = new URL(address, location.href);
    const canonical = page.querySelector('link[rel=canonical]');
    const there = new URL(canonical ? canonical.href : address, location.href);
    if (isNew) history.pushState(null, '', there.pathname + there.search + hash);
    this.here = location.pathname + location.search;
    const result = document.querySelector(this.result);
    announce(result?.dataset.said ?? result?.textContent ?? document.title);
    const target = hash && document.getElementById(hash.slice(1));
    if (!target) return;
    target.tabIndex = -1;
    target.focus();
  }
}

// Filters of the search: the list and its counts follow a box that is ticked; the button stays.

const form = document.getElementById('suche');
if (form) {
  const search = new InPlace(['.results', '.facets'], '.results', '#treffer');
  document.addEventListener('change', event => {
    if (event.target.type === 'checkbox' && event.target.form === form) search.follow(formAddress(form));
  });
}

// The preview of a file: its pages, orders, filters, columns and views come in place.

const PREVIEW = '[aria-labelledby=vorschau]';
const preview = document.querySelector('section' + PREVIEW)
  && new InPlace(['main', '.bottom', '.menu'], PREVIEW, '#zeilen');
if (preview) {
  document.addEventListener('click', event => {
    const link = event.target.closest('section' + PREVIEW + ' a[href]');
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || link.origin !== location.origin || link.pathname !== location.pathname) return;
    event.preventDefault();
    preview.follow(link.href);
  });
  document.addEventListener('submit', event => {
    if (!event.target.closest(PREVIEW)) return;
    event.preventDefault();
    preview.follow(formAddress(event.target));
  });
  document.addEventListener('change', event => {
    if (event.target.name === 'spalten') preview.follow(formAddress(event.target.form));
  });
}

// Texts to copy get a button, where the browser lets us copy.

function copyButton(element) {
  const copy = button(words.copyLabel, 'quiet copy', async () => {
    await navigator.clipboard.writeText(element.textContent.trim());
    copy.textContent = words.copied;
    announce(words.copied);
    setTimeout(() => (copy.textContent = words.copyLabel), 4000);
  });
  element.after(copy);
}

// The visitor's own place, on press only, rounded to about 100 meters; it leaves with the form.

function hereButton(input) {
  const here = button(input.dataset.here, 'quiet copy', () =>
    navigator.geolocation.getCurrentPosition(
      ({coords}) => {
        input.value = coords.latitude.toFixed(3) + ',' + coords.longitude.toFixed(3);
        announce(input.dataset.here + ': ' + input.value);
      },
      () => announce(input.dataset.hereFailed)));
  input.after(here);
}

// A map that can be moved is loaded by whoever presses for it; drawing and table stay.

function mapButton(figure) {
  const load = button(figure.dataset.load, '', async () => {
    load.disabled = true;
    try {
      const {show} = await import(figure.dataset.map);
      await show(figure);
      load.remove();
      announce(figure.dataset.loaded);
    } catch (problem) {
      console.error(problem);
      load.disabled = false;
      announce(figure.dataset.failed);
    }
  });
  figure.before(load);
}

// A chart is read value by value, with the arrow keys or the pointer, from the table below it.

class ReadChart {
  constructor(figure) {
    this.isLying = figure.dataset.chart === 'y';
    this.svg = figure.querySelector('svg');
    this.rows = [...document.querySelectorAll('.numbers-table tr[data-at]')];
    this.heads = [...document.querySelectorAll('.numbers-table thead th')].map(th => th.textContent);
    this.at = -1;
    this.line = document.createElementNS(this.svg.namespaceURI, 'path');
    this.line.setAttribute('class', 'cursor');
    this.svg.append(this.line);
    this.text = document.createElement('p');
    this.text.className = 'reading';
    this.text.textContent = figure.dataset.hint;
    figure.append(this.text);
    const region = figure.querySelector('.scroll');
    region.addEventListener('keydown', event => this.pressed(event));
    region.addEventListener('pointermove', event => this.pointed(event));
  }

  pressed(event) {
    const steps = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1};
    if (!(event.key in steps) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.read(Math.min(this.rows.length - 1, Math.max(0, this.at + steps[event.key])));
    announce(this.text.textContent);
  }

  pointed(event) {
    const box = this.svg.getBoundingClientRect();
    const scale = this.svg.viewBox.baseVal.width / box.width;
    const there = (this.isLying ? event.clientY - box.top : event.clientX - box.left) * scale;
    const away = this.rows.map(row => Math.abs(row.dataset.at - there));
    this.read(away.indexOf(Math.min(...away)));
  }

  read(at) {
    if (at < 0 || at === this.at) return;
    this.at = at;
    const row = this.rows[at];
    const values = [...row.querySelectorAll('td')];
    const said = values.map((cell, i) =>
      values.length > 1 ? this.heads[i + 1] + ' ' + cell.textContent : cell.textContent);
    this.text.textContent = row.querySelector('th').textContent + ': ' + said.join(', ');
    const {width, height} = this.svg.viewBox.baseVal;
    const where = row.dataset.at;
    this.line.setAttribute('d', this.isLying ? `M0 ${where}H${width}` : `M${where} 0V${height}`);
  }
}

// A preview that is under way comes by itself, asked for ever more seldom.

async function awaitPreview(note, pause) {
  await new Promise(done => setTimeout(done, pause));
  if (!note.isConnected) return;
  const answer = await fetch(note.dataset.state).catch(() => null);
  const state = answer?.ok ? (await answer.json()).state : 'preparing';
  if (state !== 'preparing') preview.follow(location.href, false);
  else if (pause < 60_000) awaitPreview(note, pause * 1.5);
}

// Texts of braces and tags fold where a line has others below it.

const DEEPEST = 3;

function indent(line) {
  return line.search(/\S|$/);
}

function folded(lines, depth) {
  const all = document.createDocumentFragment();
  for (let i = 0; i < lines.length; i++) {
    let end = i + 1;
    while (end < lines.length && indent(lines[end]) > indent(lines[i])) end++;
    if (end - i < 3 || depth === DEEPEST) {
      all.append(lines[i] + '\n');
      continue;
    }
    const part = document.createElement('details');
    const head = document.createElement('summary');
    part.open = true;
    head.textContent = lines[i];
    part.append(head, folded(lines.slice(i + 1, end), depth + 1));
    all.append(part);
    i = end - 1;
  }
  return all;
}

function fold(text) {
  const box = document.createElement('div');
  box.className = text.className;
  const code = document.createElement('code');
  code.append(folded(text.textContent.trimEnd().split('\n'), 0));
  box.append(code);
  text.replaceWith(box);
}

// What is meant for paper can be sent there.

function printButton(note) {
  note.before(button(note.dataset.print, 'quiet copy', () => print()));
}

// All of this for what has come to the page.

function enhance(root) {
  const each = (what, how) => root.querySelectorAll(what).forEach(element => how(element));
  if (navigator.clipboard) each('[data-copy]', copyButton);
  if (navigator.geolocation) each('[data-here]', hereButton);
  each('figure[data-map]', mapButton);
  each('figure[data-chart]', figure => new ReadChart(figure));
  each('[data-state]', note => awaitPreview(note, 1_000));
  each('[data-fold]', fold);
  each('[data-print]', printButton);
}

enhance(document);
