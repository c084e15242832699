package anbinh.standard.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.print.PdfPrinter;
import anbinh.standard.UnitKind;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Certificates as they come out of the printer, read back.
class StandardCertificateTest {
  private static StandardCertificate paper(boolean demonstration) {
    var source = new ResourceBundleMessageSource();
    source.setBasename("messages/standard");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
    return new StandardCertificate(
        new PdfPrinter(),
        new Messages(source),
        new Site("Thanh Hóa", ZoneId.of("Asia/Ho_Chi_Minh"), demonstration));
  }

  private static byte[] print(Locale language, boolean demonstration) throws Exception {
    return paper(demonstration)
        .print(
            new StandardCertificate.Certificate(
                "Tổ dân phố Đông Thọ 1",
                UnitKind.RESIDENTIAL_AREA,
                2026,
                "Phường Hạc Thành",
                "12/GCN",
                LocalDate.of(2026, 11, 12),
                "88/QĐ-UBND",
                LocalDate.of(2026, 11, 10)),
            language);
  }

  private static String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isOne();
      return Normalizer.normalize(
          new PDFTextStripper().getText(document).replaceAll("\\s+", " "), Normalizer.Form.NFC);
    }
  }

  @Test
  void saysWhatIsRecognisedByWhichDecisionOnOnePageInEachLanguage() throws Exception {
    for (Locale language : Messages.LANGUAGES) {
      byte[] pdf = print(language, false);
      assertThat(text(pdf))
          .as(language.getLanguage())
          .contains("GIẤY CÔNG NHẬN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
          .contains("Tổ dân phố Đông Thọ 1", "năm 2026", "12/GCN", "12/11/2026")
          .contains("Quyết định số 88/QĐ-UBND ngày 10/11/2026", "Phường Hạc Thành")
          .doesNotContain("standard.")
          .doesNotContain("MÔ PHỎNG");
    }
    assertThat(text(print(Locale.ENGLISH, false)))
        .contains("CERTIFICATE OF RECOGNITION", "for 2026")
        .contains("the Vietnamese text is authoritative");
    assertThat(text(print(Messages.VIETNAMESE, false))).doesNotContain("CERTIFICATE");
  }

  @Test
  void saysOfADemonstrationThatItIsOne() throws Exception {
    assertThat(text(print(Locale.ENGLISH, true))).contains("MÔ PHỎNG");
  }
}
