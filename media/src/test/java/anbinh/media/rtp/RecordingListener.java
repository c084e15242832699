package anbinh.media.rtp;

import anbinh.media.AccessUnit;
import anbinh.media.SenderReport;
import anbinh.media.StreamListener;
import anbinh.media.StreamState;
import anbinh.media.VideoFormat;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Keeps what it is told.
final class RecordingListener implements StreamListener {
  final List<String> events = new ArrayList<>();
  final List<VideoFormat> formats = new ArrayList<>();
  final List<AccessUnit> units = new ArrayList<>();
  final List<Integer> losses = new ArrayList<>();
  final List<SenderReport> reports = new ArrayList<>();

  @Override
  public void onFormat(VideoFormat format) {
    formats.add(format);
    events.add("format");
  }

  @Override
  public void onAccessUnit(AccessUnit unit) {
    units.add(unit.copy());
    events.add(unit.key() ? "key" : unit.damaged() ? "damaged" : "unit");
  }

  @Override
  public void onLoss(int packets) {
    losses.add(packets);
    events.add("loss " + packets);
  }

  @Override
  public void onSenderReport(SenderReport report) {
    reports.add(report);
    events.add("report");
  }

  @Override
  public void onState(StreamState state) {
    events.add(state.toString());
  }

  /// The NAL units of a unit, in hexadecimal.
  List<String> nals(int unit) {
    ByteBuffer payload = units.get(unit).payload().duplicate();
    List<String> nals = new ArrayList<>();
    while (payload.hasRemaining()) {
      byte[] nal = new byte[payload.getInt()];
      payload.get(nal);
      nals.add(HexFormat.of().formatHex(nal));
    }
    return nals;
  }
}
