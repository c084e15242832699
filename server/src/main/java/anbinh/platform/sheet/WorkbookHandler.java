package anbinh.platform.sheet;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/// Reads of a workbook which of its sheets is the first that is not hidden, and how it counts days.
/// Not thread-safe.
final class WorkbookHandler extends DefaultHandler {
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_RELATIONSHIPS =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";

  private @Nullable String sheet;
  private boolean since1904;

  /// Its relationship; null when there is none.
  @Nullable String sheet() {
    return sheet;
  }

  /// Whether days are counted from 1904 on, and not from 1900.
  boolean since1904() {
    return since1904;
  }

  @Override
  public void startElement(String space, String name, String prefixed, Attributes attributes) {
    switch (name) {
      case "workbookPr" -> since1904 = isTrue(attributes.getValue("date1904"));
      case "sheet" -> {
        String state = attributes.getValue("state");
        if (sheet == null && (state == null || state.equals("visible"))) {
          String id = attributes.getValue(RELATIONSHIPS, "id");
          sheet = id == null ? attributes.getValue(STRICT_RELATIONSHIPS, "id") : id;
        }
      }
      default -> {}
    }
  }

  private static boolean isTrue(@Nullable String value) {
    return value != null && (value.equals("1") || value.equals("true"));
  }
}
