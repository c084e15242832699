package anbinh.media.simulator;

import anbinh.media.rtsp.Credentials;
import anbinh.media.rtsp.DigestAlgorithm;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One camera of a [CameraSimulator], with what is wrong with it. All settings may be changed from
/// any thread at any time and take effect with the next packet, picture or request.
public final class SimulatedCamera {
  /// What the camera's description offers.
  public enum Offer {
    VIDEO,
    AUDIO_ONLY,
    /// Video, but as JPEG.
    JPEG
  }

  /// Which packets carry the marker bit.
  public enum Markers {
    /// The last of each picture, as RFC 3550 has it.
    LAST,
    NONE,
    /// Every packet that ends a NAL unit.
    EVERY_NAL
  }

  private final String name;
  private final int port;
  private final int firstPicture;

  final @Nullable LiveFeed feed;
  volatile PacketisedSource source;
  volatile Access access = new Access.Open();
  volatile Offer offer = Offer.VIDEO;
  volatile Markers markers = Markers.LAST;
  volatile double lossRate;
  volatile double duplicationRate;
  volatile double reorderingRate;
  volatile double framingFaultRate;
  volatile boolean stalled;
  volatile boolean garbage;
  volatile boolean withoutRtpInfo;
  volatile boolean early;
  volatile boolean announcementBroken;
  volatile boolean withoutGetParameter;
  volatile int refusal;
  volatile Duration sessionTimeout = Duration.ofSeconds(60);
  volatile double clockRate = 1;
  volatile Duration clockOffset = Duration.ZERO;
  final AtomicLong timestampJump90k = new AtomicLong();
  final AtomicInteger packetsToLose = new AtomicInteger();
  final AtomicInteger nonceGeneration = new AtomicInteger();
  final AtomicInteger disconnections = new AtomicInteger();
  final AtomicInteger goodbyes = new AtomicInteger();
  final AtomicInteger playing = new AtomicInteger();
  final AtomicInteger keepAlives = new AtomicInteger();
  final AtomicInteger teardowns = new AtomicInteger();

  SimulatedCamera(
      String name, int port, PacketisedSource source, int firstPicture, @Nullable LiveFeed feed) {
    this.feed = feed;
    this.name = name;
    this.port = port;
    this.source = source;
    this.firstPicture = firstPicture;
  }

  public String name() {
    return name;
  }

  /// The address of its stream, without credentials.
  public String uri() {
    return "rtsp://127.0.0.1:" + port + "/" + name;
  }

  /// The picture that playing begins with.
  int firstPicture() {
    return firstPicture;
  }

  /// How many clients it is sending to.
  public int playing() {
    return playing.get();
  }

  /// How many GET_PARAMETER and OPTIONS requests came within sessions.
  public int keepAlives() {
    return keepAlives.get();
  }

  public int teardowns() {
    return teardowns.get();
  }

  /// Asks for credentials by digest from now on.
  public void requireDigest(Credentials credentials, DigestAlgorithm algorithm) {
    access = new Access.Digest(credentials, algorithm, true);
  }

  /// Asks for credentials by digest in the manner of RFC 2069, without `qop`.
  public void requireOldDigest(Credentials credentials) {
    access = new Access.Digest(credentials, DigestAlgorithm.MD5, false);
  }

  public void requireBasic(Credentials credentials) {
    access = new Access.Basic(credentials);
  }

  /// Makes all nonces given out so far stale.
  public void expireNonces() {
    nonceGeneration.incrementAndGet();
  }

  /// Answers DESCRIBE with an error status; 0 ends that.
  public void refuse(int status) {
    refusal = status;
  }

  public void offer(Offer changed) {
    offer = changed;
  }

  /// Plays another source from its beginning, after the picture being played: the parameter sets
  /// change in mid-stream if the formats differ.
  public void switchTo(VideoSource changed) {
    source = PacketisedSource.of(changed);
  }

  /// Leaves packets out by chance; their sequence numbers are used up.
  public void losePackets(double rate) {
    lossRate = rate;
  }

  /// Leaves out exactly so many of the packets that come next.
  public void loseNextPackets(int count) {
    packetsToLose.set(count);
  }

  public void duplicatePackets(double rate) {
    duplicationRate = rate;
  }

  /// Sends packets after their successors by chance.
  public void reorderPackets(double rate) {
    reorderingRate = rate;
  }

  public void markers(Markers changed) {
    markers = changed;
  }

  /// Sends nothing while set; afterwards goes on at the next key picture, as if time had passed.
  public void stall(boolean on) {
    stalled = on;
  }

  /// Closes all connections to it.
  public void disconnect() {
    disconnections.incrementAndGet();
  }

  /// Says goodbye by RTCP to all who receive it.
  public void sayGoodbye() {
    goodbyes.incrementAndGet();
  }

  /// Makes the timestamps of all pictures that follow jump.
  public void jumpTimestamps(Duration by) {
    timestampJump90k.addAndGet(Math.round(by.toNanos() * 0.00009));
  }

  /// Makes its timestamps run so many times as fast as true time from now on, whatever rate its
  /// description states.
  public void runTimestamps(double times) {
    clockRate = times;
  }

  /// What its clock, as told in sender reports, is ahead of the true time.
  public void offsetClock(Duration ahead) {
    clockOffset = ahead;
  }

  /// Sends random bytes instead of packets.
  public void sendGarbage(boolean on) {
    garbage = on;
  }

  /// Breaks the interleaved framing by chance: bytes between packets, or a wrong length.
  public void breakFraming(double rate) {
    framingFaultRate = rate;
  }

  public void omitRtpInfo(boolean on) {
    withoutRtpInfo = on;
  }

  /// Sends the first picture before the answer to PLAY.
  public void sendBeforePlayReply(boolean on) {
    early = on;
  }

  /// Announces unusable parameter sets in its description.
  public void breakAnnouncement(boolean on) {
    announcementBroken = on;
  }

  /// Does not know GET_PARAMETER.
  public void rejectGetParameter(boolean on) {
    withoutGetParameter = on;
  }

  /// What sessions last without a sign of life, as told to clients; whole seconds.
  public void sessionTimeout(Duration changed) {
    sessionTimeout = changed;
  }

  @Override
  public String toString() {
    return "SimulatedCamera[" + uri() + "]";
  }
}
