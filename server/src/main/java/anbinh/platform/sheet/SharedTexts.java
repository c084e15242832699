package anbinh.platform.sheet;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/// The strings that cells of a workbook share, with the fonts of their parts. Not thread-safe.
final class SharedTexts extends DefaultHandler {
  private final List<List<RichText.Part>> texts = new ArrayList<>();
  private final RichText text = new RichText();

  List<RichText.Part> get(int index) {
    return texts.get(index);
  }

  @Override
  public void startElement(String space, String name, String prefixed, Attributes attributes) {
    text.start(name, attributes);
  }

  @Override
  public void characters(char[] from, int start, int length) {
    text.characters(from, start, length);
  }

  @Override
  public void endElement(String space, String name, String prefixed) {
    text.end(name);
    if (name.equals("si")) {
      texts.add(text.take());
    }
  }
}
