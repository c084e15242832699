package anbinh.media.record.clock;

import anbinh.media.AccessUnit;
import anbinh.media.mp4.ClockRate;
import anbinh.media.mp4.Ticks;
import java.util.Arrays;
import java.util.Optional;

/// Measures by the arrival of pictures how fast a camera's timestamps run, and places its pictures
/// on a scale that runs like the recorder's clock.
///
/// A camera that keeps to its rate, give or take what a [SegmentClock] slews, is believed: the
/// scale is its own, to the tick. One that does not gets times of receipt: its timestamps say only
/// in what order and how far apart pictures were taken, while rate and place of the scale follow
/// the least delayed arrivals. The scale never jumps and never runs back; it is bent, so that what
/// was said about earlier pictures stays. Only in the first [SegmentClock#SETTLES_WITHIN] of a
/// session, before anything is said for good, a wrong rate is applied to what came before as well:
/// [#sinceBeginning].
///
/// What cameras say about themselves in sender reports is not used: those may be wrong as well.
///
/// For one thread.
final class CameraRate {
  /// How far apart points are, for rates that are far off, off and a little off.
  private static final int LEVELS = 3;

  private static final int LEVEL_STEP = 8;
  private static final long POINT_NANOS = 500_000_000;
  private static final int FEW = 4;

  /// A clock is wrong when it is off by this on a level; less may be a network that gets slower. On
  /// the finest, where points are few, chance makes a line of them as well, so it must be more.
  private static final double[] WRONG_SECONDS = {0.3, 0.3, 0.2};

  /// The same while nothing has been said for good.
  private static final double WRONG_AT_FIRST_SECONDS = 0.1;

  /// And by so many times what the points lie off their line.
  private static final double SPREADS = 8;

  /// A [SegmentClock] follows a clock that is less wrong.
  private static final double SLEWED = 500e-6;

  /// Times that are off by more than this, and by so many times the time since the last picture,
  /// are those of a clock that was set.
  private static final long JUMP_NANOS = 1_000_000_000;

  private static final int JUMP_TIMES = 20;

  /// How soon the scale is back where arrivals have it.
  private static final double STEERING_SECONDS = 3;

  private final Arrivals[] levels = new Arrivals[LEVELS];
  private final int[] pointsBefore = new int[LEVELS];
  private boolean started;
  private long originCamera;
  private long originNanos;
  private long originGiven;
  private long highestCamera;
  private long lastNanos;
  private long sinceLastNanos;

  // The scale: two straight pieces, of which the second begins at the newest bend.
  private long bendCamera;
  private long bendGiven;
  private double slope = 1;
  private double slopeBefore = 1;

  /// Whether arrivals steer the scale.
  private boolean corrected;

  /// Receipt minus the time given, for the least delayed pictures.
  private double leastSeconds;

  private ClockRate measured = ClockRate.DECLARED;

  /// Whether nothing but the session's first pictures was seen, one after the other.
  private boolean first;

  private boolean sinceBeginning;

  /// Whether a session that began corrected still finds its least delayed pictures.
  private boolean settling;

  // The point being gathered.
  private long pointUntil;
  private double pointLateness = Double.POSITIVE_INFINITY;
  private double pointCamera;
  private double pointReceipt;
  private double pointGiven;

  CameraRate() {
    for (int i = 0; i < LEVELS; i++) {
      levels[i] = new Arrivals();
    }
  }

  /// Timestamps have a new origin. What is known of their rate is believed of the new ones as well,
  /// until arrivals say otherwise.
  void newSession() {
    started = false;
    if (sinceBeginning) {
      corrected = true;
      sinceBeginning = false;
    }
    slope = 1 / measured.ratio();
    slopeBefore = slope;
  }

  /// The time of a timestamp on the scale.
  long ticks(long cameraTicks) {
    if (!started) {
      return cameraTicks;
    }
    long since = cameraTicks - bendCamera;
    return bendGiven + Math.round(since * (since >= 0 ? slope : slopeBefore));
  }

  /// The picture with its time on the scale; the same one as long as the camera is believed.
  AccessUnit follow(AccessUnit unit) {
    long camera = unit.pts90k();
    if (!started) {
      started = true;
      bendCamera = camera;
      bendGiven = camera;
      first = !corrected;
      settling = corrected;
      measureAnew(camera, camera, unit.receivedNanos());
    }
    long given = ticks(camera);
    observe(camera, given, unit.receivedNanos());
    return given == camera ? unit : unit.at(given);
  }

  /// Gives the picture that was followed last another time, from which the scale goes on.
  void rebase(AccessUnit unit, long given) {
    long camera = unit.pts90k();
    long off = Math.abs(Ticks.toNanos(given - ticks(camera)));
    bendCamera = camera;
    bendGiven = given;
    slopeBefore = slope;
    settle();
    if (off > JUMP_NANOS && off > JUMP_TIMES * sinceLastNanos) {
      measureAnew(camera, given, unit.receivedNanos());
    }
  }

