package anbinh.vision.clip;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import anbinh.vision.image.GreyPicture;
import anbinh.vision.image.Picture;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/// The pictures of a file with video, one after the other. [#advance] goes to a picture, of which
/// the others then tell. For one thread, then closed.
public final class Clip implements AutoCloseable {
  /// A picture of more pixels is refused.
  private static final long MAX_PIXELS = 40_000_000;

  /// Of MP4 and QuickTime, Matroska and WebM, AVI, and MPEG transport streams, as libav names them.
  private static final String FORMATS = "mov,matroska,avi,mpegts";

  private static final int ROW_PADDING = 64;

  private final AVFormatContext format = new AVFormatContext(null);
  private final AVPacket packet;
  private final AVFrame frame;
  private final AVCodecContext codec;
  private final int stream;
  private final double second;
  private @Nullable SwsContext pictureConverter;
  private @Nullable SwsContext greyConverter;
  private final PacketFilter filter;

  /// Of the first packet that has a time.
  private long first = AV_NOPTS_VALUE;

  /// Of the first picture.
  private long origin = AV_NOPTS_VALUE;

  private long packets;
  private double at;
  private int decoded;
  private boolean ended;

  /// Decides of each packet of the video, before it is decoded, whether it is.
  public interface PacketFilter {
    /// @param number how many of them come before it in the file
    /// @param seconds time of its picture, since the first one; of the last one where it says none
    boolean decodes(long number, double seconds);
  }

  /// @throws IOException that says what is wrong with the file
  public Clip(Path file) throws IOException {
    this(file, (_, _) -> true);
  }

  /// @throws IOException that says what is wrong with the file
  public Clip(Path file, PacketFilter filter) throws IOException {
    this.filter = filter;
    av_log_set_level(AV_LOG_QUIET);
    if (!open(file)) {
      throw new IOException("is no video that can be read");
    }
    packet = av_packet_alloc();
    frame = av_frame_alloc();
    codec = avcodec_alloc_context3(null);
    try {
      if (avformat_find_stream_info(format, (PointerPointer<?>) null) < 0) {
        throw new IOException("is a damaged video");
      }
      stream = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
      if (stream < 0) {
        throw new IOException("has no video");
      }
      AVStream video = format.streams(stream);
      AVCodec decoder = avcodec_find_decoder(video.codecpar().codec_id());
      if (decoder == null
          || avcodec_parameters_to_context(codec, video.codecpar()) < 0
          || avcodec_open2(codec.thread_count(1), decoder, (AVDictionary) null) < 0) {
        throw new IOException("has video of a format that cannot be decoded");
      }
      second = (double) video.time_base().num() / video.time_base().den();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /// A list of other files or addresses, which is a video to libav, is none.
  private boolean open(Path file) {
    AVDictionary options = new AVDictionary(null);
    try {
      av_dict_set(options, "format_whitelist", FORMATS, 0);
      return avformat_open_input(format, "file:" + file, (AVInputFormat) null, options) >= 0;
    } finally {
      av_dict_free(options);
    }
  }

  /// Goes to the next picture that is at or after a time; says whether there is one. Damaged
  /// pictures are passed over.
  ///
  /// @param seconds since the first picture
  public boolean advance(double seconds) throws IOException {
    while (true) {
      if (avcodec_receive_frame(codec, frame) == 0) {
        decoded++;
        at = time();
        if (at >= seconds) {
          if ((long) frame.width() * frame.height() > MAX_PIXELS) {
            throw new IOException(
                "has pictures of %d × %d, which are too large"
                    .formatted(frame.width(), frame.height()));
          }
          return true;
        }
      } else if (ended) {
        return false;
      } else {
        send();
      }
    }
  }

  /// Since the first picture, of which a file may say any time.
  private double time() {
    long time = frame.best_effort_timestamp();
    if (time == AV_NOPTS_VALUE) {
      return at;
    }
    if (origin == AV_NOPTS_VALUE) {
      origin = time;
    }
    return (time - origin) * second;
  }

  private void send() {
    if (av_read_frame(format, packet) < 0) {
      ended = true;
      avcodec_send_packet(codec, null);
      return;
    }
    if (packet.stream_index() == stream) {
      if (filter.decodes(packets, packetTime())) {
        avcodec_send_packet(codec, packet);
      } else if (origin == AV_NOPTS_VALUE) {
        origin = first; // The first picture is left out, and times still count from it.
      }
      packets++;
    }
    av_packet_unref(packet);
  }

  private double packetTime() {
    long time = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
    if (time == AV_NOPTS_VALUE) {
      return at;
    }
    if (first == AV_NOPTS_VALUE) {
      first = time;
    }
    return (time - (origin == AV_NOPTS_VALUE ? first : origin)) * second;
  }

  /// Of the picture, since the first one.
  public double seconds() {
    return at;
  }

  /// How many pictures were decoded until now, those passed over among them.
  public int decoded() {
    return decoded;
  }

  public Picture picture() {
    int width = frame.width();
    int height = frame.height();
    SwsContext converter =
        converter(pictureConverter, width, height, AV_PIX_FMT_BGRA, SWS_BILINEAR);
    pictureConverter = converter;
    int row = padded(width);
    int[] pixels = new int[width * height];
    try (var target = new IntPointer((long) row * height);
        var planes = new PointerPointer<IntPointer>(1).put(0, target);
        var stride = new IntPointer(new int[] {row * Integer.BYTES})) {
      sws_scale(converter, frame.data(), frame.linesize(), 0, frame.height(), planes, stride);
      for (int y = 0; y < height; y++) {
        target.position((long) y * row).get(pixels, y * width, width);
      }
      target.position(0);
    }
    return new Picture(width, height, pixels);
  }

  /// The picture's brightness, of another size; much cheaper than the picture.
  public GreyPicture grey(int width) {
    int height = Math.max(1, Math.round((float) width * frame.height() / frame.width()));
    SwsContext converter = converter(greyConverter, width, height, AV_PIX_FMT_GRAY8, SWS_AREA);
    greyConverter = converter;
    int row = padded(width);
    byte[] pixels = new byte[width * height];
    try (var target = new BytePointer((long) row * height);
        var planes = new PointerPointer<BytePointer>(1).put(0, target);
        var stride = new IntPointer(new int[] {row})) {
      sws_scale(converter, frame.data(), frame.linesize(), 0, frame.height(), planes, stride);
      for (int y = 0; y < height; y++) {
        target.position((long) y * row).get(pixels, y * width, width);
      }
      target.position(0);
    }
    return new GreyPicture(width, height, pixels);
  }

  /// Pixels for which a row needs room, since libav writes many at a time.
  private static int padded(int width) {
    return width + ROW_PADDING & -ROW_PADDING;
  }

  private SwsContext converter(
      @Nullable SwsContext cached, int width, int height, int format, int way) {
    return sws_getCachedContext(
        cached,
        frame.width(),
        frame.height(),
        frame.format(),
        width,
        height,
        format,
        way,
        null,
        null,
        (DoublePointer) null);
  }

  @Override
  public void close() {
    sws_freeContext(pictureConverter);
    sws_freeContext(greyConverter);
    av_packet_free(packet);
    av_frame_free(frame);
    avcodec_free_context(codec);
    avformat_close_input(format);
  }
}
