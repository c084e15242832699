package anbinh.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// Copies a stream's packets as they are; only their times count from the beginning of the video.
final class CopiedStream implements StreamTranscoder {
  private final AVFormatContext target;
  private final AVStream source;
  private final AVStream stream;
  private final AVPacket copy = av_packet_alloc();
  private final long start;
  private long atMicros = -1;

  CopiedStream(Libav video, AVStream source, AVFormatContext target) {
    this.source = source;
    this.target = target;
    stream = avformat_new_stream(target, null);
    Libav.check(avcodec_parameters_copy(stream.codecpar(), source.codecpar()), "copy a stream");
    stream.codecpar().codec_tag(0);
    stream.time_base(source.time_base());
    start = av_rescale_q(video.startMicros, Libav.micros(), source.time_base());
  }

  @Override
  public int streamIndex() {
    return source.index();
  }

  @Override
  public void take(AVPacket packet) {
    if (packet.pts() == AV_NOPTS_VALUE) {
      throw new IllegalStateException("the video does not say when its pictures are");
    }
    if ((packet.flags() & AV_PKT_FLAG_DISCARD) != 0) {
      throw new IllegalStateException("the video hides pictures, which a copy would show");
    }
    Libav.check(av_packet_ref(copy, packet), "copy a packet");
    copy.pts(copy.pts() - start);
    copy.dts(copy.dts() == AV_NOPTS_VALUE ? copy.pts() : copy.dts() - start);
    atMicros = Math.max(0, av_rescale_q(copy.pts(), source.time_base(), Libav.micros()));
    av_packet_rescale_ts(copy, source.time_base(), stream.time_base());
    copy.stream_index(stream.index());
    copy.pos(-1);
    Libav.check(av_interleaved_write_frame(target, copy), "write a packet");
  }

  @Override
  public void finish() {
    // Nothing is under way.
  }

  @Override
  public long atMicros() {
    return atMicros;
  }

  @Override
  public void close() {
    av_packet_free(copy);
  }
}
