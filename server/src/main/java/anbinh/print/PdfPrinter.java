package anbinh.print;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Prints XHTML to PDF. Nothing is fetched: a page may only show the pictures that are handed over
/// with it. Safe for many threads.
@Component
public class PdfPrinter {
  /// What the address of a picture begins with that is handed over with the page.
  public static final String PICTURE = "picture:";

  private static final String FAMILY = "DejaVu Sans Condensed";

  static {
    XRLog.setLoggerImpl(new PrintLog());
  }

  /// @param pictures content by the name that follows [#PICTURE]; throws when there is none
  public byte[] print(String xhtml, Function<String, byte[]> pictures) throws IOException {
    var builder = new PdfRendererBuilder();
    builder.useFont(() -> font("DejaVuSansCondensed.ttf"), FAMILY, 400, FontStyle.NORMAL, true);
    builder.useFont(
        () -> font("DejaVuSansCondensed-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true);
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.defaultTextDirection(
        xhtml.contains("dir=\"rtl\"")
            ? PdfRendererBuilder.TextDirection.RTL
            : PdfRendererBuilder.TextDirection.LTR);
    builder.useUriResolver((_, uri) -> uri.startsWith(PICTURE) ? uri : null);
    builder.useProtocolsStreamImplementation(
        uri -> new Picture(pictures.apply(uri.substring(PICTURE.length()))), "picture");
    builder.withProducer("An Bình");
    builder.withHtmlContent(xhtml, null);
    var pdf = new ByteArrayOutputStream();
    builder.toStream(pdf);
    builder.run();
    return pdf.toByteArray();
  }

  private static InputStream font(String name) {
    InputStream font = PdfPrinter.class.getResourceAsStream(name);
    if (font == null) {
      throw new IllegalStateException("the font " + name + " is missing from this program");
    }
    return font;
  }

  private record Picture(InputStream getStream) implements FSStream {
    Picture(byte[] content) {
      this(new ByteArrayInputStream(content));
    }

    @Override
    public Reader getReader() {
      return new InputStreamReader(getStream, StandardCharsets.UTF_8);
    }
  }
}
