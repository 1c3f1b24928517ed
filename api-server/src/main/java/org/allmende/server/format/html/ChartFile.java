package org.allmende.server.format.html;

/**
 * A chart as a picture by itself, with its title, its source and its colors in it.
 *
 * @param chart what is drawn
 * @param drawn the same, where there is something to draw
 * @param style the style sheet in it
 */
record ChartFile(ChartView chart, ChartView.Drawn drawn, String style) {}