  /// From now on what was said about the pictures of this session stays.
  void settle() {
    first = false;
    if (sinceBeginning) {
      Arrivals finest = levels[0];
      int oldest = finest.count() - 1;
      leastSeconds = finest.receipt(oldest) - finest.given(oldest);
      sinceBeginning = false;
      corrected = true;
    }
  }

  /// Whether it may still turn out that a rate has to be applied to what came so far.
  boolean isForming() {
    long since = lastNanos - originNanos;
    long off = Math.abs(Ticks.toNanos(highestCamera - originCamera) - since);
    return first && isUnsettled() && off > WRONG_SECONDS[0] * 1e9;
  }

  /// Whether pictures have times of receipt.
  boolean isCorrected() {
    return corrected || sinceBeginning;
  }

  /// The camera's rate; as declared while it is believed.
  ClockRate measured() {
    return measured;
  }

  /// The rate to be applied to all pictures of the session so far, which were given the camera's
  /// own times; final once the scale is [#bend] at a picture.
  Optional<ClockRate> sinceBeginning() {
    return sinceBeginning ? Optional.of(measured) : Optional.empty();
  }

  /// From the picture that was followed last, the scale itself runs at the rate that was applied
  /// [#sinceBeginning].
  void bend() {
    if (!sinceBeginning) {
      return;
    }
    leastSeconds = leastReceipt(levels[0].count(), 1 / measured.ratio());
    leastSeconds += seconds(highestCamera - originCamera) / measured.ratio();
    leastSeconds -= seconds(ticks(highestCamera) - originGiven);
    sinceBeginning = false;
    first = false;
    corrected = true;
    bendTo(1 / measured.ratio());
    slopeBefore = 1;
  }

  private void measureAnew(long camera, long given, long nanos) {
    originCamera = camera;
    originGiven = given;
    originNanos = nanos;
    highestCamera = camera;
    lastNanos = nanos;
    leastSeconds = 0;
    for (int i = 0; i < LEVELS; i++) {
      levels[i].clear();
      pointsBefore[i] = 0;
    }
    pointUntil = nanos + POINT_NANOS;
    pointLateness = Double.POSITIVE_INFINITY;
  }

  private void observe(long camera, long given, long nanos) {
    sinceLastNanos = nanos - lastNanos;
    highestCamera = Math.max(highestCamera, camera);
    lastNanos = nanos;
    if (nanos >= pointUntil) {
      addPoint();
      pointUntil = nanos + POINT_NANOS;
    }
    double receipt = (nanos - originNanos) / 1e9;
    double at = seconds(given - originGiven);
    if (receipt - at < pointLateness) {
      pointLateness = receipt - at;
      pointCamera = seconds(camera - originCamera);
      pointReceipt = receipt;
      pointGiven = at;
    }
  }

  private void addPoint() {
    if (pointLateness == Double.POSITIVE_INFINITY) {
      return;
    }
    pointLateness = Double.POSITIVE_INFINITY;
    Arrivals finest = levels[0];
    if (finest.count() > 0 && pointCamera <= finest.camera(0)) {
      return;
    }
    finest.add(pointCamera, pointReceipt, pointGiven);
    int raised = 1;
    while (raised < LEVELS && ++pointsBefore[raised] % LEVEL_STEP == 0) {
      raise(raised);
      raised++;
    }
    if (sinceBeginning) {
      measureSinceBeginning();
    } else if (corrected) {
      steer();
    } else {
      judge(raised);
    }
  }

  /// Takes the least delayed point of the level below.
  private void raise(int level) {
    Arrivals below = levels[level - 1];
    int least = 0;
    for (int i = 1; i < Math.min(LEVEL_STEP, below.count()); i++) {
      if (below.receipt(i) - below.given(i) < below.receipt(least) - below.given(least)) {
        least = i;
      }
    }
    levels[level].add(below.camera(least), below.receipt(least), below.given(least));
  }

  /// Looks whether the camera is still to be believed, by all levels that have a new point.
  private void judge(int raised) {
    for (int i = 0; i < raised; i++) {
      for (int points = FEW; points <= levels[i].count(); points *= 2) {
        boolean early = first && i == 0 && points > FEW && isUnsettled();
        double limit = early ? WRONG_AT_FIRST_SECONDS : WRONG_SECONDS[i];
        double fewer = Math.min(2, Math.sqrt((double) Arrivals.SIZE / points));
        if (isWrong(levels[i], points, i == 0 ? limit * fewer : limit)) {
          distrust(levels[i], points);
          return;
        }
      }
    }
  }

