package anbinh.video;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_ch_layout;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_color_range;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_h;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_sample_rate;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_time_base;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_w;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_describe;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_get_sample_fmt_name;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/// How pictures and sound are coded anew: H.264 by openh264, AAC by libav's own.
final class Encoders {
  /// What [#pictures] does in the words of FFmpeg's own program.
  static final String PICTURES = "-c:v libopenh264 -qmin 12 -qmax 22";

  /// What [#sound] does in the words of FFmpeg's own program.
  static final String SOUND = "-c:a aac -ar 48000 -b:a 128k";

  private static final int USUAL_RATE = 25;
  private static final int MAX_RATE = 240;
  private static final int KEY_SECONDS = 2;

  /// More than quiet scenes need, so that the limits of the quantizer decide.
  private static final double BITS_PER_PIXEL = 0.25;

  private static final int BEST = 12;
  private static final int WORST = 22;
  private static final int MAX_NAME = 64;
  private static final int SOUND_RATE = 48_000;
  private static final int SOUND_BITS_PER_SECOND = 128_000;

  static StreamTranscoder pictures(Libav video, AVFormatContext target, String filter) {
    AVStream source = video.pictures;
    AVCodecParameters coded = source.codecpar();
    BytePointer pixels = av_get_pix_fmt_name(coded.format());
    if (pixels == null) {
      throw new IllegalStateException("the form of the video's pictures is not known");
    }
    AVRational aspect = coded.sample_aspect_ratio();
    AVRational base = source.time_base();
    var graph =
        new Graph(
            "buffer@in=video_size=%dx%d:pix_fmt=%s:time_base=%d/%d:pixel_aspect=%d/%d,%s,buffersink@out"
                .formatted(
                    coded.width(),
                    coded.height(),
                    pixels.getString(),
                    base.num(),
                    base.den(),
                    aspect.num(),
                    Math.max(1, aspect.den()),
                    filter),
            "buffer@in",
            "buffersink@out");
    AVRational said = source.avg_frame_rate();
    double rate =
        said.num() == 0 || said.den() == 0 ? USUAL_RATE : (double) said.num() / said.den();
    boolean usable = rate >= 1 && rate <= MAX_RATE;
    return new EncodedStream(
        video,
        source,
        target,
        _ -> graph,
        "libopenh264",
        (encoder, made) -> {
          encoder.width(av_buffersink_get_w(made.sink()));
          encoder.height(av_buffersink_get_h(made.sink()));
          encoder.pix_fmt(AV_PIX_FMT_YUV420P);
          encoder.time_base(av_buffersink_get_time_base(made.sink()));
          encoder.framerate(usable && said.den() != 0 ? said : Libav.ratio(USUAL_RATE, 1));
          encoder.sample_aspect_ratio(aspect);
          encoder.color_range(av_buffersink_get_color_range(made.sink()));
          encoder.color_primaries(coded.color_primaries());
          encoder.color_trc(coded.color_trc());
          encoder.colorspace(coded.color_space());
          encoder.gop_size((int) Math.ceil((usable ? rate : USUAL_RATE) * KEY_SECONDS));
          encoder.bit_rate((long) (encoder.width() * encoder.height() * rate * BITS_PER_PIXEL));
          encoder.qmin(BEST);
          encoder.qmax(WORST);
          encoder.max_b_frames(0);
          encoder.thread_count(1);
        });
  }

  static StreamTranscoder sound(Libav video, AVStream source, AVFormatContext target) {
    var lane =
        new EncodedStream(
            video,
            source,
            target,
            decoder -> soundGraph(source, decoder.sample_fmt()),
            "aac",
            (encoder, made) -> {
              encoder.sample_fmt(AV_SAMPLE_FMT_FLTP);
              encoder.sample_rate(av_buffersink_get_sample_rate(made.sink()));
              Libav.check(
                  av_buffersink_get_ch_layout(made.sink(), encoder.ch_layout()), "read channels");
              encoder.time_base(av_buffersink_get_time_base(made.sink()));
              encoder.bit_rate(SOUND_BITS_PER_SECOND);
            });
    lane.setFrameSize();
    return lane;
  }

  private static Graph soundGraph(AVStream source, int sampleFormat) {
    AVCodecParameters coded = source.codecpar();
    BytePointer samples = av_get_sample_fmt_name(sampleFormat);
    if (samples == null) {
      throw new IllegalStateException("the form of the video's sound is not known");
    }
    int channels = coded.ch_layout().nb_channels();
    AVRational base = source.time_base();
    return new Graph(
        "abuffer@in=time_base=%d/%d:sample_rate=%d:sample_fmt=%s:channel_layout=%s,aresample=%d:async=1,aformat=sample_fmts=fltp:channel_layouts=%s,abuffersink@out"
            .formatted(
                base.num(),
                base.den(),
                coded.sample_rate(),
                samples.getString(),
                layout(coded.ch_layout()),
                SOUND_RATE,
                channels == 1 ? "mono" : "stereo"),
        "abuffer@in",
        "abuffersink@out");
  }

  private static String layout(AVChannelLayout channels) {
    byte[] name = new byte[MAX_NAME];
    int length = Libav.check(av_channel_layout_describe(channels, name, name.length), "name sound");
    return new String(name, 0, Math.max(0, length - 1), US_ASCII);
  }

  private Encoders() {}
}
