package org.allmende.server.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that get a {@link House}: the sample town and a real browser, both started once for all of
 * them. Without a Chromium on the {@code PATH} they are skipped, and one line says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(HouseKeeper.class)
@interface InBrowser {}
