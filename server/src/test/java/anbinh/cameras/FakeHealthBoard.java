package anbinh.cameras;

import java.time.InstantSource;

/// A board for tests of other packages; it is as the real one.
public final class FakeHealthBoard extends HealthBoard {
  public FakeHealthBoard(InstantSource clock) {
    super(clock);
  }
}
