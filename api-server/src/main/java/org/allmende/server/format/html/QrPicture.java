package org.allmende.server.format.html;

import io.nayuki.qrcodegen.QrCode;

/**
 * An address as a QR code, so that a printed page leads back to where it came from.
 *
 * @param size modules on a side, with the quiet zone of four around
 * @param path the dark modules, as the path of an SVG
 */
record QrPicture(int size, String path) {

  private static final int QUIET = 4;

  /** An address that is longer would not be read from paper. */
  private static final int LONGEST = 1_000;

  static QrPicture of(String address) {
    var text = address.length() <= LONGEST ? address : address.substring(0, LONGEST);
    var code = QrCode.encodeText(text, QrCode.Ecc.LOW);
    return new QrPicture(code.size + 2 * QUIET, path(code));
  }

  /** Neighbors in a row are one rectangle. */
  private static String path(QrCode code) {
    var path = new StringBuilder();
    for (var y = 0; y < code.size; y++) {
      var x = 0;
      while (x < code.size) {
        var end = x;
        while (end < code.size && code.getModule(end, y)) {
          end++;
        }
        if (end > x) {
          var width = end - x;
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
          path.append('h').append(width).append("v1h-").append(width).append('z');
        }
        x = end + 1;
      }
    }
    return path.toString();
  }
}
