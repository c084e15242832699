package anbinh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.vision.Colour;
import anbinh.vision.ObjectClass;
import anbinh.vision.image.Jpeg;
import anbinh.vision.image.Picture;
import anbinh.vision.model.ModelVersion;
import anbinh.vision.pass.ClassReason;
import anbinh.vision.pass.Classification;
import anbinh.vision.pass.FrameArea;
import anbinh.vision.pass.Pass;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColourLabelTest {
  private static final Instant START = Instant.EPOCH;

  @Test
  void readsWhatWasSeen() throws IOException {
    List<ColourLabel> labels = ColourLabel.all();

    assertThat(labels).hasSize(350).doesNotHaveDuplicates();
    assertThat(labels).filteredOn(ColourLabel::isVehicle).hasSize(227);
    assertThat(labels)
        .filteredOn(ColourLabel::isClip)
        .filteredOn(label -> label.type() == ObjectClass.TRUCK)
        .singleElement()
        .satisfies(label -> assertThat(label.colours()).containsExactly(Colour.BLUE));
  }

  @Test
  void findsTheNearestThatPassedThen() {
    var label =
        new ColourLabel("a.mp4", 5, .5, .5, ObjectClass.CAR, List.of(Colour.RED), List.of());
    Pass wanted = pass(4, 6, .45f, ObjectClass.TRUCK);
    Pass farther = pass(4, 6, .6f, ObjectClass.CAR);
    Pass later = pass(6, 8, .5f, ObjectClass.CAR);
    Pass person = pass(4, 6, .5f, ObjectClass.PERSON);
    Pass elsewhere = pass(4, 6, .1f, ObjectClass.CAR);

    assertThat(label.find(List.of(later, person, farther, wanted), START)).contains(wanted);
    assertThat(label.find(List.of(later, person, elsewhere), START)).isEmpty();
  }

  /// @param x of its middle
  private static Pass pass(int from, int to, float x, ObjectClass type) {
    return new Pass(
        START.plusSeconds(from),
        START.plusSeconds(to),
        START.plusSeconds(from),
        Jpeg.of(new Picture(1, 1, new int[1])),
        new FrameArea(x - .05f, .45f, .1f, .1f),
        null,
        new Classification(type, ClassReason.DETECTOR),
        List.of(),
        null,
        new ModelVersion("net", "1"));
  }
}
