package anbinh.seal.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// The texts of one part of this module in Vietnamese, English and Arabic.
///
/// Keys, hashes and paths are set apart in right-to-left text by Unicode isolates, so that their
/// parts keep their order.
public final class Messages {
  private static final List<String> LANGUAGES = List.of("vi", "en", "ar");

  private final ResourceBundle bundle;
  private final Locale locale;

  private Messages(String part, Locale locale) {
    this.locale = locale;
    bundle = ResourceBundle.getBundle("anbinh.seal." + part + ".messages", locale);
  }

  /// Whether there are texts in this language.
  public static boolean speaks(String language) {
    return LANGUAGES.contains(language);
  }

  /// The texts in the language of the locale, or in English where there are none.
  ///
  /// @param part the package below `anbinh.seal` whose texts these are
  public static Messages of(String part, Locale locale) {
    String language = speaks(locale.getLanguage()) ? locale.getLanguage() : "en";
    return new Messages(part, Locale.of(language));
  }

  /// The language that the texts are in.
  public Locale locale() {
    return locale;
  }

  /// The text with its places filled.
  public String text(String key, Object... arguments) {
    String pattern;
    try {
      pattern = bundle.getString(key);
    } catch (MissingResourceException e) {
      throw new IllegalStateException("the text " + key + " is missing in " + locale, e);
    }
    return new MessageFormat(pattern, locale).format(arguments);
  }

  /// Something that is written from left to right in every language.
  public String machine(String value) {
    return locale.getLanguage().equals("ar") ? "\u2066" + value + "\u2069" : value;
  }

  /// A hash in groups of eight characters, for comparing by eye.
  public String hash(String hex) {
    return machine(
        hex.chars()
            .mapToObj(Character::toString)
            .collect(Collectors.joining())
            .replaceAll("(.{8})(?=.)", "$1 "));
  }
}
