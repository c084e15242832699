package anbinh.recording.still;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import anbinh.media.Codec;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/// Decodes one run of access units with libav and keeps the picture of a requested presentation
/// time. For one run, then closed. Used in [StillProcess] only.
final class PictureDecoder implements AutoCloseable {
  private final AVCodecContext context;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final long wantedPts;
  private final int maxWidth;
  private @Nullable BufferedImage picture;

  /// @param maxWidth of the picture, or [StillDecoder#WHOLE]
  PictureDecoder(Codec codec, long wantedPts, int maxWidth) {
    this.wantedPts = wantedPts;
    this.maxWidth = maxWidth;
    var decoder =
        avcodec_find_decoder(
            switch (codec) {
              case H264 -> AV_CODEC_ID_H264;
              case H265 -> AV_CODEC_ID_HEVC;
            });
    context = avcodec_alloc_context3(decoder);
    context.thread_count(1);
    if (avcodec_open2(context, decoder, (AVDictionary) null) < 0) {
      throw new IllegalStateException("libav has no decoder for " + codec);
    }
  }

  void decode(byte[] unit, long pts) {
    av_new_packet(packet, unit.length);
    packet.data().put(unit);
    packet.pts(pts);
    packet.dts(pts);
    int sent = avcodec_send_packet(context, packet);
    av_packet_unref(packet);
    if (sent < 0) {
      throw new IllegalStateException("the picture at " + pts + " cannot be decoded: " + sent);
    }
    takeFrames();
  }

  /// Ends the run; empty when the requested time was not among its pictures.
  Optional<BufferedImage> finish() {
    avcodec_send_packet(context, null);
    takeFrames();
    return Optional.ofNullable(picture);
  }

  private void takeFrames() {
    while (avcodec_receive_frame(context, frame) == 0) {
      if (frame.pts() == wantedPts) {
        picture = toImage();
      }
    }
  }

  private BufferedImage toImage() {
    boolean small = maxWidth != StillDecoder.WHOLE && maxWidth < frame.width();
    int width = small ? maxWidth : frame.width();
    int height = small ? Math.max(1, frame.height() * width / frame.width()) : frame.height();
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    var converter =
        sws_getContext(
            frame.width(),
            frame.height(),
            frame.format(),
            width,
            height,
            AV_PIX_FMT_BGR24,
            small ? SWS_AREA : SWS_BICUBIC,
            null,
            null,
            (DoublePointer) null);
    try (var target = new BytePointer(pixels.length);
        var planes = new PointerPointer<BytePointer>(1).put(0, target);
        var stride = new IntPointer(new int[] {width * 3})) {
      sws_scale(converter, frame.data(), frame.linesize(), 0, frame.height(), planes, stride);
      target.get(pixels);
    } finally {
      sws_freeContext(converter);
    }
    return image;
  }

  @Override
  public void close() {
    av_packet_free(packet);
    av_frame_free(frame);
    avcodec_free_context(context);
  }
}
