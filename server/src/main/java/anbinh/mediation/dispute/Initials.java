package anbinh.mediation.dispute;

import anbinh.mediation.dispute.MediationContent.MediationParty;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Parties as a list may name them: `N.V.A – L.T.H`.
final class Initials {
  private static final int SHOWN = 3;

  /// What stands in brackets is no part of a name.
  private static final Pattern NOTE = Pattern.compile("\\([^)]*\\)");

  private Initials() {}

  static String of(List<MediationParty> parties) {
    String some =
        parties.stream()
            .limit(SHOWN)
            .map(each -> of(each.name()))
            .collect(Collectors.joining(" – "));
    return parties.size() > SHOWN ? some + " – …" : some;
  }

  private static String of(String name) {
    return Arrays.stream(NOTE.matcher(name).replaceAll(" ").strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .map(word -> new String(Character.toChars(Character.toUpperCase(word.codePointAt(0)))))
        .collect(Collectors.joining("."));
  }
}
