package anbinh.vision.draw;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Letters and digits as single strokes with rounded corners, which is how the lettering of plates
/// is constructed.
///
/// A glyph is one or more polylines in a box of 1 × 1, with y downwards. A vertex is written `x y`
/// or `x y r`, where r from 0 to 1 says how much of the greatest possible radius its corner has;
/// `z` closes a polyline, `;` separates polylines. Several forms of one character are alternatives.
final class StrokeGlyphs {
  private record Vertex(double x, double y, double radius) {}

  private record Polyline(List<Vertex> vertices, boolean closed) {}

  /// @param width of the box, as a share of the width of most characters
  private record Glyph(double width, List<Polyline> polylines) {}

  private static final Map<Character, List<Glyph>> GLYPHS = new HashMap<>();

  static {
    define('0', 1, "0 0 1, 1 0 1, 1 1 1, 0 1 1 z");
    define(
        '1',
        .75,
        "0 .25, .62 0, .62 1",
        "0 .3, .75 0, .75 1",
        ".1 .16, .65 0, .65 1",
        ".5 0, .5 1",
        ".3 .2, .65 0, .65 1");
    define(
        '2',
        1,
        "0 .26, 0 0 1, 1 0 1, 1 .4 .7, 0 1, 1 1",
        "0 .26, 0 0 1, 1 0 1, 1 .5 1, 0 .72 .6, 0 1, 1 1");
    define(
        '3',
        1,
        "0 .22, 0 0 1, 1 0 1, .95 .47 1, .4 .47; .4 .47, 1 .47 1, 1 1 1, 0 1 1, 0 .78",
        "0 0, 1 0, .45 .4, 1 .4 1, 1 1 1, 0 1 1, 0 .8");
    define(
        '4',
        1,
        ".5 0, 0 .76, 1 .76; .74 .46, .74 1",
        ".74 1, .74 0, 0 .74, 1 .74",
        "0 0, 0 .6, 1 .6; .8 .3, .8 1");
    define(
        '5',
        1,
        ".95 0, .08 0, .02 .46, .12 .4 .6, 1 .4 1, 1 1 1, 0 1 1, 0 .78",
        "1 0, 0 0, 0 .42, 1 .42 1, 1 1 1, 0 1 1, 0 .78");
    define(
        '6',
        1,
        "1 .22, 1 0 1, 0 0 1, 0 1 1, 1 1 1, 1 .42 1, 0 .42",
        ".72 0, 0 .6 .4, 0 1 1, 1 1 1, 1 .42 1, .1 .42");
    define('7', 1, "0 0, 1 0, .35 1", "0 0, 1 0, 1 .2 .6, .35 1");
    define('8', 1, ".06 0 1, .94 0 1, .94 .46 1, .06 .46 1 z; 0 .46 1, 1 .46 1, 1 1 1, 0 1 1 z");
    define(
        '9',
        1,
        "0 .78, 0 1 1, 1 1 1, 1 0 1, 0 0 1, 0 .58 1, 1 .58",
        ".28 1, 1 .4 .4, 1 0 1, 0 0 1, 0 .58 1, .9 .58");
    define('A', 1.05, "0 1, .5 0, 1 1; .17 .68, .83 .68", "0 1, .42 0, .58 0, 1 1; .17 .7, .83 .7");
    define('B', 1, "0 0, .95 0 1, .95 .47 1, 0 .47 z; 0 .47, 1 .47 1, 1 1 1, 0 1 z");
    define('C', 1, "1 .25, 1 0 1, 0 0 1, 0 1 1, 1 1 1, 1 .75");
    define('D', 1, "0 0, 1 0 1, 1 1 1, 0 1 z");
    define('Đ', 1, "0 0, 1 0 1, 1 1 1, 0 1 z; -.2 .5, .45 .5");
    define('E', .95, "1 0, 0 0, 0 1, 1 1; 0 .48, .85 .48");
    define('F', .95, "1 0, 0 0, 0 1; 0 .48, .85 .48");
    define('G', 1, "1 .25, 1 0 1, 0 0 1, 0 1 1, 1 1 1, 1 .55, .55 .55");
    define('H', 1, "0 0, 0 1; 1 0, 1 1; 0 .48, 1 .48");
    define('I', .1, ".5 0, .5 1");
    define('J', .9, "1 0, 1 1 1, 0 1 1, 0 .72");
    define('K', 1, "0 0, 0 1; 1 0, 0 .6; .3 .42, 1 1");
    define('L', .9, "0 0, 0 1, 1 1");
    define('M', 1.15, "0 1, 0 0, .5 .62, 1 0, 1 1", "0 1, 0 0, .5 1, 1 0, 1 1");
    define('N', 1, "0 1, 0 0, 1 1, 1 0");
    define('O', 1.1, "0 0 1, 1 0 1, 1 1 1, 0 1 1 z");
    define('P', 1, "0 1, 0 0, 1 0 1, 1 .54 1, 0 .54");
    define('Q', 1.1, "0 0 1, 1 0 1, 1 1 1, 0 1 1 z; .55 .7, 1.05 1.06");
    define('R', 1, "0 1, 0 0, 1 0 1, 1 .54 1, 0 .54; .45 .54, 1 1");
    define('S', 1, "1 .22, 1 0 1, 0 0 1, 0 .47 1, 1 .47 1, 1 1 1, 0 1 1, 0 .78");
    define('T', 1, "0 0, 1 0; .5 0, .5 1");
    define('U', 1, "0 0, 0 1 1, 1 1 1, 1 0");
    define('V', 1.05, "0 0, .5 1, 1 0");
    define(
        'W',
        1.3,
        "0 0, .25 1, .5 .3, .75 1, 1 0",
        "0 0, .25 1, .5 0, .75 1, 1 0",
        "0 0, .05 1, .5 .4, .95 1, 1 0");
    define('X', 1, "0 0, 1 1; 1 0, 0 1");
    define('Y', 1, "0 0, .5 .5, 1 0; .5 .5, .5 1");
    define('Z', 1, "0 0, 1 0, 0 1, 1 1");
  }

