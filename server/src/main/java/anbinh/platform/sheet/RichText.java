package anbinh.platform.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/// Collects the text of a string of a workbook (ISO/IEC 29500-1, 18.4), in parts where some are
/// shown by a font of their own. Not thread-safe.
final class RichText {
  private static final int MAX_LENGTH = 32_767;

  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable String font;
  private boolean hearing;
  private boolean phonetic;
  private int length;

  /// @param font its name; null where the cell's is meant
  record Part(String text, @Nullable String font) {}

  void start(String name, Attributes attributes) {
    switch (name) {
      case "r" -> font = null;
      case "rFont" -> font = attributes.getValue("val");
      case "t" -> hearing = true;
      // How a word is pronounced, which some languages write beside it.
      case "rPh" -> phonetic = true;
      default -> {}
    }
  }

  void characters(char[] from, int start, int count) {
    if (hearing && !phonetic) {
      length += count;
      if (length > MAX_LENGTH) {
        throw new SheetHandler.TooLarge();
      }
      text.append(from, start, count);
    }
  }

  void end(String name) {
    switch (name) {
      case "t" -> {
        hearing = false;
        if (!text.isEmpty()) {
          parts.add(new Part(text.toString(), font));
          text.setLength(0);
        }
      }
      case "r" -> font = null;
      case "rPh" -> phonetic = false;
      default -> {}
    }
  }

  /// What was read since the last time.
  List<Part> take() {
    List<Part> taken = List.copyOf(parts);
    parts.clear();
    length = 0;
    font = null;
    return taken;
  }
}
