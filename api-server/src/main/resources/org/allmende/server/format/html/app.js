// Makes pages nicer, never makes them work: without this file everything is still there.
const words = document.body.dataset;
const status = document.getElementById('meldung');

function announce(text) {
  status.textContent = text;
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

// Filters in place: the list and its counts follow a box that is ticked; the button stays.

const LATE = 300;

function listAddress(form) {
  const chosen = new URLSearchParams();
  for (const [key, value] of new FormData(form)) {
    if (value !== '' && !(key === 'umkreis' && value === '0')) chosen.append(key, value);
  }
  return form.action + '?' + chosen;
}

function exchange(page) {
  const focused = document.activeElement?.id;
  for (const part of ['.results', '.facets']) {
    const old = document.querySelector(part);
    const fresh = page.querySelector(part);
    if (old && fresh) old.replaceWith(document.adoptNode(fresh));
  }
  document.title = page.title;
  if (focused) document.getElementById(focused)?.focus({preventScroll: true});
}

class LiveSearch {
  constructor(form) {
    this.form = form;
    document.addEventListener('change', event => {
      if (event.target.type === 'checkbox' && event.target.form === form) this.follow();
    });
    addEventListener('popstate', () => location.reload());
  }

  async follow() {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    const results = document.querySelector('.results');
    const late = setTimeout(() => results.setAttribute('aria-busy', 'true'), LATE);
    const address = listAddress(this.form);
    try {
      const answer = await fetch(address, {headers: {Accept: 'text/html'}, signal: asking.signal});
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (!answer.ok) throw new Error(answer.status);
      exchange(page);
      const canonical = page.querySelector('link[rel=canonical]');
      const here = new URL(canonical ? canonical.href : address);
      history.pushState(null, '', here.pathname + here.search);
      announce(document.getElementById('treffer').textContent);
    } catch (problem) {
      // The way without a script is the way out.
      if (problem.name !== 'AbortError') this.form.requestSubmit();
    } finally {
      clearTimeout(late);
      if (this.asking === asking) document.querySelector('.results').removeAttribute('aria-busy');
    }
  }
}

const form = document.getElementById('suche');
if (form) new LiveSearch(form);

// Texts to copy get a button, where the browser lets us copy.

function copyButton(element) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet copy';
  button.textContent = words.copyLabel;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(element.textContent.trim());
    button.textContent = words.copied;
    announce(words.copied);
    setTimeout(() => (button.textContent = words.copyLabel), 4000);
  });
  element.after(button);
}

if (navigator.clipboard) document.querySelectorAll('[data-copy]').forEach(copyButton);

// The visitor's own place, on press only, rounded to about 100 meters; it leaves with the form.

function hereButton(input) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet copy';
  button.textContent = input.dataset.here;
  button.addEventListener('click', () =>
    navigator.geolocation.getCurrentPosition(
      ({coords}) => {
        input.value = coords.latitude.toFixed(3) + ',' + coords.longitude.toFixed(3);
        announce(input.dataset.here + ': ' + input.value);
      },
      () => announce(input.dataset.hereFailed)));
  input.after(button);
}

if (navigator.geolocation) document.querySelectorAll('[data-here]').forEach(hereButton);

// A map that can be moved is loaded by whoever presses for it; drawing and table stay.

function mapButton(figure) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = figure.dataset.load;
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const {show} = await import(figure.dataset.map);
      await show(figure);
      button.remove();
      announce(figure.dataset.loaded);
    } catch (problem) {
      console.error(problem);
      button.disabled = false;
      announce(figure.dataset.failed);
    }
  });
  figure.before(button);
}

document.querySelectorAll('figure[data-map]').forEach(mapButton);

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

document.querySelectorAll('figure[data-chart]').forEach(figure => new ReadChart(figure));

// A preview that is under way comes by itself, asked for ever more seldom.

async function awaitPreview(note, pause) {
  await new Promise(done => setTimeout(done, pause));
  const answer = await fetch(note.dataset.state).catch(() => null);
  const state = answer?.ok ? (await answer.json()).state : 'preparing';
  if (state !== 'preparing') location.reload();
  else if (pause < 60_000) awaitPreview(note, pause * 1.5);
}

document.querySelectorAll('[data-state]').forEach(note => awaitPreview(note, 1_000));
