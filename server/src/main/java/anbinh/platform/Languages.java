package anbinh.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/// Which of our languages a request asks for (`Accept-Language`, RFC 9110 §12.5.4).
public final class Languages {
  private Languages() {}

  /// The language of a code: `vi`, `en` or `ar`; empty for any other.
  public static Optional<Locale> find(String code) {
    return Messages.LANGUAGES.stream().filter(one -> one.getLanguage().equals(code)).findFirst();
  }

  /// The language of a code.
  ///
  /// @throws Problem that names `language` for any other than ours
  public static Locale require(String code) {
    return find(code).orElseThrow(() -> Problem.invalid("language", "choice", "vi, en, ar"));
  }

  public static Locale of(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    if (header == null) {
      return Messages.VIETNAMESE;
    }
    try {
      List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
      Locale found = Locale.lookup(ranges, Messages.LANGUAGES);
      return found == null ? Messages.VIETNAMESE : found;
    } catch (IllegalArgumentException e) {
      return Messages.VIETNAMESE;
    }
  }
}