  private StrokeGlyphs() {}

  private static void define(char character, double width, String... forms) {
    GLYPHS.put(
        character, List.of(forms).stream().map(form -> new Glyph(width, parse(form))).toList());
  }

  private static List<Polyline> parse(String form) {
    List<Polyline> polylines = new ArrayList<>();
    for (String polyline : form.split(";", -1)) {
      String vertices = polyline.strip();
      boolean closed = vertices.endsWith("z");
      List<Vertex> parsed = new ArrayList<>();
      for (String vertex :
          (closed ? vertices.substring(0, vertices.length() - 1) : vertices).split(",", -1)) {
        String[] numbers = vertex.strip().split(" ", -1);
        double radius = numbers.length > 2 ? Double.parseDouble(numbers[2]) : 0;
        parsed.add(
            new Vertex(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), radius));
      }
      polylines.add(new Polyline(parsed, closed));
    }
    return List.copyOf(polylines);
  }

  private static List<Glyph> forms(char character) {
    List<Glyph> forms = GLYPHS.get(character);
    if (forms == null) {
      throw new IllegalArgumentException("there is no glyph for " + character);
    }
    return forms;
  }

  /// How wide the character is, as a share of the width of most.
  static double width(char character) {
    return forms(character).getFirst().width();
  }

  /// The centre lines of a character in a box of `width` × `height` whose corner is 0, 0.
  ///
  /// @param form which of its forms; any number
  /// @param roundness 0 for sharp corners, 1 for the greatest radius that fits
  static Path2D centreLines(
      char character, int form, double width, double height, double roundness) {
    List<Glyph> forms = forms(character);
    Path2D.Double path = new Path2D.Double();
    for (Polyline polyline : forms.get(Math.floorMod(form, forms.size())).polylines()) {
      append(path, polyline, width, height, roundness);
    }
    return path;
  }

  private static void append(
      Path2D path, Polyline polyline, double width, double height, double roundness) {
    List<Vertex> vertices = polyline.vertices();
    int count = vertices.size();
    for (int i = 0; i < count; i++) {
      Vertex vertex = vertices.get(i);
      double x = vertex.x() * width;
      double y = vertex.y() * height;
      boolean end = !polyline.closed() && (i == 0 || i == count - 1);
      if (end || vertex.radius() == 0) {
        to(path, x, y, i == 0);
        continue;
      }
      Vertex before = vertices.get(Math.floorMod(i - 1, count));
      Vertex after = vertices.get((i + 1) % count);
      double toBefore = Math.hypot(before.x() * width - x, before.y() * height - y);
      double toAfter = Math.hypot(after.x() * width - x, after.y() * height - y);
      // A side is shared with the corner at its other end where that is rounded too.
      double shareBefore = before.radius() > 0 && !isEnd(polyline, i - 1) ? .5 : .98;
      double shareAfter = after.radius() > 0 && !isEnd(polyline, i + 1) ? .5 : .98;
      double radius =
          Math.min(Math.min(toBefore * shareBefore, toAfter * shareAfter), width * .55)
              * vertex.radius()
              * roundness;
      double startX = x + (before.x() * width - x) * radius / toBefore;
      double startY = y + (before.y() * height - y) * radius / toBefore;
      double endX = x + (after.x() * width - x) * radius / toAfter;
      double endY = y + (after.y() * height - y) * radius / toAfter;
      to(path, startX, startY, i == 0);
      // Four thirds of the tangent of a sixteenth of a circle: a quarter circle at a right angle.
      double k = 0.5523;
      path.curveTo(
          startX + (x - startX) * k,
          startY + (y - startY) * k,
          endX + (x - endX) * k,
          endY + (y - endY) * k,
          endX,
          endY);
    }
    if (polyline.closed()) {
      path.closePath();
    }
  }

  private static boolean isEnd(Polyline polyline, int index) {
    int last = polyline.vertices().size() - 1;
    return !polyline.closed() && (index <= 0 || index >= last);
  }

  private static void to(Path2D path, double x, double y, boolean first) {
    if (first) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }
}
