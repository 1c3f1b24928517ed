@org.jspecify.annotations.NullMarked
package org.allmende.server.statistics;
