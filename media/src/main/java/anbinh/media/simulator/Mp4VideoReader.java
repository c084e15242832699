package anbinh.media.simulator;

import anbinh.media.Bytes;
import anbinh.media.Codec;
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
import java.util.Set;
import java.util.TreeSet;

/// Reads the first H.264 or H.265 track of an MP4 or QuickTime file, fragmented or not (ISO/IEC
/// 14496-12 §8, 14496-15 §5, §8).
///
/// Films are played as their edit lists show them, as far as a stream can ([VideoPictures]). It
/// cannot turn pictures, so turned films are refused.
public final class Mp4VideoReader {
  /// Where the boxes of a visual sample entry begin, after its size and type (14496-12 §12.1.3).
  private static final int SAMPLE_ENTRY_FIELDS = 78;

  private record Configuration(Codec codec, int lengthBytes, List<Bytes> parameterSets) {}

  /// Mapped rather than read, since a film may be larger than memory.
  private final MemorySegment file;

  private Mp4VideoReader(MemorySegment file) {
    this.file = file;
  }

  public static VideoSource read(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      return new Mp4VideoReader(file.map(MapMode.READ_ONLY, 0, file.size(), Arena.ofAuto())).read();
    } catch (UnplayableVideo clear) {
      throw new IOException(clear.getMessage(), clear);
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cut) {
      throw new IOException(path.getFileName() + " is not an intact MP4 file", cut);
    }
  }

  private VideoSource read() throws IOException {
    Mp4Layout layout = Mp4Layout.of(file);
    Set<String> others = new TreeSet<>();
    for (Mp4Box track : layout.moov().children()) {
      Optional<Mp4Box> table =
          track.find("mdia").flatMap(m -> m.find("minf")).flatMap(m -> m.find("stbl"));
      if (track.type().equals("trak") && table.isPresent() && isVideo(track)) {
        Mp4Box entry = sampleEntry(table.get());
        Optional<Configuration> configuration = findConfiguration(entry);
        if (configuration.isPresent()) {
          requireUpright(track);
          return readTrack(layout, track, table.get(), configuration.get());
        }
        others.add(CodingName.of(entry.type()));
      }
    }
    throw new IOException(
        others.isEmpty()
            ? "it has no video track"
            : "its video is "
                + String.join(" and ", others)
                + ", and the simulated camera plays H.264 and H.265 only");
  }

  private static boolean isVideo(Mp4Box track) {
    return track
        .find("mdia")
        .flatMap(media -> media.find("hdlr"))
        .map(handler -> Mp4Box.type(handler.content(), 8).equals("vide"))
        .orElse(false);
  }

  /// The matrix of the track header (14496-12 §8.3.2) turns or mirrors nothing.
  private static void requireUpright(Mp4Box track) {
    ByteBuffer header = track.get("tkhd").content();
    int matrix = header.get(0) == 1 ? 52 : 40;
    boolean upright =
        header.getInt(matrix) >= 0
            && header.getInt(matrix + 4) == 0
            && header.getInt(matrix + 12) == 0
            && header.getInt(matrix + 16) >= 0;
    if (!upright) {
      throw new UnplayableVideo(
          "its pictures lie on their side or upside down and are turned by the player only, which a"
              + " camera's stream cannot say");
    }
  }

  private VideoSource readTrack(
      Mp4Layout layout, Mp4Box track, Mp4Box table, Configuration configuration)
      throws IOException {
    long timescale = timescale(track.get("mdia").get("mdhd"));
    if (timescale == 0) {
      throw new IOException("the track's time scale is 0");
    }
    List<Mp4Sample> first = Mp4SampleTable.of(table).samples();
    Mp4Fragments fragments = fragments(layout, track);
    Mp4EditList edits =
        Mp4EditList.of(
            track,
            timescale,
            timescale(layout.moov().get("mvhd")),
            first.isEmpty() ? fragments.begin() : 0);
    VideoPictures film = new VideoPictures(configuration.codec(), timescale);
    for (Mp4Sample sample : samples(layout, first, fragments)) {
      ByteBuffer content = part(sample.offset(), sample.bytes());
      film.add(sample, withFourByteLengths(content, configuration.lengthBytes()));
    }
    return film.source(configuration.parameterSets(), edits);
  }

  /// Of a header of the movie or of a track's media.
  private static long timescale(Mp4Box header) {
    ByteBuffer content = header.content();
    return Integer.toUnsignedLong(content.getInt(content.get(0) == 1 ? 20 : 12));
  }

  private Mp4Fragments fragments(Mp4Layout layout, Mp4Box track) throws IOException {
    ByteBuffer header = track.get("tkhd").content();
    Mp4Fragments fragments =
        Mp4Fragments.of(layout.moov(), header.getInt(header.get(0) == 1 ? 20 : 12));
    for (long start : layout.fragments()) {
      fragments.add(Mp4Layout.box(file, start), start);
    }
    return fragments;
  }

  private List<Mp4Sample> samples(Mp4Layout layout, List<Mp4Sample> first, Mp4Fragments fragments)
      throws IOException {
    List<Mp4Sample> samples = new ArrayList<>(first);
    for (Mp4Sample sample : fragments.samples()) {
      if (layout.cutShort() && sample.offset() + sample.bytes() > file.byteSize()) {
        // What was recorded before the file broke off is whole.
        break;
      }
      samples.add(sample);
    }
    if (samples.isEmpty()) {
      throw new IOException("its video track holds no pictures");
    }
    return samples;
  }

  private static Mp4Box sampleEntry(Mp4Box table) {
    ByteBuffer descriptions = table.get("stsd").content();
    return new Mp4Box("stsd", descriptions.slice(8, descriptions.limit() - 8))
        .children().stream()
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("a track without a description"));
  }

  private static Optional<Configuration> findConfiguration(Mp4Box entry) {
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
      throw new IOException("it is cut short: a picture lies beyond its end; get the whole file");
    }
    return file.asSlice(offset, length).asByteBuffer();
  }
}
