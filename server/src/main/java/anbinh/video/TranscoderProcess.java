package anbinh.video;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;
import static org.bytedeco.ffmpeg.global.avutil.av_version_info;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

/// The child process that looks at one video, or makes one of another. Its last line says what came
/// out; lines before it say how far it is. It ends when nobody reads them any more.
final class TranscoderProcess {
  static final String LOOK = "look";
  static final String MAKE = "make";
  static final String AT = "at ";

  private static final long TELL_EVERY_NANOS = 300_000_000;

  public static void main(String[] arguments) throws IOException {
    av_log_set_level(AV_LOG_QUIET);
    try {
      say(
          arguments[0].equals(LOOK)
              ? look(arguments[1]).write()
              : make(TranscodingJob.read(arguments[1])));
    } catch (IllegalStateException failure) {
      say(String.valueOf(failure.getMessage()));
      System.exit(1);
    }
  }

  private static void say(String line) {
    byte[] bytes = (line + "\n").getBytes(UTF_8);
    System.out.write(bytes, 0, bytes.length);
    if (System.out.checkError()) {
      System.exit(2);
    }
  }

  private static SourceVideo look(String file) {
    try (var video = new Libav(file)) {
      AVStream pictures = video.pictures;
      List<Long> times = new ArrayList<>();
      AVPacket packet = av_packet_alloc();
      while (av_read_frame(video.context, packet) >= 0) {
        if (packet.stream_index() == pictures.index()
            && (packet.flags() & AV_PKT_FLAG_DISCARD) == 0) {
          long pts = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
          if (pts != AV_NOPTS_VALUE) {
            times.add(av_rescale_q(pts, pictures.time_base(), Libav.micros()) - video.startMicros);
          }
        }
        av_packet_unref(packet);
      }
      av_packet_free(packet);
      times.sort(null);
      BytePointer pixels = av_get_pix_fmt_name(pictures.codecpar().format());
      AVStream sound = video.sound;
      int turn = video.turn();
      boolean upright = turn % 180 == 0;
      return new SourceVideo(
          video.context.iformat().name().getString(),
          avcodec_get_name(pictures.codecpar().codec_id()).getString(),
          pixels == null ? "" : pixels.getString(),
          upright ? pictures.codecpar().width() : pictures.codecpar().height(),
          upright ? pictures.codecpar().height() : pictures.codecpar().width(),
          turn,
          sound == null ? null : avcodec_get_name(sound.codecpar().codec_id()).getString(),
          times);
    }
  }

  private static String make(TranscodingJob job) throws IOException {
    Files.deleteIfExists(Path.of(job.target()));
    var target = new AVFormatContext(null);
    Libav.check(
        avformat_alloc_output_context2(
            target, (AVOutputFormat) null, "mp4", "file:" + job.target()),
        "begin the video");
    // Without it the multiplexer writes its own name and version into the video.
    target.flags(target.flags() | AVFMT_FLAG_BITEXACT);
    try (var source = new Libav(job.source())) {
      List<StreamTranscoder> lanes = lanes(job, source, target);
      try {
        write(job, source, target, lanes);
      } finally {
        lanes.forEach(StreamTranscoder::close);
      }
    } finally {
      avformat_free_context(target);
    }
    return "FFmpeg " + av_version_info().getString();
  }

  private static List<StreamTranscoder> lanes(
      TranscodingJob job, Libav source, AVFormatContext target) {
    List<StreamTranscoder> lanes = new ArrayList<>();
    String filter = job.filter();
    lanes.add(
        filter == null
            ? new CopiedStream(source, source.pictures, target)
            : Encoders.pictures(source, target, filter));
    AVStream sound = source.sound;
    if (sound != null) {
      switch (job.sound()) {
        case NONE -> {}
        case COPY -> lanes.add(new CopiedStream(source, sound, target));
        case ENCODE -> lanes.add(Encoders.sound(source, sound, target));
      }
    }
    return lanes;
  }

  private static void write(
      TranscodingJob job, Libav source, AVFormatContext target, List<StreamTranscoder> lanes) {
    var output = new AVIOContext(null);
    Libav.check(avio_open(output, "file:" + job.target(), AVIO_FLAG_WRITE), "write the video");
    target.pb(output);
    AVPacket packet = av_packet_alloc();
    try {
      var options = new AVDictionary(null);
      av_dict_set(options, "movflags", "+faststart", 0);
      int begun = avformat_write_header(target, options);
      av_dict_free(options);
      Libav.check(begun, "begin the video");
      long told = System.nanoTime();
      while (av_read_frame(source.context, packet) >= 0) {
        for (StreamTranscoder lane : lanes) {
          if (lane.streamIndex() == packet.stream_index()) {
            lane.take(packet);
          }
        }
        av_packet_unref(packet);
        if (System.nanoTime() - told > TELL_EVERY_NANOS) {
          told = System.nanoTime();
          say(AT + lanes.getFirst().atMicros());
        }
      }
      lanes.forEach(StreamTranscoder::finish);
      if (lanes.getFirst().atMicros() < 0) {
        throw new IllegalStateException("the video has no picture that can be read");
      }
      Libav.check(av_write_trailer(target), "end the video");
    } finally {
      av_packet_free(packet);
      avio_closep(output);
    }
  }

  private TranscoderProcess() {}
}
