package anbinh.demo.scene;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.SWS_POINT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Objects;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/// Encodes pictures as H.264 (Constrained Baseline, no B-frames) with openh264, one access unit a
/// picture, parameter sets before every key picture. Not thread-safe.
final class PictureEncoder implements AutoCloseable {
  private final AVCodecContext context;
  private final AVFrame frame;
  private final AVPacket packet;
  private final SwsContext converter;
  private final int width;
  private final int height;
  private long pictures;

  PictureEncoder(int width, int height, int framesPerSecond, int bitsPerSecond) {
    this.width = width;
    this.height = height;
    var codec = avcodec_find_encoder_by_name("libopenh264");
    context = avcodec_alloc_context3(codec);
    context.width(width);
    context.height(height);
    context.pix_fmt(AV_PIX_FMT_YUV420P);
    context.time_base().num(1);
    context.time_base().den(framesPerSecond);
    context.framerate().num(framesPerSecond);
    context.framerate().den(1);
    context.gop_size(framesPerSecond);
    context.bit_rate(bitsPerSecond);
    context.max_b_frames(0);
    context.thread_count(1);
    check(avcodec_open2(context, codec, (AVDictionary) null), "open the H.264 encoder");
    frame = av_frame_alloc();
    frame.format(AV_PIX_FMT_YUV420P);
    frame.width(width);
    frame.height(height);
    check(av_frame_get_buffer(frame, 32), "allocate a picture");
    packet = av_packet_alloc();
    converter =
        Objects.requireNonNull(
            sws_getContext(
                width,
                height,
                AV_PIX_FMT_BGR24,
                width,
                height,
                AV_PIX_FMT_YUV420P,
                SWS_POINT,
                null,
                null,
                (DoublePointer) null));
  }

  /// The access unit of a `TYPE_3BYTE_BGR` picture, in Annex B form (start codes).
  byte[] encode(BufferedImage picture) {
    check(av_frame_make_writable(frame), "reuse a picture");
    byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    try (var source = new BytePointer(pixels);
        var planes = new PointerPointer<BytePointer>(1).put(0, source);
        var stride = new IntPointer(new int[] {width * 3})) {
      sws_scale(converter, planes, stride, 0, height, frame.data(), frame.linesize());
    }
    frame.pts(pictures++);
    check(avcodec_send_frame(context, frame), "encode a picture");
    check(avcodec_receive_packet(context, packet), "take an encoded picture");
    byte[] unit = new byte[packet.size()];
    packet.data().get(unit);
    av_packet_unref(packet);
    return unit;
  }

  private static void check(int result, String what) {
    if (result < 0) {
      throw new IllegalStateException("libav could not " + what + ": error " + result);
    }
  }

  @Override
  public void close() {
    sws_freeContext(converter);
    av_packet_free(packet);
    av_frame_free(frame);
    avcodec_free_context(context);
  }
}
