package anbinh.vision.finder;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  /// Too long to be a plate itself.
  private static final Picture SCENE = new Picture(1000, 100, new int[100_000]);

  private static List<Box> boxes(Picture picture, List<Box> lines) {
    return Candidates.of(picture, lines).stream().map(Candidate::box).toList();
  }

  @Test
  void takesALineByItself() {
    Box line = Box.level(100, 20, 180, 40);
    assertThat(boxes(SCENE, List.of(line))).containsExactly(line);
  }

  @Test
  void joinsThePartsOfOneLine() {
    Box left = Box.level(100, 20, 140, 40);
    Box right = Box.level(150, 21, 200, 41);
    assertThat(boxes(SCENE, List.of(right, left)))
        .containsExactlyInAnyOrder(left, right, Box.around(List.of(left, right)));
  }

  @Test
  void joinsTwoLinesOneAboveTheOther() {
    Box upper = Box.level(110, 20, 150, 38);
    Box lower = Box.level(100, 42, 160, 60);
    assertThat(Candidates.of(SCENE, List.of(lower, upper)))
        .containsExactlyInAnyOrder(
            Candidate.of(upper), Candidate.of(lower), Candidate.of(upper, lower));
  }

  @Test
  void doesNotJoinWhatIsFarOrOfAnotherSize() {
    Box line = Box.level(100, 40, 160, 60);
    assertThat(boxes(SCENE, List.of(line, Box.level(300, 40, 360, 60)))).hasSize(2);
    assertThat(boxes(SCENE, List.of(line, Box.level(165, 45, 190, 52)))).hasSize(2);
  }

  @Test
  void takesAWholePictureThatMayBeAPlate() {
    assertThat(boxes(new Picture(190, 140, new int[190 * 140]), List.of()))
        .containsExactly(Box.level(0, 0, 190, 140));
    assertThat(boxes(SCENE, List.of())).isEmpty();
  }
}
