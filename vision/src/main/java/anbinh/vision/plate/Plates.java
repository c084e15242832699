package anbinh.vision.plate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads plates. Takes any text from outside, of which it looks at the first [#MAX_LENGTH]
/// characters, in time that grows with their number alone. Safe for many threads.
public final class Plates {
  /// No plate is longer as it is written, with blanks, dots and dashes.
  public static final int MAX_LENGTH = 40;

  /// Places of registration; those that merged in 2025 keep all their old ones.
  private static final String PROVINCE =
      "(?<province>1[124-9]|2\\d|3\\d|4[0137-9]|[567]\\d|8[0-689]|9[02345789])";

  /// No I, J, O, Q, R or W.
  private static final String LETTER = "[ABCDEFGHKLMNPSTUVXYZ]";

  /// R but no G.
  private static final String SECOND_LETTER = "[ABCDEFHKLMNPRSTUVXYZ]";

  private static final List<Shape> SHAPES =
      List.of(
          shape(PlateClass.CAR, PROVINCE + "(?<series>" + LETTER + ")(?<number>\\d{4,5})"),
          shape(
              PlateClass.MOTORBIKE_OLD,
              PROVINCE + "(?<series>" + LETTER + "[1-9])(?<number>\\d{4,5})"),
          shape(
              PlateClass.MOTORBIKE,
              PROVINCE + "(?<series>" + LETTER + SECOND_LETTER + ")(?<number>\\d{5})"),
          shape(
              PlateClass.SPECIAL,
              PROVINCE + "(?<series>LD|DA|KT|CD|HC|RM?|TĐ|MK|MĐ)(?<number>\\d{4,5})"),
          shape(PlateClass.SPECIAL, PROVINCE + "(?<series>(?:MK|MĐ)[1-9])(?<number>\\d{4,5})"),
          shape(
              PlateClass.FOREIGN,
              PROVINCE
                  + "(?:(?<country>\\d{3})(?<series>NG|QT|CV|NN)(?<number>\\d{2,3})"
                  + "|(?<front>NG|QT|CV|NN)(?<rest>\\d{5,6}))"),
          shape(PlateClass.TEMPORARY, "T" + PROVINCE + "(?<number>\\d{4,5})"),
          shape(PlateClass.ARMY, "(?<series>[A-Z]{2})(?<number>\\d{3,5})"));

  private static final Pattern TEMPORARY_PLAIN = Pattern.compile("T\\d{7}");

  private Plates() {}

  private record Shape(PlateClass kind, Pattern pattern) {}

  private static Shape shape(PlateClass kind, String pattern) {
    return new Shape(kind, Pattern.compile(pattern));
  }

  /// Letters and digits of a plate as they are compared: capitals without accents but Đ, digits of
  /// any script as 0–9, nothing else. Two plates with the same can still be different ones.
  public static String normalise(String raw) {
    StringBuilder kept = new StringBuilder();
    compatible(raw).codePoints().forEach(point -> keep(point, kept));
    return kept.toString();
  }

  /// What a plate may mean, that first which agrees with where blanks, dots and dashes stand. Empty
  /// where it has no shape that there is.
  public static List<PlateNumber> read(String raw) {
    String text = normalise(raw);
    List<Split> found = new ArrayList<>();
    for (Shape shape : SHAPES) {
      Matcher matcher = shape.pattern().matcher(text);
      if (matcher.matches()) {
        found.add(split(shape.kind(), matcher));
      }
    }
    boolean temporary =
        found.stream().anyMatch(each -> each.reading().kind() == PlateClass.TEMPORARY);
    if (!temporary && TEMPORARY_PLAIN.matcher(text).matches()) {
      found.add(new Split(new PlateNumber(PlateClass.TEMPORARY, null, "", text.substring(1)), 1));
    }
    List<Integer> breaks = breaks(raw);
    found.sort(Comparator.comparing(each -> !breaks.contains(each.numberFrom())));
    return found.stream().map(Split::reading).toList();
  }

  /// @param numberFrom where the number begins in the normalised text
  private record Split(PlateNumber reading, int numberFrom) {}

  private static Split split(PlateClass kind, Matcher matcher) {
    String province = kind == PlateClass.ARMY ? null : matcher.group("province");
    return switch (kind) {
      case FOREIGN -> {
        boolean countryFirst = matcher.group("country") != null;
        String series = countryFirst ? matcher.group("series") : matcher.group("front");
        String number =
            countryFirst
                ? matcher.group("country") + "-" + series + "-" + matcher.group("number")
                : series
                    + "-"
                    + matcher.group("rest").substring(0, 3)
                    + "-"
                    + matcher.group("rest").substring(3);
        yield new Split(
            new PlateNumber(kind, province, series, number),
            countryFirst ? matcher.start("number") : matcher.start("rest"));
      }
      case TEMPORARY ->
          new Split(
              new PlateNumber(kind, province, "", matcher.group("number")),
              matcher.start("number"));
      case CAR, MOTORBIKE, MOTORBIKE_OLD, SPECIAL, ARMY ->
          new Split(
              new PlateNumber(kind, province, matcher.group("series"), matcher.group("number")),
              matcher.start("number"));
    };
  }

  /// Before which letters of the normalised text something stands that is none.
  private static List<Integer> breaks(String raw) {
    List<Integer> breaks = new ArrayList<>();
    StringBuilder kept = new StringBuilder();
    compatible(raw)
        .codePoints()
        .forEach(point -> {
          int before = kept.length();
          keep(point, kept);
          if (kept.length() == before) {
            breaks.add(before);
          }
        });
    return breaks;
  }

  private static String compatible(String raw) {
    String seen = raw.substring(0, raw.offsetByCodePoints(0, Math.min(MAX_LENGTH, points(raw))));
    return Normalizer.normalize(seen, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }

  private static void keep(int point, StringBuilder kept) {
    int digit = Character.digit(point, 10);
    if (digit >= 0) {
      kept.append((char) ('0' + digit));
    } else if (point >= 'A' && point <= 'Z') {
      kept.append((char) point);
    } else if (point == 'Đ' || point == 'Ð') { // The Icelandic letter is taken for ours.
      kept.append('Đ');
    }
  }
}
