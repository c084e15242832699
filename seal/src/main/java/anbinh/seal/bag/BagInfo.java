package anbinh.seal.bag;

import anbinh.seal.FormatProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The file `bag-info.txt`: lines `Label: value`, the last of them the payload's size as
/// `Payload-Oxum: <bytes>.<files>`.
///
/// @param labels label to value, without the Payload-Oxum, in their order
/// @param payloadBytes how many bytes the payload has
/// @param payloadFiles how many files the payload has
public record BagInfo(Map<String, String> labels, long payloadBytes, long payloadFiles) {
  private static final String OXUM = "Payload-Oxum";

  /// Checks and copies the labels.
  public BagInfo {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    labels.forEach(BagInfo::requireLine);
    if (labels.containsKey(OXUM) || payloadBytes < 0 || payloadFiles < 0) {
      throw new FormatProblem("the Payload-Oxum is counted, not given");
    }
  }

  /// The payload's size as BagIt writes it.
  public String payloadOxum() {
    return payloadBytes + "." + payloadFiles;
  }

  /// The file's text.
  public String write() {
    StringBuilder text = new StringBuilder();
    labels.forEach((label, value) -> text.append(label).append(": ").append(value).append('\n'));
    return text.append(OXUM + ": ").append(payloadOxum()).append('\n').toString();
  }

  /// Reads the file back; refuses what [#write] would not have written.
  public static BagInfo parse(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FormatProblem("bag-info.txt is valid UTF-8", e);
    }
    if (!text.endsWith("\n")) {
      throw new FormatProblem("bag-info.txt ends in a line feed");
    }
    Map<String, String> labels = new LinkedHashMap<>();
    for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
      int colon = line.indexOf(": ");
      if (colon < 1
          || labels.putIfAbsent(line.substring(0, colon), line.substring(colon + 2)) != null) {
        throw new FormatProblem("a line of bag-info.txt is \"Label: value\", each label once");
      }
    }
    String oxum = labels.remove(OXUM);
    if (oxum == null || !oxum.matches("(0|[1-9][0-9]{0,17})\\.(0|[1-9][0-9]{0,8})")) {
      throw new FormatProblem("bag-info.txt has no Payload-Oxum like 1234.5");
    }
    int dot = oxum.indexOf('.');
    BagInfo info =
        new BagInfo(
            labels,
            Long.parseLong(oxum.substring(0, dot)),
            Long.parseLong(oxum.substring(dot + 1)));
    if (!info.write().equals(text)) {
      throw new FormatProblem("the Payload-Oxum is the last line of bag-info.txt");
    }
    return info;
  }

  private static void requireLine(String label, String value) {
    if (!label.matches("[A-Za-z][A-Za-z0-9-]{0,60}")) {
      throw new FormatProblem(
          "a label of bag-info.txt is letters, digits and -: \"" + label + "\"");
    }
    boolean plain =
        !value.isBlank()
            && value.equals(value.strip())
            && value.length() <= 1000
            && value.codePoints().noneMatch(Character::isISOControl);
    if (!plain) {
      throw new FormatProblem("the value of " + label + " in bag-info.txt is one plain line");
    }
  }
}
