package anbinh.seal.policy;

import anbinh.seal.FormatProblem;
import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.note.WitnessKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a policy file line by line, strictly: what is not defined by C2SP tlog-policy is refused.
///
/// The file is octets. They are read as ISO 8859-1, so that each is one character and only space
/// and tab part words; names and URLs are decoded as UTF-8 afterwards.
final class PolicyReader {
  private static final int MAX_BYTES = 256 * 1024;

  private final byte[] file;
  private final List<Policy.Log> logs = new ArrayList<>();
  private final List<Policy.Witness> witnesses = new ArrayList<>();
  private final List<Policy.Group> groups = new ArrayList<>();
  private final Set<String> defined = new HashSet<>();
  private @Nullable String quorum;

  PolicyReader(byte[] file) {
    this.file = file;
  }

  Policy read() {
    if (file.length > MAX_BYTES) {
      throw new FormatProblem("a policy has at most " + MAX_BYTES + " bytes");
    }
    String text = new String(file, StandardCharsets.ISO_8859_1);
    if (!text.endsWith("\n")) {
      throw new FormatProblem("a policy's last line ends in a line feed, like every other");
    }
    String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      try {
        line(lines[i]);
      } catch (FormatProblem e) {
        throw new FormatProblem("line " + (i + 1) + " of the policy: " + e.getMessage(), e);
      }
    }
    String named = quorum;
    if (named == null) {
      throw new FormatProblem("a policy has a line: quorum NAME");
    }
    return new Policy(logs, witnesses, groups, named);
  }

  private void line(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        throw new FormatProblem("it holds a control character");
      }
    }
    List<String> words = new ArrayList<>();
    for (String word : line.split("[ \t]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    if (words.isEmpty() || words.getFirst().startsWith("#")) {
      return;
    }
    switch (words.getFirst()) {
      case "log" -> log(words);
      case "witness" -> witness(words);
      case "group" -> group(words);
      case "quorum" -> quorum(words);
      default -> throw new FormatProblem("it begins with none of log, witness, group, quorum");
    }
  }

  private void log(List<String> words) {
    requireCount(words, 2, 3, "log VKEY [URL]");
    logs.add(new Policy.Log(VerifierKey.parse(utf8(words.get(1))), url(words, 2)));
  }

  private void witness(List<String> words) {
    requireCount(words, 3, 4, "witness NAME VKEY [URL]");
    String name = define(words.get(1));
    witnesses.add(new Policy.Witness(name, WitnessKey.parse(utf8(words.get(2))), url(words, 3)));
  }

  private void group(List<String> words) {
    requireCount(words, 4, Integer.MAX_VALUE, "group NAME all|any|NUMBER NAME...");
    List<String> members = words.subList(3, words.size()).stream().map(PolicyReader::utf8).toList();
    for (String member : members) {
      requireDefined(member);
    }
    int needed =
        switch (words.get(2)) {
          case "all" -> members.size();
          case "any" -> 1;
          default ->
              (int)
                  Math.min(
                      Integer.MAX_VALUE,
                      Checkpoint.parseNumber(words.get(2), "the number of members needed"));
        };
    groups.add(new Policy.Group(define(words.get(1)), needed, members));
  }

  private void quorum(List<String> words) {
    requireCount(words, 2, 2, "quorum NAME");
    if (quorum != null) {
      throw new FormatProblem("there is a quorum already");
    }
    String named = utf8(words.get(1));
    if (!named.equals(Policy.NONE)) {
      requireDefined(named);
    }
    quorum = named;
  }

  private String define(String octets) {
    String name = utf8(octets);
    if (name.equals(Policy.NONE) || !defined.add(name)) {
      throw new FormatProblem("the name " + name + " is defined twice or means something already");
    }
    return name;
  }

  private void requireDefined(String name) {
    if (!defined.contains(name)) {
      throw new FormatProblem("the name " + name + " is not defined on a line before");
    }
  }

  private static @Nullable String url(List<String> words, int index) {
    return words.size() > index ? utf8(words.get(index)) : null;
  }

  private static void requireCount(List<String> words, int least, int most, String form) {
    if (words.size() < least || words.size() > most) {
      throw new FormatProblem("it does not have the form: " + form);
    }
  }

  /// C2SP allows any octets; names that are no UTF-8 could not be shown, and nobody needs them.
  private static String utf8(String octets) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new FormatProblem("a name, key or URL is not UTF-8", e);
    }
  }
}
