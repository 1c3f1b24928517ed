package org.allmende.server.format.html;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Paints the picture of a dataset as PNG, for sites that show no SVG. Needs a font on the machine;
 * where there is none, nothing is painted and no page promises a picture. One picture is painted at
 * a time, so that many requests need no more memory than one.
 */
final class CardPainter {
  private static final Logger LOG = LoggerFactory.getLogger(CardPainter.class);

  private static final Color PAGE = Color.WHITE;
  private static final Color TEXT = new Color(0x12142b);
  private static final Color MUTED = new Color(0x4b4f6b);
  private static final Color ACTION = new Color(0x1b3fb0);
  private static final int LEFT = 60;
  private static final int WIDEST = LinkCard.WIDTH - 2 * LEFT;

  /** Looked for once, aside: the first font costs some tenths of a second. */
  private static final CompletableFuture<Boolean> HAS_FONT = new CompletableFuture<>();

  static {
    Thread.ofPlatform().name("find-font").daemon().start(() -> HAS_FONT.complete(hasFont()));
  }

  private CardPainter() {}

  /** Whether this machine has what it needs; the first answer may wait a moment. */
  static boolean canPaint() {
    try {
      return HAS_FONT.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("looking for a font never fails", e);
    }
  }

  @SuppressWarnings("CatchingUnchecked") // a Java without fonts answers with errors of many kinds
  private static boolean hasFont() {
    try {
      System.setProperty("java.awt.headless", "true");
      var image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
      var graphics = image.createGraphics();
      graphics.setFont(font(Font.PLAIN, 32));
      var width = graphics.getFontMetrics().stringWidth("Straßenbäume");
      graphics.dispose();
      return width > 0 && font(Font.PLAIN, 32).canDisplay('ß');
    } catch (RuntimeException | Error e) {
      LOG.info("no font on this machine: links to datasets have no picture ({})", e.toString());
      return false;
    }
  }

  private static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  /** The picture. */
  static synchronized byte[] png(CardPicture card) {
    var image = new BufferedImage(LinkCard.WIDTH, LinkCard.HEIGHT, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    try {
      paint(graphics, card);
    } finally {
      graphics.dispose();
    }
    var png = new ByteArrayOutputStream(64 * 1024);
    try {
      if (!ImageIO.write(image, "png", png)) {
        throw new IllegalStateException("this Java cannot write PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  private static void paint(Graphics2D graphics, CardPicture card) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(PAGE);
    graphics.fillRect(0, 0, LinkCard.WIDTH, LinkCard.HEIGHT);
    graphics.setColor(ACTION);
    graphics.fillRect(0, 0, LinkCard.WIDTH, 16);
    write(graphics, card.site(), font(Font.PLAIN, 34), MUTED, 95);
    for (var i = 0; i < card.title().size(); i++) {
      write(graphics, card.title().get(i), font(Font.BOLD, 58), TEXT, CardPicture.titleLine(i));
    }
    for (var i = 0; i < card.lines().size(); i++) {
      write(graphics, card.lines().get(i), font(Font.PLAIN, 32), MUTED, card.line(i));
    }
  }

  /** A line; one that is too wide for the picture becomes smaller. */
  private static void write(Graphics2D graphics, String text, Font font, Color color, int y) {
    graphics.setFont(font);
    var width = graphics.getFontMetrics().stringWidth(text);
    if (width > WIDEST) {
      graphics.setFont(font.deriveFont(font.getSize2D() * WIDEST / width));
    }
    graphics.setColor(color);
    graphics.drawString(text, LEFT, y);
  }
}
