package anbinh.print;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.Messages;
import anbinh.platform.QrCode;
import anbinh.platform.Site;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

/// Text on paper: a library that lacks letters leaves them out without an error, so both the
/// extracted text and the ink are looked at.
class PdfPrinterTest {
  private static final Messages MESSAGES = new Messages(new StaticMessageSource());
  private static final Site SITE = new Site("Xã", ZoneId.of("Asia/Ho_Chi_Minh"), true);

  private final PdfPrinter printer = new PdfPrinter();

  @Test
  void showsEveryVietnameseLetter() throws Exception {
    String letters =
        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";
    for (String text : List.of(letters, letters.toUpperCase(Locale.ROOT))) {
      byte[] pdf = printer.print(page("vi", text), PdfPrinterTest::noPicture);
      assertThat(text(pdf).replaceAll("\\s", "")).isEqualTo(text);
    }
  }

  @Test
  void showsArabicShapedAndFromRightToLeft() throws Exception {
    byte[] pdf =
        printer.print(
            page("ar", "محضر الاستخراج: الكاميرا لا تذكر ساعتها"), PdfPrinterTest::noPicture);
    // Presentation forms are what was shaped; in normal form they are the letters again.
    String text = Normalizer.normalize(text(pdf), Normalizer.Form.NFKC);
    assertThat(text).contains("الاستخراج", "ساعتها").doesNotContain("#");
    int[] ink = inkByHalf(pdf);
    assertThat(ink[1]).as("dark pixels on the right").isGreaterThan(400);
    assertThat(ink[0]).as("dark pixels on the left").isLessThan(ink[1] / 10);
  }

  @Test
  void putsTheFirstColumnOnTheRightInArabic() throws Exception {
    var sheet = new Sheet(MESSAGES, SITE, Locale.forLanguageTag("ar"), "x.", true);
    sheet.beginRows().row("w".repeat(20), "").endTable();
    int[] ink =
        inkByHalf(
            printer.print(
                sheet.document("t", "table { width: 100%; table-layout: fixed }"),
                PdfPrinterTest::noPicture));
    assertThat(ink[1]).isGreaterThan(ink[0]);
  }

  @Test
  void keepsTimesAndHashesFromLeftToRightInArabic() throws Exception {
    var sheet = new Sheet(MESSAGES, SITE, Locale.forLanguageTag("ar"), "x.", true);
    Instant at = Instant.parse("2026-11-24T03:02:11.240Z");
    sheet.beginRows().row("وقت", sheet.time(at)).row("بصمة", sheet.code("0a1b-2c3d/x.mp4"));
    String text =
        text(printer.print(sheet.endTable().document("t", ""), PdfPrinterTest::noPicture));
    assertThat(text).contains("24/11/2026 10:02:11.240 +07:00").contains("0a1b-2c3d/x.mp4");
  }

  @Test
  void showsWhatPeopleWroteAndNothingOfItAsMarkup() throws Exception {
    var sheet = new Sheet(MESSAGES, SITE, Messages.VIETNAMESE, "x.", true);
    sheet.paragraph("<img src=\"picture:x\"/> & <b>\u0000 \ud800 \"quoted\"");
    String text = text(printer.print(sheet.document("<t>", ""), PdfPrinterTest::noPicture));
    assertThat(text).contains("<img src=\"picture:x\"/> & <b>").contains("\"quoted\"");
  }

  @Test
  void fetchesNothingThatWasNotHandedOver() throws Exception {
    List<String> asked = new ArrayList<>();
    printer.print(
        page("en", "x")
            .replace(
                "<p>",
                "<p><img src=\"file:///etc/hostname\"/><img src=\"http://127.0.0.1:1/x\"/>"
                    + "<img src=\"picture:here.png\"/>"),
        name -> {
          asked.add(name);
          return png();
        });
    assertThat(asked).containsExactly("here.png");
  }

  @Test
  void putsThePictureOnThePage() throws Exception {
    byte[] pdf =
        printer.print(page("en", "").replace("<p>", "<p><img src=\"picture:label\"/>"), _ -> png());
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Iterable<COSName> names = document.getPage(0).getResources().getXObjectNames();
      assertThat(names).hasSize(1);
    }
  }

  @Test
  void printsTheRestWhenAPictureIsBroken() throws Exception {
    byte[] pdf =
        printer.print(
            page("en", "the rest").replace("<p>", "<p><img src=\"picture:still.jpg\"/>"),
            _ -> new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3});
    assertThat(text(pdf)).contains("the rest");
  }

  private static byte[] noPicture(String name) {
    throw new AssertionError("asked for " + name);
  }

  private static byte[] png() {
    try {
      return QrCode.png("EXT-2026-0001");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String page(String language, String text) {
    var sheet = new Sheet(MESSAGES, SITE, Locale.forLanguageTag(language), "x.", true);
    return sheet.paragraph(text).document("t", "body { font-family: 'DejaVu Sans Condensed' }");
  }

  private static String text(byte[] pdf) throws IOException {
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /// Dark pixels in the left and in the right half of the first page.
  private static int[] inkByHalf(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 100);
      int[] ink = new int[2];
      for (int y = 0; y < image.getHeight(); y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          if ((image.getRGB(x, y) & 0xff) < 100) {
            ink[x < image.getWidth() / 2 ? 0 : 1]++;
          }
        }
      }
      return ink;
    }
  }
}
