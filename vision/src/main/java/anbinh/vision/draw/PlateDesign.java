package anbinh.vision.draw;

import java.awt.Color;
import java.util.List;
import java.util.random.RandomGenerator;

/// One plate as it leaves the workshop.
///
/// @param kind what it is, such as `vn-motorbike`; the name in a list of pictures
/// @param lines its text as it is written
/// @param width in millimetres
/// @param height in millimetres
/// @param colour the name of the ground: `white`, `yellow`, `blue`, `red`, `other`
/// @param furniture what stands beside the text
record PlateDesign(
    String kind,
    List<String> lines,
    double width,
    double height,
    String colour,
    Color ground,
    Color ink,
    Lettering lettering,
    Furniture furniture) {
  /// @param border whether a line runs around
  /// @param band the colour of a band at the left edge, as the European Union has it
  /// @param bothBands whether the right edge has one too
  /// @param caption small text above and below that does not belong to the number
  /// @param landscape whether a picture stands behind the text
  /// @param left where the text begins, as a share of the width
  record Furniture(
      boolean border,
      boolean band,
      boolean bothBands,
      List<String> caption,
      boolean landscape,
      double left) {
    static final Furniture PLAIN = new Furniture(true, false, false, List.of(), false, 0);
  }

  private static final Color WHITE = new Color(236, 238, 240);
  private static final Color BLACK = new Color(20, 20, 24);
  private static final Color YELLOW = new Color(240, 190, 30);
  private static final Color BLUE = new Color(30, 70, 170);
  private static final Color RED = new Color(190, 30, 36);

  /// Any of all kinds, Vietnam's most often.
  static PlateDesign random(RandomGenerator random, Fonts fonts) {
    int kind = random.nextInt(100);
    if (kind < 34) {
      return motorbike(random, fonts);
    }
    if (kind < 66) {
      return car(random, fonts);
    }
    if (kind < 82) {
      return europe(random, fonts);
    }
    return kind < 96 ? america(random, fonts) : brazil(random, fonts);
  }

  private static PlateDesign motorbike(RandomGenerator random, Fonts fonts) {
    PlateTexts texts = new PlateTexts(random);
    int use = random.nextInt(20);
    boolean state = use == 0;
    boolean army = use == 1;
    boolean commercial = use == 2;
    return new PlateDesign(
        "vn-motorbike",
        army ? texts.army(true) : texts.motorbike(),
        190 * random.nextDouble(.97, 1.03),
        140 * random.nextDouble(.97, 1.03),
        state ? "blue" : army ? "red" : commercial ? "yellow" : "white",
        state ? BLUE : army ? RED : commercial ? YELLOW : WHITE,
        state || army ? WHITE : BLACK,
        vietnamese(random, fonts, .5),
        Furniture.PLAIN);
  }

  private static PlateDesign car(RandomGenerator random, Fonts fonts) {
    PlateTexts texts = new PlateTexts(random);
    boolean twoLines = random.nextInt(5) < 2;
    boolean before2025 = random.nextBoolean();
    double width = twoLines ? (before2025 ? 280 : 330) : before2025 ? 470 : 520;
    double height = twoLines ? (before2025 ? 200 : 165) : 110;
    Lettering lettering = vietnamese(random, fonts, twoLines ? .55 : .52);
    int use = random.nextInt(20);
    List<String> lines;
    String colour = "white";
    Color ground = WHITE;
    Color ink = BLACK;
    if (use < 4) {
      lines = texts.car(false, twoLines);
      colour = "yellow";
      ground = YELLOW;
    } else if (use < 6) {
      lines = texts.car(true, twoLines);
      colour = "blue";
      ground = BLUE;
      ink = WHITE;
    } else if (use == 6) {
      lines = texts.army(twoLines);
      colour = "red";
      ground = RED;
      ink = WHITE;
    } else if (use == 7) {
      lines = texts.foreign(twoLines);
      ink = random.nextBoolean() ? RED : BLACK;
    } else if (use == 8) {
      lines = texts.temporary(twoLines);
    } else {
      lines = texts.car(false, twoLines);
    }
    return new PlateDesign(
        twoLines ? "vn-car-two-lines" : "vn-car-one-line",
        lines,
        width,
        height,
        colour,
        ground,
        ink,
        lettering,
        Furniture.PLAIN);
  }

  private static Lettering vietnamese(RandomGenerator random, Fonts fonts, double ratio) {
    return random.nextInt(4) == 0 ? fonts.random(random) : Lettering.Strokes.random(random, ratio);
  }

  private static PlateDesign europe(RandomGenerator random, Fonts fonts) {
    PlateTexts texts = new PlateTexts(random);
    boolean yellow = random.nextInt(6) == 0;
    boolean band = random.nextInt(4) != 0;
    boolean twoLines = random.nextInt(12) == 0;
    String text = texts.europe();
    int gap = Math.max(text.indexOf(' '), text.indexOf('-'));
    List<String> lines =
        twoLines && gap > 0
            ? List.of(text.substring(0, gap), text.substring(gap + 1))
            : List.of(text);
    List<String> caption =
        random.nextInt(4) == 0 ? List.of("", texts.pattern("WWW.AAAAAAA.AA")) : List.of();
    return new PlateDesign(
        lines.size() > 1 ? "eu-two-lines" : "eu",
        lines,
        lines.size() > 1 ? 280 : 520,
        lines.size() > 1 ? 200 : 110,
        yellow ? "yellow" : "white",
        yellow ? YELLOW : WHITE,
        random.nextInt(10) == 0 ? new Color(20, 110, 50) : BLACK,
        random.nextInt(3) == 0 ? fonts.random(random) : Lettering.Strokes.random(random, .56),
        new Furniture(
            random.nextBoolean(),
            band,
            band && random.nextInt(6) == 0,
            caption,
            false,
            band ? .1 : 0));
  }

  private static PlateDesign america(RandomGenerator random, Fonts fonts) {
    PlateTexts texts = new PlateTexts(random);
    Color ground =
        Color.getHSBColor(random.nextFloat(), random.nextFloat(.35f), random.nextFloat(.75f, 1));
    Color ink =
        Color.getHSBColor(random.nextFloat(), random.nextFloat(.2f, 1), random.nextFloat(.4f));
    if (random.nextInt(8) == 0) {
      Color dark = ink;
      ink = WHITE;
      ground = dark;
    }
    return new PlateDesign(
        "us",
        List.of(texts.america()),
        305,
        152,
        "other",
        ground,
        ink,
        random.nextInt(3) == 0 ? fonts.random(random) : Lettering.Strokes.random(random, .5),
        new Furniture(
            random.nextInt(4) == 0,
            false,
            false,
            List.of(
                texts.pattern("AAAAAAAA"), random.nextBoolean() ? texts.pattern("AAAA AAAA") : ""),
            random.nextBoolean(),
            0));
  }

  private static PlateDesign brazil(RandomGenerator random, Fonts fonts) {
    PlateTexts texts = new PlateTexts(random);
    String text = random.nextInt(3) == 0 ? texts.anywhere() : texts.brazil();
    int gap = text.indexOf('-');
    boolean twoLines = gap > 0 && random.nextBoolean();
    boolean dark = random.nextInt(5) == 0;
    return new PlateDesign(
        "other",
        twoLines ? List.of(text.substring(0, gap), text.substring(gap + 1)) : List.of(text),
        twoLines ? 200 : 400,
        twoLines ? 170 : 130,
        "other",
        dark ? RED : new Color(180, 184, 186),
        dark ? WHITE : BLACK,
        random.nextBoolean() ? fonts.random(random) : Lettering.Strokes.random(random, .52),
        new Furniture(
            random.nextBoolean(),
            false,
            false,
            List.of(texts.pattern("AA - AAAAAA"), ""),
            false,
            0));
  }
}
