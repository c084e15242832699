package anbinh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// A page of HTML with the plates that were misread, to look at.
final class PlateErrors {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <title>Misread plates</title>
      <style>
        body { font: 16px/1.5 sans-serif; margin: 24px }
        figure { display: inline-block; width: 320px; margin: 8px; vertical-align: top }
        img { max-width: 320px; max-height: 240px }
        code { font-size: 18px }
      </style>
      <h1>Misread plates</h1>
      """;

  /// @param set of pictures that it is from
  /// @param read empty where nothing was read
  record PlateError(String set, Path picture, String plate, String read) {}

  private PlateErrors() {}

  static void write(Path page, List<PlateError> errors) throws IOException {
    StringBuilder html = new StringBuilder(HEAD);
    String set = "";
    for (PlateError error : errors) {
      if (!error.set().equals(set)) {
        set = error.set();
        html.append("<h2>").append(escaped(set)).append("</h2>\n");
      }
      html.append("<figure><img alt=\"\" src=\"data:")
          .append(type(error.picture()))
          .append(";base64,")
          .append(Base64.getEncoder().encodeToString(Files.readAllBytes(error.picture())))
          .append("\"><figcaption>plate <code>")
          .append(escaped(error.plate()))
          .append("</code><br>read <code>")
          .append(error.read().isEmpty() ? "-" : escaped(error.read()))
          .append("</code></figcaption></figure>\n");
    }
    Files.writeString(page, html);
  }

  private static String type(Path picture) {
    return picture.toString().toLowerCase(Locale.ROOT).endsWith(".png")
        ? "image/png"
        : "image/jpeg";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
