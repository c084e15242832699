package anbinh.media.codec;

import anbinh.media.Bytes;
import anbinh.media.Codec;
import anbinh.media.VideoFormat;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The parameter sets that a stream has brought so far, latest of each name, and the [VideoFormat]
/// that follows from those a picture uses. For one thread.
///
/// A set that cannot be read is ignored: cameras announce broken ones in SDP and send good ones
/// with the first picture.
public final class ParameterSets {
  private record Vps(Bytes nal) {}

  private record Sps(Bytes nal, int vpsId, int width, int height, String codecs, int reorder) {}

  private record Pps(Bytes nal, int spsId) {}

  private final Codec codec;
  private final NalSyntax syntax;
  private final Map<Integer, Vps> videoSets = new TreeMap<>();
  private final Map<Integer, Sps> sequenceSets = new TreeMap<>();
  private final Map<Integer, Pps> pictureSets = new TreeMap<>();
  private boolean framesOnly = true;

  public ParameterSets(Codec codec) {
    this.codec = codec;
    this.syntax = NalSyntax.of(codec);
  }

  /// Takes in a NAL unit that may be a parameter set; its position is left where it was.
  ///
  /// @return whether it is a readable parameter set that differs from what was known
  public boolean add(ByteBuffer nal) {
    if (nal.remaining() <= syntax.headerBytes()
        || !syntax.isParameterSet(syntax.type(nal.get(nal.position())))
        || isKnown(nal)) {
      return false;
    }
    try {
      store(nal);
      return true;
    } catch (MalformedBitstreamException unreadable) {
      return false;
    }
  }

  /// Whether no picture is a single field, as the latest SPS has it. In H.265 every field is a
  /// picture of its own.
  public boolean framesOnly() {
    return framesOnly;
  }

  /// The format of pictures that name the picture parameter set `ppsId`: its sequence parameter set
  /// and all picture parameter sets of that. Empty as long as one of them has not come.
  public Optional<VideoFormat> format(int ppsId) {
    Pps named = pictureSets.get(ppsId);
    Sps sps = named == null ? null : sequenceSets.get(named.spsId());
    if (named == null || sps == null) {
      return Optional.empty();
    }
    List<Bytes> nals = new ArrayList<>();
    if (codec == Codec.H265) {
      Vps vps = videoSets.get(sps.vpsId());
      if (vps == null) {
        return Optional.empty();
      }
      nals.add(vps.nal());
    }
    nals.add(sps.nal());
    for (Pps pps : pictureSets.values()) {
      if (pps.spsId() == named.spsId()) {
        nals.add(pps.nal());
      }
    }
    return Optional.of(
        new VideoFormat(codec, nals, sps.width(), sps.height(), sps.codecs(), sps.reorder()));
  }

  /// The format of the picture that the slice in `slice` belongs to.
  public Optional<VideoFormat> formatOf(ByteBuffer slice) {
    OptionalInt ppsId = syntax.pictureParameterSetId(slice);
    return ppsId.isPresent() ? format(ppsId.getAsInt()) : Optional.empty();
  }

  /// The format of parameter sets that came without pictures, as in an MP4 sample entry: the first
  /// picture parameter set decides. Empty when they are unreadable or incomplete.
  public static Optional<VideoFormat> formatOf(Codec codec, List<Bytes> nals) {
    ParameterSets sets = new ParameterSets(codec);
    nals.forEach(nal -> sets.add(nal.asBuffer()));
    return sets.pictureSets.keySet().stream()
        .map(sets::format)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private boolean isKnown(ByteBuffer nal) {
    return contains(videoSets.values().stream().map(Vps::nal), nal)
        || contains(sequenceSets.values().stream().map(Sps::nal), nal)
        || contains(pictureSets.values().stream().map(Pps::nal), nal);
  }

  private static boolean contains(Stream<Bytes> known, ByteBuffer nal) {
    return known.anyMatch(one -> one.size() == nal.remaining() && one.asBuffer().equals(nal));
  }

  private void store(ByteBuffer nal) throws MalformedBitstreamException {
    int type = syntax.type(nal.get(nal.position()));
    Bytes bytes = Bytes.copyOf(nal);
    switch (codec) {
      case H264 -> {
        if (type == H264Syntax.SPS) {
          H264Sps sps = H264Sps.parse(nal);
          framesOnly = sps.framesOnly();
          sequenceSets.put(
              sps.id(),
              new Sps(bytes, 0, sps.width(), sps.height(), sps.codecs(), sps.reorderDepth()));
        } else {
          H264Pps pps = H264Pps.parse(nal);
          pictureSets.put(pps.id(), new Pps(bytes, pps.spsId()));
        }
      }
      case H265 -> {
        if (type == H265Syntax.VPS) {
          videoSets.put(H265Vps.parse(nal).id(), new Vps(bytes));
        } else if (type == H265Syntax.SPS) {
          H265Sps sps = H265Sps.parse(nal);
          sequenceSets.put(
              sps.id(),
              new Sps(
                  bytes,
                  sps.vpsId(),
                  sps.width(),
                  sps.height(),
                  sps.profile().codecs(),
                  sps.reorderDepth()));
        } else {
          H265Pps pps = H265Pps.parse(nal);
          pictureSets.put(pps.id(), new Pps(bytes, pps.spsId()));
        }
      }
    }
  }
}
