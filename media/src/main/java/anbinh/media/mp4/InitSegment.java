package anbinh.media.mp4;

import anbinh.media.Bytes;
import anbinh.media.VideoFormat;
import java.nio.ByteBuffer;
import java.util.List;

/// The head of a fragmented file: `ftyp` and `moov`, what a player needs before the first fragment.
public final class InitSegment {
  private InitSegment() {}

  /// @param delayTicks presentation time of the first picture minus its decode time; when not 0 an
  ///   edit list takes it away, so that the file starts at 0
  public static Bytes of(VideoFormat format, int delayTicks) {
    BoxWriter writer = new BoxWriter(1024);
    TrackBoxes.fileType(writer, "iso6", "iso5", "iso6", "mp41");
    writer.open("moov");
    TrackBoxes.movieHeader(writer, 0);
    writer.open("trak");
    TrackBoxes.trackHeader(writer, format, 0);
    if (delayTicks != 0) {
      writer.open("edts");
      writer.openFull("elst", 1, 0);
      writer.int32(1);
      TrackBoxes.edit(writer, 0, delayTicks);
      writer.close();
      writer.close();
    }
    writer.open("mdia");
    TrackBoxes.mediaHeaderAndHandler(writer, 0);
    writer.open("minf");
    TrackBoxes.videoAndDataInformation(writer);
    writer.open("stbl");
    TrackBoxes.openSampleDescriptions(writer, 1);
    SampleEntry.write(writer, format);
    writer.close();
    for (String type : List.of("stts", "stsc", "stco")) {
      writer.openFull(type, 0, 0);
      writer.int32(0);
      writer.close();
    }
    writer.openFull("stsz", 0, 0);
    writer.int64(0);
    writer.close();
    writer.close();
    writer.close();
    writer.close();
    writer.close();
    writer.open("mvex");
    writer.openFull("trex", 0, 0);
    writer.int32(1);
    writer.int32(1);
    writer.zeros(12);
    writer.close();
    writer.close();
    writer.close();
    return Bytes.copyOf(writer.toArray());
  }

  /// The format that a head states; the reorder depth, which no box states, is 0.
  ///
  /// @param head `ftyp` and `moov`
  public static VideoFormat parse(Bytes head) {
    ByteBuffer source = head.asBuffer();
    Box.read(source).require("ftyp");
    Box movie = Box.read(source).require("moov");
    if (source.hasRemaining()) {
      throw new MalformedMp4Exception("Something follows the head's movie box.");
    }
    Box media = movie.child("trak").child("mdia");
    ByteBuffer header = media.child("mdhd").body();
    if (header.remaining() != 36
        || header.getInt(0) != 1 << 24
        || header.getInt(20) != Ticks.PER_SECOND) {
      throw new MalformedMp4Exception("The media header is not as the recorder writes it.");
    }
    ByteBuffer descriptions = media.child("minf").child("stbl").child("stsd").body();
    if (descriptions.remaining() < 8 || descriptions.getInt(4) != 1) {
      throw new MalformedMp4Exception("There is not exactly one sample entry.");
    }
    descriptions.position(8);
    return SampleEntry.parse(Box.read(descriptions));
  }
}
