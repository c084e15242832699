package anbinh.vision.draw;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Texts of plates as they are written, one string a line; letters, digits, `-`, `.`, blanks and
/// emblems.
///
/// Those of Vietnam follow Circular 79/2024/TT-BCA and what was valid before it.
final class PlateTexts {
  /// Stands for what a state or a country puts between two characters.
  static final char EMBLEM = '*';

  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /// First letters of a series.
  private static final String SERIES = "ABCDEFGHKLMNPSTUVXYZ";

  /// Second letters of a motorbike's series.
  private static final String SECOND = "ABCDEFHKLMNPRSTUVXYZ";

  /// Series of the state's vehicles.
  private static final String STATE = "ABCDEFGHKLM";

  private static final Set<Integer> UNUSED = Set.of(13, 42, 44, 45, 46, 87, 91, 96);

  private static final List<String> SPECIAL =
      List.of("LD", "DA", "KT", "CD", "HC", "R", "RM", "TĐ", "MK");

  private final RandomGenerator random;

  PlateTexts(RandomGenerator random) {
    this.random = random;
  }

  private String any(String alphabet, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private String digits(int count) {
    return any(DIGITS, count);
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /// One of the 81 codes of provinces, of which those that merged keep theirs.
  String province() {
    int code = 11 + random.nextInt(89);
    return UNUSED.contains(code) ? province() : Integer.toString(code);
  }

  /// `123.45`, or `1234` of before 2010.
  private String number(int oldOnesIn) {
    return random.nextInt(oldOnesIn) == 0 ? digits(4) : fiveDigits();
  }

  private String fiveDigits() {
    return digits(3) + "." + digits(2);
  }

  List<String> car(boolean state, boolean twoLines) {
    String series = random.nextInt(14) == 0 ? any(SPECIAL) : any(state ? STATE : SERIES, 1);
    String front = province() + series;
    String number = number(9);
    return twoLines ? List.of(front, number) : List.of(front + "-" + number);
  }

  List<String> motorbike() {
    String front = province() + "-";
    return switch (random.nextInt(10)) {
      case 0 -> List.of(front + "MĐ" + (1 + random.nextInt(9)), number(20));
      case 1, 2, 3 -> List.of(front + any(SERIES, 1) + any(SECOND, 1), fiveDigits());
      case 4, 5 -> List.of(front + any(SERIES, 1) + (1 + random.nextInt(9)), digits(4));
      default -> List.of(front + any(SERIES, 1) + (1 + random.nextInt(9)), number(50));
    };
  }

  List<String> foreign(boolean twoLines) {
    String series = any(List.of("NG", "QT", "NN", "CV"));
    String country = digits(3);
    String order = digits(2);
    return twoLines
        ? List.of(province() + "-" + country, series + "-" + order)
        : List.of(province() + "-" + country + "-" + series + "-" + order);
  }

  List<String> temporary(boolean twoLines) {
    String front = "T" + province();
    return twoLines ? List.of(front, number(9)) : List.of(front + "-" + number(9));
  }

  List<String> army(boolean twoLines) {
    String unit = any("ABHKPQTV", 1) + any("ABCDEHKLMNPSTVX", 1);
    String number = digits(2) + "-" + digits(2);
    return twoLines ? List.of(unit, number) : List.of(unit + "-" + number);
  }

  /// A pattern such as `AA 000 AA`: `A` is any letter, `0` any digit, `#` either.
  String pattern(String pattern) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      text.append(
          switch (c) {
            case 'A' -> any(LETTERS, 1);
            case '0' -> digits(1);
            case '#' -> any(LETTERS + DIGITS, 1);
            default -> String.valueOf(c);
          });
    }
    return text.toString();
  }

  /// With an emblem instead of the gap, in one of so many.
  private String withEmblem(String text, int oneIn) {
    return random.nextInt(oneIn) == 0 ? text.replaceFirst("[ -]", "" + EMBLEM) : text;
  }

  String europe() {
    String text =
        pattern(
            any(
                List.of(
                    "AA 000 AA",
                    "AA-000-AA",
                    "AA 0000",
                    "A AA 000",
                    "AA AA 000",
                    "000 AAA",
                    "0000 AAA",
                    "0A0 0000",
                    "AA 000-AA",
                    "AA-00-AA",
                    "00-AA-00",
                    "AAA-000",
                    "AA 00000",
                    "A 00 AAA",
                    "AA00 AAA",
                    "AAA 0000",
                    "AA 00 AA",
                    "0-AAA-000",
                    "AA 0000-A")));
    return withEmblem(text, 3);
  }

  String america() {
    String text =
        pattern(
            any(
                List.of(
                    "AAA 000",
                    "AAA 0000",
                    "000 AAA",
                    "AAA0000",
                    "0AAA000",
                    "AA 00000",
                    "00A000",
                    "A00 0AA",
                    "000 000",
                    "AA0 0A0",
                    "A000000",
                    "#######",
                    "###-####",
                    "00 000",
                    "AAA-0000",
                    "0000 AA",
                    "###A##",
                    "A 00000")));
    return withEmblem(text, 2);
  }

  String brazil() {
    return pattern(random.nextBoolean() ? "AAA-0000" : "AAA0A00");
  }

  String anywhere() {
    StringBuilder pattern = new StringBuilder();
    int length = 4 + random.nextInt(5);
    for (int i = 0; i < length; i++) {
      if (i > 0 && i < length - 1 && random.nextInt(5) == 0) {
        pattern.append(" -.".charAt(random.nextInt(3)));
      }
      pattern.append("A00#".charAt(random.nextInt(4)));
    }
    return pattern(pattern.toString());
  }

  /// Letters and digits of it alone: what a reader shall say.
  static String label(List<String> lines) {
    return String.join("", lines).replaceAll("[-. *]", "");
  }

  /// What stands in pictures and is no plate: the clock that a camera burns in, a badge, a sign.
  String lettering() {
    return switch (random.nextInt(6)) {
      case 0 -> "20" + pattern("00-") + (10 + random.nextInt(3)) + "-" + digits(2);
      case 1 -> (10 + random.nextInt(14)) + ":" + digits(2) + ":" + digits(2);
      case 2 -> digits(2) + "/" + digits(2) + "/20" + digits(2) + " " + digits(2) + ":" + digits(2);
      case 3 -> "CAM " + pattern("00");
      default -> any(WORDS);
    };
  }

  private static final List<String> WORDS =
      List.of(
          "HONDA",
          "YAMAHA",
          "TOYOTA",
          "VISION",
          "WAVE",
          "FUTURE",
          "SIRIUS",
          "VIOS",
          "INNOVA",
          "FORD",
          "RANGER",
          "HYUNDAI",
          "KIA",
          "MAZDA",
          "THACO",
          "VINFAST",
          "AIR BLADE",
          "LEAD",
          "EXCITER",
          "JUPITER",
          "DREAM",
          "CAMRY",
          "KARAOKE",
          "TAXI",
          "XE KHÁCH",
          "CỬA HÀNG",
          "NHÀ THUỐC",
          "CÀ PHÊ",
          "SỬA XE",
          "HOTLINE",
          "CẤM ĐỖ XE",
          "LỐI VÀO",
          "BÁN HÀNG",
          "TURBO",
          "DIESEL",
          "4WD",
          "V6",
          "LIMITED",
          "HYBRID",
          "POLICE",
          "SCHOOL",
          "EXIT",
          "STOP",
          "SALE");
}
