package anbinh.video;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/// The child process that reads one file with libav and writes [VideoFacts] as one line of JSON;
/// nothing when the file holds no video that it can read.
///
/// Only demultiplexers of the containers that we know are allowed, and no protocol but files: a
/// playlist cannot make it open anything else.
final class ProbeProcess {
  private static final String FORMATS =
      "mov,mp4,m4a,3gp,3g2,mj2,avi,matroska,webm,mpegts,mpeg,dhav";
  private static final long MICROS_PER_MILLI = 1_000;

  public static void main(String[] arguments) {
    av_log_set_level(AV_LOG_QUIET);
    VideoFacts facts = probe(arguments[0]);
    if (facts != null) {
      byte[] line = facts.write().getBytes(UTF_8);
      System.out.write(line, 0, line.length);
      System.out.flush();
    }
  }

  private static @Nullable VideoFacts probe(String file) {
    var options = new AVDictionary(null);
    av_dict_set(options, "format_whitelist", FORMATS, 0);
    av_dict_set(options, "protocol_whitelist", "file", 0);
    var context = new AVFormatContext(null);
    int opened = avformat_open_input(context, "file:" + file, null, options);
    av_dict_free(options);
    if (opened < 0) {
      return null;
    }
    try {
      return avformat_find_stream_info(context, (PointerPointer<?>) null) < 0
          ? null
          : facts(context);
    } finally {
      avformat_close_input(context);
    }
  }

  private static @Nullable VideoFacts facts(AVFormatContext context) {
    AVStream first = null;
    int videos = 0;
    int sounds = 0;
    for (int i = 0; i < context.nb_streams(); i++) {
      AVStream stream = context.streams(i);
      int type = stream.codecpar().codec_type();
      if (type == AVMEDIA_TYPE_VIDEO && stream.codecpar().width() > 0) {
        first = first == null ? stream : first;
        videos++;
      } else if (type == AVMEDIA_TYPE_AUDIO) {
        sounds++;
      }
    }
    if (first == null) {
      return null;
    }
    AVCodecParameters video = first.codecpar();
    AVRational rate = first.avg_frame_rate();
    long duration = context.duration();
    return new VideoFacts(
        context.iformat().name().getString(),
        duration == AV_NOPTS_VALUE || duration < 0 ? null : duration / MICROS_PER_MILLI,
        created(context),
        avcodec_get_name(video.codec_id()).getString(),
        video.width(),
        video.height(),
        rate.den() == 0 || rate.num() == 0 ? null : (double) rate.num() / rate.den(),
        videos,
        sounds);
  }

  private static @Nullable String created(AVFormatContext context) {
    AVDictionaryEntry entry = av_dict_get(context.metadata(), "creation_time", null, 0);
    return entry == null ? null : entry.value().getString();
  }

  private ProbeProcess() {}
}
