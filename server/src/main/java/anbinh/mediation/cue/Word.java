package anbinh.mediation.cue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A word as it is compared: its letters without any mark, its letters without the tone, and the
/// tone, on whichever letter it stands.
///
/// @param bare such as `danh`
/// @param letters such as `đanh`
/// @param tone a combining mark; 0 for none
record Word(String bare, String letters, char tone) {
  /// None: it is no word of any list.
  static final Word NONE = new Word("", "", (char) 0);

  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
  private static final char ARABIC = '\u0600';
  private static final char TILDE = '\u0303';
  private static final char HOOK = '\u0309';
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}@$]+");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\u00AD\\u0640]");
  private static final Pattern ARABIC_MARKS = Pattern.compile("[\\u064B-\\u065F\\u0670]");

  private static final String SYLLABLE_OF =
      "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])[aeiouy]{1,3}"
          + "(?:ch|ng|nh|[cmnpt])?(?![aeiouy])";
  private static final Pattern SYLLABLE = Pattern.compile(SYLLABLE_OF);
  private static final Pattern SYLLABLES = Pattern.compile("(?:" + SYLLABLE_OF + "){2,}");

  /// `đ á n h`, `đ.á.n.h`: three letters or more that stand alone.
  private static final int MIN_SPELLED = 3;

  /// The words of a text, in their order: however accents are encoded, in small letters, without
  /// what is not seen, with digits that stand for letters and letters that are written twice put
  /// right.
  static List<Word> of(String text) {
    String plain = UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    List<String> found = new ArrayList<>();
    Matcher matcher = WORD.matcher(plain.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return joined(found).stream().flatMap(Word::syllables).map(Word::one).toList();
  }

  /// `đánhvợ`: syllables that are written together, where an accent tells that it is Vietnamese.
  private static Stream<String> syllables(String word) {
    String bare = bare(word);
    return !bare.equals(word) && SYLLABLES.matcher(bare).matches()
        ? SYLLABLE.matcher(bare).results().map(each -> word.substring(each.start(), each.end()))
        : Stream.of(word);
  }

  private static List<String> joined(List<String> words) {
    List<String> joined = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int end = at;
      while (end < words.size() && isLetter(words.get(end))) {
        end++;
      }
      if (end - at >= MIN_SPELLED) {
        joined.add(String.join("", words.subList(at, end)));
        at = end;
      } else {
        joined.add(words.get(at));
        at++;
      }
    }
    return joined;
  }

  private static boolean isLetter(String word) {
    return word.codePointCount(0, word.length()) == 1 && Character.isLetter(word.codePointAt(0));
  }

  static Word one(String written) {
    var letters = new StringBuilder();
    char tone = 0;
    String marks = Normalizer.normalize(digitsRead(written), Normalizer.Form.NFD);
    for (int i = 0; i < marks.length(); i++) {
      char mark = marks.charAt(i);
      if (TONES.indexOf(mark) >= 0) {
        tone = mark;
      } else {
        letters.append(mark);
      }
    }
    String whole =
        ARABIC_MARKS
            .matcher(Normalizer.normalize(letters, Normalizer.Form.NFC))
            .replaceAll("")
            .replaceAll("[أإآٱ]", "ا")
            .replace('ة', 'ه')
            .replace('ى', 'ي');
    var once = new StringBuilder();
    for (int i = 0; i < whole.length(); i++) {
      if (i == 0 || whole.charAt(i) != whole.charAt(i - 1)) {
        once.append(whole.charAt(i));
      }
    }
    String spelled = spelled(once.toString());
    return new Word(bare(spelled), spelled, tone);
  }

  private static String bare(String letters) {
    var bare = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      bare.append(
          letter == 'đ'
              ? 'd'
              : Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0));
    }
    return bare.toString();
  }

  /// `fang`, `zọa`, `jết`, `đánk`: letters that Vietnamese has not, or not at that place, as
  /// messages write them.
  private static String spelled(String letters) {
    return letters
        .replaceFirst("^f", "ph")
        .replaceFirst("^dz|^z", "d")
        .replaceFirst("^j", "gi")
        .replaceFirst("nk$", "nh");
  }

  /// `gi3t`, `ch3m`: only where letters stand beside.
  private static String digitsRead(String written) {
    boolean letters = written.codePoints().anyMatch(Character::isLetter);
    return letters && !written.codePoints().allMatch(Character::isLetter)
        ? written
            .replace('0', 'o')
            .replace('1', 'i')
            .replace('3', 'e')
            .replace('4', 'a')
            .replace('5', 's')
            .replace('@', 'a')
            .replace('$', 's')
        : written;
  }

  /// Whether this, as somebody wrote it, may be a word of the list: with the same marks or fewer;
  /// `đẫy` may be `đẩy`, since most of the Centre and the South speak them alike.
  boolean maybe(Word listed) {
    return bare.equals(listed.bare)
        && (tone == 0 || spoken(tone) == spoken(listed.tone))
        && hasMarksOf(listed.letters);
  }

  boolean isArabic() {
    return !bare.isEmpty() && bare.charAt(0) >= ARABIC;
  }

  boolean isAccented() {
    return tone != 0 || !letters.equals(bare);
  }

  private boolean hasMarksOf(String listed) {
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      if (letter != bare.charAt(i) && letter != listed.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static char spoken(char tone) {
    return tone == TILDE ? HOOK : tone;
  }

  /// Without one of the letters that Arabic writes in front of a word.
  Word without(String front) {
    return new Word(bare.substring(front.length()), letters.substring(front.length()), tone);
  }
}
