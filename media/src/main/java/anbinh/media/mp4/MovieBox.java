package anbinh.media.mp4;

import anbinh.media.VideoFormat;
import java.util.ArrayList;
import java.util.List;

/// The head of a plain MP4 of a [Cut]: `ftyp`, `moov` and the head of `mdat`, everything that
/// stands before the first picture.
final class MovieBox {
  private static final long MAX_32 = 0xFFFF_FFFFL;

  private final Cut cut;
  private final List<VideoFormat> formats = new ArrayList<>();
  private final int samples;
  private final int[] deltas;
  private final int[] compositions;
  private final int[] sizes;
  private final boolean[] keys;
  private final int[] descriptions;

  MovieBox(Cut cut) {
    this.cut = cut;
    this.samples = cut.pieces().stream().mapToInt(Cut.Piece::count).sum();
    this.deltas = new int[samples];
    this.compositions = new int[samples];
    this.sizes = new int[samples];
    this.keys = new boolean[samples];
    this.descriptions = new int[samples];
    flatten();
  }

  private void flatten() {
    int at = 0;
    long last = 0;
    for (Cut.Piece piece : cut.pieces()) {
      SampleIndex index = piece.segment().index();
      int description = formats.indexOf(piece.segment().format());
      if (description < 0) {
        description = formats.size();
        formats.add(piece.segment().format());
      }
      for (int i = piece.first(); i <= piece.last(); i++, at++) {
        long decode = piece.decode(i);
        if (at > 0) {
          deltas[at - 1] = (int) (decode - last);
        }
        last = decode;
        compositions[at] = index.compositionTicks(i);
        sizes[at] = index.sizeBytes(i);
        keys[at] = index.key(i);
        descriptions[at] = description + 1;
      }
    }
    deltas[samples - 1] = cut.lastSampleTicks();
  }

  int samples() {
    return samples;
  }

  int sizeBytes(int sample) {
    return sizes[sample];
  }

  int description(int sample) {
    return descriptions[sample];
  }

  List<VideoFormat> formats() {
    return formats;
  }

  /// @param chunks chunks of samples that lie together in the media data
  byte[] toBytes(Chunks chunks) {
    boolean large = chunks.dataBytes() + 64L * samples + (1 << 20) > MAX_32;
    BoxWriter writer = new BoxWriter(4096 + samples * 28);
    TrackBoxes.fileType(writer, "isom", "isom", "iso2", "mp41");
    writer.open("moov");
    TrackBoxes.movieHeader(writer, cut.movieTicks());
    writer.open("trak");
    TrackBoxes.trackHeader(writer, formats.getFirst(), cut.movieTicks());
    edits(writer);
    writer.open("mdia");
    TrackBoxes.mediaHeaderAndHandler(writer, cut.mediaTicks());
    writer.open("minf");
    TrackBoxes.videoAndDataInformation(writer);
    writer.open("stbl");
    TrackBoxes.openSampleDescriptions(writer, formats.size());
    formats.forEach(format -> SampleEntry.write(writer, format));
    writer.close();
    runs(writer, "stts", 0, deltas);
    compositions(writer);
    keys(writer);
    chunks.samplesPerChunk(writer, this);
    sampleSizes(writer);
    int offsetsAt = chunks.placeOffsets(writer, large);
    writer.close();
    writer.close();
    writer.close();
    writer.close();
    writer.close();
    if (large) {
      writer.int32(1);
      writer.text("mdat");
      writer.int64(chunks.dataBytes() + 16);
    } else {
      writer.int32((int) (chunks.dataBytes() + 8));
      writer.text("mdat");
    }
    chunks.fillOffsets(writer, offsetsAt, large);
    return writer.toArray();
  }

  private void edits(BoxWriter writer) {
    writer.open("edts");
    writer.openFull("elst", 1, 0);
    writer.int32(cut.edits().size());
    for (Cut.Edit edit : cut.edits()) {
      TrackBoxes.edit(writer, edit.durationTicks(), edit.mediaTicks());
    }
    writer.close();
    writer.close();
  }

  private void compositions(BoxWriter writer) {
    boolean any = false;
    boolean negative = false;
    for (int composition : compositions) {
      any |= composition != 0;
      negative |= composition < 0;
    }
    if (any) {
      runs(writer, "ctts", negative ? 1 : 0, compositions);
    }
  }

  private void keys(BoxWriter writer) {
    int count = 0;
    for (boolean key : keys) {
      count += key ? 1 : 0;
    }
    if (count == samples) {
      return;
    }
    writer.openFull("stss", 0, 0);
    writer.int32(count);
    for (int i = 0; i < samples; i++) {
      if (keys[i]) {
        writer.int32(i + 1);
      }
    }
    writer.close();
  }

  private void sampleSizes(BoxWriter writer) {
    writer.openFull("stsz", 0, 0);
    writer.int32(0);
    writer.int32(samples);
    for (int size : sizes) {
      writer.int32(size);
    }
    writer.close();
  }

  /// A table of (count, value) for runs of equal values.
  private static void runs(BoxWriter writer, String type, int version, int[] values) {
    writer.openFull(type, version, 0);
    int countAt = writer.size();
    writer.int32(0);
    int entries = 0;
    for (int i = 0; i < values.length; ) {
      int next = i + 1;
      while (next < values.length && values[next] == values[i]) {
        next++;
      }
      writer.int32(next - i);
      writer.int32(values[i]);
      entries++;
      i = next;
    }
    writer.setInt32(countAt, entries);
    writer.close();
  }
}
