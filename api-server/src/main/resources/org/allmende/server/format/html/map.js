// A map that can be moved, drawn by Leaflet over nothing but our own data: no other host is asked.
const MOST_STOPS = 200;
const MOST_CELLS = 8;

function load(tag, attributes) {
  return new Promise((done, failed) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.onload = done;
    element.onerror = () => failed(new Error(attributes.src ?? attributes.href));
    document.head.append(element);
  });
}

// What a mark says: texts only, whatever stands in the cells.
function popup(feature, words) {
  const box = document.createElement('div');
  const list = document.createElement('dl');
  const filled = Object.entries(feature.properties).filter(([, value]) => value !== null);
  for (const [name, value] of filled.slice(0, MOST_CELLS)) {
    const term = document.createElement('dt');
    const text = document.createElement('dd');
    term.textContent = name;
    text.textContent = String(value).slice(0, 200);
    list.append(term, text);
  }
  const whole = document.createElement('a');
  whole.href = words.row + feature.id + '#zeile';
  whole.textContent = words.whole;
  box.append(list, whole);
  return box;
}

function label(feature) {
  return Object.values(feature.properties).filter(value => value !== null).slice(0, 3).join(', ').slice(0, 120);
}

// Marks can be reached with the tab key while they are few; the table lists all of them.
function reachable(layer, feature) {
  const mark = layer.getElement?.();
  if (!mark) return;
  mark.setAttribute('tabindex', '0');
  mark.setAttribute('role', 'button');
  mark.setAttribute('aria-label', label(feature));
  mark.addEventListener('keydown', event => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      layer.openPopup();
    }
  });
}

function className(feature) {
  const type = feature.geometry?.type ?? '';
  return type.includes('Polygon') ? 'area' : type.includes('Line') ? 'line' : 'point';
}

function draw(place, collection, words) {
  const map = L.map(place, {attributionControl: false, zoomControl: false, maxZoom: 19});
  L.control.zoom({zoomInTitle: words.larger, zoomOutTitle: words.smaller}).addTo(map);
  L.control.scale({imperial: false}).addTo(map);
  const town = L.geoJSON(collection.boundary, {interactive: false, style: () => ({className: 'town'})});
  const marks = L.geoJSON(collection, {
    style: feature => ({className: className(feature)}),
    pointToLayer: (feature, at) => L.circleMarker(at, {radius: 7, className: 'point'}),
    onEachFeature: (feature, layer) => layer.bindPopup(() => popup(feature, words)),
  });
  const bounds = marks.getBounds().extend(town.getBounds());
  map.fitBounds(bounds.isValid() ? bounds.pad(0.05) : [[47, 6], [55, 15]], {maxZoom: 17});
  town.addTo(map);
  marks.addTo(map);
  if (collection.features.length <= MOST_STOPS) {
    marks.eachLayer(layer => reachable(layer, layer.feature));
  }
  map.on('popupopen', event => {
    const close = event.popup.getElement().querySelector('.leaflet-popup-close-button');
    close?.setAttribute('aria-label', words.close);
  });
}

export async function show(figure) {
  const words = figure.dataset;
  const [answer] = await Promise.all([
    fetch(words.features),
    load('link', {rel: 'stylesheet', href: words.style}),
    load('script', {src: words.leaflet}),
  ]);
  if (!answer.ok) throw new Error(answer.status);
  const collection = await answer.json();
  const place = document.createElement('div');
  place.className = 'live';
  place.setAttribute('role', 'application');
  place.setAttribute('aria-label', words.label);
  figure.prepend(place);
  draw(place, collection, words);
  place.focus();
}
