package anbinh.evidence.collect.footage;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// What a file is called in a package that a stranger's device named: letters of ASCII, digits,
/// dots, dashes and underscores, nowhere two dots, at most 80 characters. The name as it was stands
/// in the record.
public final class SafeName {
  private static final int MAX_LENGTH = 80;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9._-]+");
  private static final Pattern DOTS = Pattern.compile("\\.{2,}");
  private static final Pattern EDGES = Pattern.compile("^[._-]+|[._-]+$");

  private SafeName() {}

  public static String of(String name) {
    String latin =
        MARKS
            .matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
            .replaceAll("")
            .replace('đ', 'd')
            .replace('Đ', 'D');
    String plain = DOTS.matcher(OTHERS.matcher(latin).replaceAll("_")).replaceAll(".");
    String cut = plain.length() > MAX_LENGTH ? plain.substring(plain.length() - MAX_LENGTH) : plain;
    String whole = EDGES.matcher(cut).replaceAll("");
    return whole.isEmpty() ? "file" : whole;
  }
}