  private boolean isUnsettled() {
    return lastNanos - originNanos <= SegmentClock.SETTLES_WITHIN.toNanos();
  }

  private static boolean isWrong(Arrivals arrivals, int points, double limit) {
    double older = arrivals.receipt(points - 1) - arrivals.camera(points - 1);
    double newer = arrivals.receipt(0) - arrivals.camera(0);
    if (Math.abs(newer - older) < limit / 2) {
      return false;
    }
    Arrivals.Line line = arrivals.line(points);
    return line.straight() && isWrong(line, limit);
  }

  private static boolean isWrong(Arrivals.Line line, double limit) {
    double drift = line.drift(1);
    return drift > limit
        && drift > SPREADS * line.spread()
        && Math.abs(line.slope() - 1) > SLEWED
        && isPlausible(line.slope());
  }

  /// A clock that all but stands says nothing about time; [StandingClock] looks after it.
  private static boolean isPlausible(double slope) {
    return slope > 1e6 / ClockRate.MAX_PPM && slope < 1e6 / ClockRate.MIN_PPM;
  }

  private void distrust(Arrivals arrivals, int points) {
    measured = ClockRate.of(1 / arrivals.line(points).slope());
    if (first && isUnsettled()) {
      sinceBeginning = true;
      measureSinceBeginning();
      if (sinceBeginning) {
        return;
      }
    }
    corrected = true;
    first = false;
    settling = false;
    leastSeconds = arrivals.receipt(points - 1) - arrivals.given(points - 1);
    steer();
  }

  /// As long as nothing is said for good, more pictures say it better.
  private void measureSinceBeginning() {
    if (!isUnsettled()) {
      return;
    }
    Arrivals finest = levels[0];
    Arrivals.Line line = finest.line(finest.count());
    if (line.straight() && isWrong(line, WRONG_AT_FIRST_SECONDS)) {
      measured = ClockRate.of(1 / line.slope());
    } else {
      sinceBeginning = false;
      measured = ClockRate.DECLARED;
    }
  }

  /// Bends the scale so that it is soon where arrivals have it, and runs like the recorder's clock.
  private void steer() {
    Arrivals finest = levels[0];
    if (finest.count() < FEW) {
      return;
    }
    int level = LEVELS - 1;
    while (level >= 0 && !fits(levels[level])) {
      level--;
    }
    boolean lasting = level > 1 || (level == 1 && levels[1].count() == Arrivals.SIZE);
    Arrivals.Line line = level < 0 ? finest.line(FEW) : levels[level].line(levels[level].count());
    if (lasting && !isWrong(line, WRONG_AT_FIRST_SECONDS)) {
      believe();
      return;
    }
    if (!isPlausible(line.slope())) {
      return;
    }
    measured = ClockRate.of(1 / line.slope());
    if (settling) {
      settling = isUnsettled();
      leastSeconds = Math.min(leastSeconds, finest.receipt(0) - finest.given(0));
    }
    double now = seconds(highestCamera - originCamera);
    double ahead = STEERING_SECONDS / line.slope();
    double receipt = leastReceipt(finest.count() / 2, line.slope()) + line.slope() * (now + ahead);
    double given = seconds(ticks(highestCamera) - originGiven);
    double next = (receipt - leastSeconds - given) / ahead;
    bendTo(Math.clamp(next, line.slope() / 4, line.slope() * 4));
  }

  /// Where a line of that slope below the newest points begins.
  private double leastReceipt(int points, double lineSlope) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points; i++) {
      least = Math.min(least, levels[0].receipt(i) - lineSlope * levels[0].camera(i));
    }
    return least;
  }

  /// Whether the newest points lie on the line of all of a level, as they do unless the rate has
  /// changed since.
  private boolean fits(Arrivals level) {
    if (level.count() < FEW || levels[0].count() < FEW) {
      return false;
    }
    Arrivals.Line line = level.line(level.count());
    double[] off = new double[FEW];
    for (int i = 0; i < FEW; i++) {
      off[i] = levels[0].receipt(i) - line.receipt(levels[0].camera(i));
    }
    Arrays.sort(off);
    double noise = levels[0].line(FEW).spread();
    return Math.abs((off[1] + off[2]) / 2) < Math.max(0.06, 3 * noise);
  }

  /// The camera keeps to its rate again.
  private void believe() {
    corrected = false;
    measured = ClockRate.DECLARED;
    bendTo(1);
  }

  private void bendTo(double next) {
    long given = ticks(highestCamera);
    bendCamera = highestCamera;
    bendGiven = given;
    slopeBefore = slope;
    slope = next;
  }

  private static double seconds(long ticks) {
    return ticks / (double) Ticks.PER_SECOND;
  }
}
