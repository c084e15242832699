package anbinh.vision.detector;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.vision.ObjectClass;
import anbinh.vision.clip.Clip;
import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;
import anbinh.vision.model.ConstantNet;
import anbinh.vision.model.Manifest;
import anbinh.vision.model.ModelException;
import anbinh.vision.model.ModelFiles;
import anbinh.vision.read.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetectorTest {
  private static final String MANIFEST =
      """
      name = Detector
      version = 1
      licence = Apache-2.0
      source = https://example.org
      kind = %s
      width = %s
      height = 416
      class.0 = PERSON
      class.2 = CAR
      class.3 = MOTORBIKE
      file = net
      sha256 = %s
      """;

  private static Detector detector(String kind, String width, byte[] net) throws Exception {
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(net));
    byte[] manifest = MANIFEST.formatted(kind, width, digest).getBytes(StandardCharsets.UTF_8);
    Manifest read = Manifest.of(name -> name.equals("net") ? net : manifest, "detector");
    return Detector.of(read, read.load(1));
  }

  /// A net that is none of a detector: the program's finder of text.
  private static byte[] finder() throws IOException {
    return requireNonNull(ModelFiles.ofProgram("models/").read("ch_PP-OCRv4_det_infer.onnx"));
  }

  @Test
  void keepsTheSurestOfThoseThatCoverOneAnother() {
    var car = new Detection(Box.level(0, 0, 100, 50), ObjectClass.CAR, .9);
    var again = new Detection(Box.level(5, 0, 105, 50), ObjectClass.CAR, .7);
    var beside = new Detection(Box.level(70, 0, 170, 50), ObjectClass.CAR, .6);
    var rider = new Detection(Box.level(0, 0, 100, 50), ObjectClass.PERSON, .5);
    assertThat(Detector.surest(List.of(rider, again, beside, car)))
        .containsExactly(car, beside, rider);
  }

  @Test
  void saysWhatIsWrongWithAManifest() {
    assertThatThrownBy(() -> detector("ssd9", "416", finder()))
        .hasMessage("detector.properties: kind must be ssd, yolox or detr");
    assertThatThrownBy(() -> detector("yolox", "400", finder()))
        .hasMessage("detector.properties: width must be a multiple of 32");
  }

  @Test
  void refusesANetOfAnotherShape() throws Exception {
    try (Detector detector = detector("yolox", "416", finder())) {
      assertThatThrownBy(() -> detector.detect(new Picture(64, 48, new int[64 * 48])))
          .isInstanceOf(ModelException.class)
          .hasMessage(
              "the detector says 173056 values, which are not 3549 places of a picture of 416 × 416");
    }
  }

  @Test
  void refusesANetOfAnotherShapeWhereBoxesAndScoresAreExpected() throws Exception {
    try (Detector detector = detector("ssd", "416", finder())) {
      assertThatThrownBy(() -> detector.detect(new Picture(64, 48, new int[64 * 48])))
          .isInstanceOf(ModelException.class)
          .hasMessage("the detector must say boxes of four sides, and scores of each");
    }
  }

  /// A net that takes a lorry for a car less surely, sees a tree, and a person that may be none.
  @Test
  void understandsWhatTransformersSay() throws Exception {
    float[] logits = {-9, -9, 3, 0, -9, 5, -9, -9, -2, -9, -9, -9};
    float[] boxes = {.5f, .5f, .2f, .4f, .2f, .2f, .1f, .1f, .9f, .9f, .4f, .4f};
    byte[] net =
        ConstantNet.of(
            416,
            416,
            Map.of(
                "logits", new ConstantNet.Output(new long[] {1, 3, 4}, logits),
                "pred_boxes", new ConstantNet.Output(new long[] {1, 3, 4}, boxes)));
    try (Detector detector = detector("detr", "416", net)) {
      Detection car = detector.detect(new Picture(200, 100, new int[200 * 100])).getFirst();
      assertThat(car.type()).isEqualTo(ObjectClass.CAR);
      assertThat(car.score()).isCloseTo(.953, within(.001));
      assertThat(car.box().x()).isCloseTo(100, within(.01));
      assertThat(car.box().height()).isCloseTo(40, within(.01));
      assertThat(detector.detect(new Picture(200, 100, new int[200 * 100]))).hasSize(1);
    }
    try (Detector detector = detector("detr", "416", finder())) {
      assertThatThrownBy(() -> detector.detect(new Picture(64, 48, new int[64 * 48])))
          .hasMessage("the detector must say pred_boxes of four numbers, and logits of each");
    }
  }

  @Test
  void findsPersonsAndCars() throws Exception {
    Path data = data();
    try (Detector detector = Models.detector(null, 1)) {
      expectPersonsAndCars(detector, data);
    }
  }

  @Test
  void findsPersonsAndCarsWithANetThatSomebodyDropsIn() throws Exception {
    Path data = data();
    byte[] net = Files.readAllBytes(data.resolve("models").resolve("yolox_nano.onnx"));
    try (Detector detector = detector("yolox", "416", net)) {
      expectPersonsAndCars(detector, data);
    }
  }

  private static Path data() {
    String data = System.getenv("ANBINH_TEST_DATA");
    assumeTrue(data != null, "needs real footage and a net in the folder ANBINH_TEST_DATA");
    return Path.of(data);
  }

  private static void expectPersonsAndCars(Detector detector, Path data) throws Exception {
    Path video = data.resolve("video");
    assertThat(classes(detector, video.resolve("intel_one-by-one-person-detection.mp4"), 8))
        .contains(ObjectClass.PERSON)
        .doesNotContain(ObjectClass.CAR);
    assertThat(classes(detector, video.resolve("parkpow_cars.mp4"), 0))
        .contains(ObjectClass.CAR)
        .doesNotContain(ObjectClass.PERSON);
  }

  private static List<ObjectClass> classes(Detector detector, Path file, double seconds)
      throws IOException, ModelException {
    List<ObjectClass> classes = new ArrayList<>();
    try (Clip clip = new Clip(file)) {
      assertThat(clip.advance(seconds)).isTrue();
      detector.detect(clip.picture()).forEach(each -> classes.add(each.type()));
    }
    return classes;
  }
}
