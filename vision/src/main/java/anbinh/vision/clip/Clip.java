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
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

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
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/// The pictures of a file with video, one after the other. For one thread, then closed.
public final class Clip implements AutoCloseable {
  /// A picture of more pixels is refused.
  private static final long MAX_PIXELS = 40_000_000;

  private final AVFormatContext format = new AVFormatContext(null);
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final AVCodecContext codec;
  private final int stream;
  private final double second;
  private @Nullable SwsContext converter;
  private boolean ended;

  /// @param seconds since the clip began
  public record Frame(double seconds, Picture picture) {}

  /// @throws IOException that says what is wrong with the file
  public Clip(Path file) throws IOException {
    av_log_set_level(AV_LOG_QUIET);
    if (avformat_open_input(format, file.toString(), (AVInputFormat) null, (AVDictionary) null)
        < 0) {
      throw new IOException("is no video that can be read");
    }
    if (avformat_find_stream_info(format, (PointerPointer<?>) null) < 0) {
      avformat_close_input(format);
      throw new IOException("is a damaged video");
    }
    stream = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
    if (stream < 0) {
      avformat_close_input(format);
      throw new IOException("has no video");
    }
    AVStream video = format.streams(stream);
    AVCodec decoder = avcodec_find_decoder(video.codecpar().codec_id());
    codec = avcodec_alloc_context3(decoder);
    codec.thread_count(1);
    if (decoder == null
        || avcodec_parameters_to_context(codec, video.codecpar()) < 0
        || avcodec_open2(codec, decoder, (AVDictionary) null) < 0) {
      close();
      throw new IOException("has video of a format that cannot be decoded");
    }
    second = (double) video.time_base().num() / video.time_base().den();
  }

  /// The next picture that is at or after a time; null at the end. Damaged pictures are passed
  /// over.
  ///
  /// @param seconds since the clip began
  public @Nullable Frame next(double seconds) throws IOException {
    while (true) {
      if (avcodec_receive_frame(codec, frame) == 0) {
        long time = frame.best_effort_timestamp();
        double at = time == AV_NOPTS_VALUE ? 0 : (time - start()) * second;
        if (at >= seconds) {
          return new Frame(at, picture());
        }
      } else if (ended) {
        return null;
      } else {
        send();
      }
    }
  }

  private long start() {
    long start = format.streams(stream).start_time();
    return start == AV_NOPTS_VALUE ? 0 : start;
  }

  private void send() {
    if (av_read_frame(format, packet) < 0) {
      ended = true;
      avcodec_send_packet(codec, null);
      return;
    }
    if (packet.stream_index() == stream) {
      avcodec_send_packet(codec, packet);
    }
    av_packet_unref(packet);
  }

  private Picture picture() throws IOException {
    int width = frame.width();
    int height = frame.height();
    if ((long) width * height > MAX_PIXELS) {
      throw new IOException(
          "has pictures of %d × %d, which are too large".formatted(width, height));
    }
    converter =
        sws_getCachedContext(
            converter,
            width,
            height,
            frame.format(),
            width,
            height,
            AV_PIX_FMT_BGRA,
            SWS_BILINEAR,
            null,
            null,
            (DoublePointer) null);
    int[] pixels = new int[width * height];
    try (var target = new IntPointer((long) pixels.length);
        var planes = new PointerPointer<IntPointer>(1).put(0, target);
        var stride = new IntPointer(new int[] {width * Integer.BYTES})) {
      sws_scale(converter, frame.data(), frame.linesize(), 0, height, planes, stride);
      target.get(pixels);
    }
    return new Picture(width, height, pixels);
  }

  @Override
  public void close() {
    sws_freeContext(converter);
    av_packet_free(packet);
    av_frame_free(frame);
    avcodec_free_context(codec);
    avformat_close_input(format);
  }
}
