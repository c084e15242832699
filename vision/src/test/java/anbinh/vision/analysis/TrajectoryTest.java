package anbinh.vision.analysis;

import static anbinh.vision.analysis.PlateFixture.time;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.vision.Direction;
import anbinh.vision.image.Box;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrajectoryTest {
  private static @Nullable Direction direction(
      double fromX, double fromY, double fromSize, double toX, double toY, double toSize) {
    Trajectory trajectory = new Trajectory(time(0), box(fromX, fromY, fromSize), fromSize);
    trajectory.add(time(1), box(toX, toY, toSize), toSize);
    return trajectory.direction();
  }

  private static Box box(double x, double y, double size) {
    return new Box(x, y, size, size, 0);
  }

  @Test
  void comesNearerWhereItGrows() {
    assertThat(direction(300, 100, 20, 320, 150, 40)).isEqualTo(Direction.TOWARDS);
    assertThat(direction(300, 100, 40, 300, 100, 80)).isEqualTo(Direction.TOWARDS);
  }

  @Test
  void goesAwayWhereItShrinks() {
    assertThat(direction(320, 150, 40, 300, 100, 20)).isEqualTo(Direction.AWAY);
  }

  @Test
  void crossesWhereItMovesAcrossThePicture() {
    assertThat(direction(100, 100, 30, 300, 110, 30)).isEqualTo(Direction.RIGHT);
    assertThat(direction(300, 100, 30, 100, 110, 36)).isEqualTo(Direction.LEFT);
  }

  /// Cameras look down, those above a road steeply.
  @Test
  void comesNearerWhereItMovesDownThePicture() {
    assertThat(direction(100, 100, 30, 110, 300, 30)).isEqualTo(Direction.TOWARDS);
    assertThat(direction(100, 300, 30, 110, 100, 30)).isEqualTo(Direction.AWAY);
  }

  @Test
  void isNotClearWhereItHardlyMovesOrMovesAslant() {
    assertThat(direction(100, 100, 30, 110, 105, 31)).isNull();
    assertThat(direction(100, 100, 30, 200, 200, 30)).isNull();
  }

  @Test
  void doesNotStandWhereItWentAndCameBack() {
    Trajectory trajectory = new Trajectory(time(0), box(100, 100, 20), 20);
    trajectory.add(time(1), box(101, 101, 20), 20);
    assertThat(trajectory.stands()).isTrue();
    trajectory.add(time(2), box(130, 100, 20), 20);
    trajectory.add(time(3), box(100, 100, 20), 20);
    assertThat(trajectory.stands()).isFalse();
  }
}
