package anbinh.cameras.sign;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.Consent;
import anbinh.cameras.OwnerKind;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.print.PdfPrinter;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Signs as they come out of the printer: read back, measured, and their code scanned.
class SignSheetsTest {
  private static final String LONG_NAME =
      "Ngã ba đường Hồ Chí Minh – chợ trung tâm, phía cổng trường tiểu học số 2";

  private final SignSheets sheets =
      new SignSheets(
          new PdfPrinter(),
          new Messages(messages()),
          new Site(
              "Công an xã Bá Thước",
              ZoneId.of("Asia/Ho_Chi_Minh"),
              false,
              "Trụ sở Công an xã, 0237 3880 113",
              "https://anbinh.xa.vn"));

  private static ResourceBundleMessageSource messages() {
    var source = new ResourceBundleMessageSource();
    source.setBasename("messages/cameras");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }

  private static Camera camera(CameraKind kind, String name) {
    return new Camera(
        UUID.randomUUID(),
        "CAM-0012",
        kind,
        null,
        name,
        UUID.randomUUID(),
        kind == CameraKind.CONNECTED ? OwnerKind.POLICE : OwnerKind.HOUSEHOLD,
        Consent.NONE,
        null,
        null,
        false,
        false,
        30,
        null,
        false);
  }

  @Test
  void saysWhoRecordsWhatForAndHowLongOnOnePageOfEachSize() throws Exception {
    for (Paper paper : Paper.values()) {
      byte[] pdf = print(List.of(camera(CameraKind.CONNECTED, LONG_NAME)), paper, "en");
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(document.getNumberOfPages()).as(paper.name()).isOne();
        assertThat((double) document.getPage(0).getMediaBox().getWidth())
            .isBetween(419 * paper.scale(), 422 * paper.scale());
        String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        assertThat(text)
            .contains("Khu vực có camera an ninh", "Security cameras in this area")
            .contains("Công an xã Bá Thước", "30 ngày", "30 days", "Trụ sở Công an xã")
            .contains(LONG_NAME, "CAM-0012", "https://anbinh.xa.vn/transparency")
            .doesNotContain("cameras.sign");
      }
    }
  }

  @Test
  void hasACodeThatTelephonesRead() throws Exception {
    byte[] pdf = print(List.of(camera(CameraKind.CONNECTED, "Cổng chợ")), Paper.A5, "vi");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 150);
      int width = image.getWidth();
      int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
      var picture = new RGBLuminanceSource(width, image.getHeight(), pixels);
      assertThat(
              new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(picture))).getText())
          .isEqualTo("https://anbinh.xa.vn/transparency");
    }
  }

  @Test
  void leavesALineForTheOwnerOfAResidentsCamera() throws Exception {
    List<Camera> two =
        List.of(
            camera(CameraKind.COMMUNITY, "Nhà bà Bảy"), camera(CameraKind.CONNECTED, "Cổng chợ"));
    try (PDDocument document = Loader.loadPDF(print(two, Paper.A4, "ar"))) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      var stripper = new PDFTextStripper();
      stripper.setEndPage(1);
      String text = Normalizer.normalize(stripper.getText(document), Normalizer.Form.NFKC);
      assertThat(text).contains("Chủ camera:", "الكاميرا").doesNotContain("Công an xã Bá Thước");
    }
  }

  private byte[] print(List<Camera> cameras, Paper paper, String language) throws Exception {
    return sheets.print(cameras, paper, Locale.forLanguageTag(language), "http://localhost:8080");
  }
}
