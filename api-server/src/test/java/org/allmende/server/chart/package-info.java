@NullMarked
package org.allmende.server.chart;

import org.jspecify.annotations.NullMarked;
