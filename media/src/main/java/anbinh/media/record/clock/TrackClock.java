package anbinh.media.record.clock;

import anbinh.media.AccessUnit;
import anbinh.media.SenderReport;
import anbinh.media.mp4.ClockRate;
import anbinh.media.mp4.Ticks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The clocks of one track: when each picture was taken, by the camera's timestamps as far as its
/// pictures' receipt lets them be believed, and whether a clock was set in between.
///
/// Each picture goes through [#follow], then [#observe], then [#passed]. What an ordinary picture
/// needs allocates nothing. For one thread at a time; [#rate] is for any.
public final class TrackClock {
  /// Assumed until two pictures have been seen: 25 a second.
  private static final int ASSUMED_PICTURE_TICKS = 3600;

  /// A longer time without a picture, because packets were lost, is a gap.
  private static final long MAX_HOLE_TICKS = Ticks.PER_SECOND;

  private final CameraRate cameraRate = new CameraRate();
  private final StandingClock standing = new StandingClock();
  private final StepDetector steps = new StepDetector();
  private volatile ClockRate rate = ClockRate.DECLARED;
  private @Nullable SenderReport earlyReport;

  /// Whether the picture before is known, so that the next one may be measured by it.
  private boolean passedBefore;

  private long lastTicks;
  private int pictureTicks = ASSUMED_PICTURE_TICKS;

  /// The rate of the camera's timestamps, as measured; for any thread.
  public ClockRate rate() {
    return rate;
  }

  /// The picture with the time to use, unless a clock was set; the same one as long as the camera
  /// is believed.
  public AccessUnit follow(AccessUnit sent) {
    AccessUnit unit = cameraRate.follow(sent);
    if (!rate.equals(cameraRate.measured())) {
      rate = cameraRate.measured();
    }
    return standing.follow(unit);
  }

  /// Whether a clock was set before the picture that was followed last.
  ///
  /// @param reorderDepth pictures that may be shown before one that was sent earlier
  public ClockStep observe(AccessUnit unit, int reorderDepth) {
    return steps.observe(unit, unit.pts90k(), reorderDepth);
  }

  /// Begins the new session with a picture that was followed already in the one before.
  ///
  /// @return its time
  public long beginAt(AccessUnit sent, int reorderDepth) {
    AccessUnit unit = cameraRate.follow(sent);
    observe(unit, reorderDepth);
    return unit.pts90k();
  }

  /// Gives the picture that was followed last, whose clock was set, a time by its receipt, from
  /// which times go on.
  ///
  /// @return that time
  public long goOnAt(AccessUnit sent) {
    long placed = Math.max(lastTicks + 1, steps.expected(sent));
    cameraRate.rebase(sent, placed);
    steps.rebase(sent, placed);
    return placed;
  }

  /// The rate to be applied to all pictures of the session so far: [CameraRate#sinceBeginning].
  public Optional<ClockRate> correction() {
    Optional<ClockRate> found = cameraRate.sinceBeginning();
    steps.allowAhead(found.isPresent());
    return found;
  }

  /// The picture has its time, by which the next one is measured.
  public void passed(long ticks) {
    if (passedBefore && ticks > lastTicks) {
      pictureTicks = (int) Math.clamp(ticks - lastTicks, 1, 10L * Ticks.PER_SECOND);
    }
    passedBefore = true;
    lastTicks = ticks;
  }

  /// The time of a picture that was not followed yet.
  public long ticks(AccessUnit sent) {
    return cameraRate.ticks(sent.pts90k());
  }

  /// Whether a picture that was not followed yet needs no decision.
  ///
  /// @param ticks its time
  public boolean isSteady(AccessUnit sent, long ticks, int reorderDepth) {
    return !standing.isStanding() && steps.judge(sent, ticks, reorderDepth) == ClockStep.NONE;
  }

  /// Whether it may still turn out that a rate has to be applied to what came so far.
  public boolean isForming() {
    return cameraRate.isForming();
  }

  /// Whether the last picture's time came from its receipt.
  public boolean isByReceipt() {
    return standing.isStanding() || cameraRate.isCorrected();
  }

  /// Whether the picture before is known.
  public boolean hasPassed() {
    return passedBefore;
  }

  /// Whether no picture came for so long that the time before this one is a gap.
  public boolean isAfterHole(long ticks) {
    return passedBefore && ticks - lastTicks > Math.max(MAX_HOLE_TICKS, 3L * pictureTicks);
  }

  /// How long a picture lasts, as far as the last ones tell.
  public int pictureTicks() {
    return pictureTicks;
  }

  /// Takes into account what the camera says about its own clock.
  ///
  /// @param open the clock of the open segment; without one, the report is for the next
  public void report(SenderReport report, @Nullable SegmentClock open) {
    if (open == null) {
      earlyReport = report;
    } else {
      open.observeCamera(report.cameraTime(), cameraRate.ticks(report.pts90k()));
    }
  }

  /// From now on what was said about the pictures of this session stays.
  public void settle() {
    cameraRate.settle();
  }

  /// A segment began, by which the recorder's own clock is judged from now on.
  public void begun(SegmentClock segment) {
    steps.anchor();
    SenderReport report = earlyReport;
    earlyReport = null;
    if (report != null) {
      report(report, segment);
    }
  }

  /// From this picture on, the times themselves run at the rate of [#correction].
  public void rateChangesAt(AccessUnit unit, long ticks) {
    steps.restartAt(unit, ticks);
  }

  /// The segment ended whose pictures have the rate of [#correction] applied.
  public void correctedSegmentEnded() {
    cameraRate.bend();
  }

  /// Pictures are missing: the next one is not measured by the last.
  public void interrupt() {
    passedBefore = false;
  }

  /// The connection's state changed: timestamps that stood still are looked at anew.
  public void connectionChanged() {
    standing.restart();
  }

  /// Timestamps have a new origin.
  public void newSession() {
    steps.restart();
    cameraRate.newSession();
    standing.restart();
    earlyReport = null;
    passedBefore = false;
  }
}
