package anbinh.media.simulator;

import anbinh.media.Bytes;
import anbinh.media.Codec;
import anbinh.media.VideoFormat;
import anbinh.media.codec.ParameterSets;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the first H.264 or H.265 track of an MP4 file whose samples are listed in its `moov`
/// (ISO/IEC 14496-12 §8, 14496-15 §5, §8). Fragments and edit lists are not looked at.
final class Mp4VideoReader {
  private static final int MAXIMUM_MOOV_BYTES = 64 * 1024 * 1024;

  /// Where the boxes of a visual sample entry begin, after its size and type (14496-12 §12.1.3).
  private static final int SAMPLE_ENTRY_FIELDS = 78;

  private record Configuration(Codec codec, int lengthBytes, List<Bytes> parameterSets) {}

  /// Mapped rather than read, since a film may be larger than memory.
  private final MemorySegment file;

  private Mp4VideoReader(MemorySegment file) {
    this.file = file;
  }

  static VideoSource read(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      return new Mp4VideoReader(file.map(MapMode.READ_ONLY, 0, file.size(), Arena.ofAuto())).read();
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cut) {
      throw new IOException(path.getFileName() + " is not an intact MP4 file", cut);
    }
  }

  private VideoSource read() throws IOException {
    Mp4Box moov = new Mp4Box("moov", readMoov());
    for (Mp4Box track : moov.children()) {
      Optional<Mp4Box> table =
          track.find("mdia").flatMap(m -> m.find("minf")).flatMap(m -> m.find("stbl"));
      if (track.type().equals("trak") && table.isPresent()) {
        Optional<Configuration> configuration = findConfiguration(table.get());
        if (configuration.isPresent()) {
          return readTrack(track, table.get(), configuration.get());
        }
      }
    }
    throw new IOException("the file has no H.264 or H.265 track");
  }

  private ByteBuffer readMoov() throws IOException {
    long at = 0;
    while (at + 8 <= file.byteSize()) {
      ByteBuffer header = part(at, (int) Math.min(16, file.byteSize() - at));
      long size = Integer.toUnsignedLong(header.getInt(0));
      String type = Mp4Box.type(header, 4);
      int headerBytes = 8;
      if (size == 1 && header.limit() == 16) {
        size = header.getLong(8);
        headerBytes = 16;
      } else if (size == 0) {
        size = file.byteSize() - at;
      }
      if (size < headerBytes) {
        break;
      }
      if (type.equals("moov")) {
        if (size > MAXIMUM_MOOV_BYTES) {
          throw new IOException("the file's index is longer than 64 MiB");
        }
        return part(at + headerBytes, (int) size - headerBytes);
      }
      at += size;
    }
    throw new IOException("it is no MP4 file: it has no moov box");
  }

  private VideoSource readTrack(Mp4Box track, Mp4Box table, Configuration configuration)
      throws IOException {
    Mp4Box mediaHeader = track.get("mdia").get("mdhd");
    int version = mediaHeader.content().get(0);
    long timescale = Integer.toUnsignedLong(mediaHeader.content().getInt(version == 1 ? 20 : 12));
    if (timescale == 0) {
      throw new IOException("the track's time scale is 0");
    }
    Mp4SampleTable samples = Mp4SampleTable.of(table);
    VideoFormat format =
        ParameterSets.formatOf(configuration.codec(), configuration.parameterSets())
            .orElseThrow(() -> new IOException("the track's parameter sets cannot be read"));
    List<Picture> pictures = new ArrayList<>();
    long decodeTime = 0;
    for (int i = 0; i < samples.size(); i++) {
      long start = decodeTime * 90_000 / timescale;
      decodeTime += samples.duration(i);
      long duration = Math.max(1, decodeTime * 90_000 / timescale - start);
      ByteBuffer content = part(samples.offset(i), samples.bytes(i));
      pictures.add(
          new Picture(
              withFourByteLengths(content, configuration.lengthBytes()),
              duration,
              samples.presentationOffset(i) * 90_000 / timescale,
              samples.isKey(i)));
    }
    return new VideoSource(format, pictures);
  }

  private static Optional<Configuration> findConfiguration(Mp4Box table) {
    ByteBuffer descriptions = table.get("stsd").content();
    Optional<Mp4Box> first =
        new Mp4Box("stsd", descriptions.slice(8, descriptions.limit() - 8))
            .children().stream().findFirst();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Mp4Box entry = first.get();
    boolean avc = entry.type().equals("avc1") || entry.type().equals("avc3");
    boolean hevc = entry.type().equals("hvc1") || entry.type().equals("hev1");
    if (!avc && !hevc) {
      return Optional.empty();
    }
    ByteBuffer fields = entry.content();
    Mp4Box boxes =
        new Mp4Box(
            entry.type(), fields.slice(SAMPLE_ENTRY_FIELDS, fields.limit() - SAMPLE_ENTRY_FIELDS));
    return Optional.of(
        avc
            ? avcConfiguration(boxes.get("avcC").content())
            : hevcConfiguration(boxes.get("hvcC").content()));
  }

  private static Configuration avcConfiguration(ByteBuffer record) {
    List<Bytes> sets = new ArrayList<>();
    record.position(5);
    addSets(sets, record, record.get() & 0x1F);
    addSets(sets, record, record.get() & 0xFF);
    return new Configuration(Codec.H264, (record.get(4) & 3) + 1, sets);
  }

  private static Configuration hevcConfiguration(ByteBuffer record) {
    List<Bytes> sets = new ArrayList<>();
    record.position(22);
    int arrays = record.get() & 0xFF;
    for (int i = 0; i < arrays; i++) {
      record.get();
      addSets(sets, record, record.getShort() & 0xFFFF);
    }
    return new Configuration(Codec.H265, (record.get(21) & 3) + 1, sets);
  }

  private static void addSets(List<Bytes> sets, ByteBuffer record, int count) {
    for (int i = 0; i < count; i++) {
      int length = record.getShort() & 0xFFFF;
      sets.add(Bytes.copyOf(record.slice(record.position(), length)));
      record.position(record.position() + length);
    }
  }

  private static ByteBuffer withFourByteLengths(ByteBuffer sample, int lengthBytes) {
    if (lengthBytes == 4) {
      return sample;
    }
    ByteBuffer widened = ByteBuffer.allocate(sample.limit() * 4 + 4);
    int at = 0;
    while (at + lengthBytes <= sample.limit()) {
      int length = 0;
      for (int i = 0; i < lengthBytes; i++) {
        length = length << 8 | (sample.get(at++) & 0xFF);
      }
      widened.putInt(length).put(sample.slice(at, length));
      at += length;
    }
    return widened.flip();
  }

  private ByteBuffer part(long offset, int length) throws IOException {
    if (length < 0 || offset < 0 || length > file.byteSize() - offset) {
      throw new IOException("the file ends before byte " + (offset + length));
    }
    return file.asSlice(offset, length).asByteBuffer();
  }
}
