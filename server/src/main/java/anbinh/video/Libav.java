package anbinh.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/// What the child process opens: one file, by the demultiplexers of the containers that we know and
/// by no protocol but files, so that a playlist cannot make it open anything else.
final class Libav implements AutoCloseable {
  static final long MICROS_PER_SECOND = 1_000_000;

  /// `AVERROR(EAGAIN)`.
  private static final int AGAIN = -11;

  private static final String FORMATS =
      "mov,mp4,m4a,3gp,3g2,mj2,avi,matroska,webm,mpegts,mpeg,dhav";

  final AVFormatContext context;
  final AVStream pictures;
  final @Nullable AVStream sound;

  /// When the video begins, in microseconds of its own clock.
  final long startMicros;

  Libav(String file) {
    var options = new AVDictionary(null);
    av_dict_set(options, "format_whitelist", FORMATS, 0);
    av_dict_set(options, "protocol_whitelist", "file", 0);
    context = new AVFormatContext(null);
    int opened = avformat_open_input(context, "file:" + file, null, options);
    av_dict_free(options);
    check(opened, "open the video");
    check(avformat_find_stream_info(context, (PointerPointer<?>) null), "read the video");
    AVStream firstPictures = null;
    AVStream firstSound = null;
    for (int i = 0; i < context.nb_streams(); i++) {
      AVStream stream = context.streams(i);
      int type = stream.codecpar().codec_type();
      if (type == AVMEDIA_TYPE_VIDEO && stream.codecpar().width() > 0 && firstPictures == null) {
        firstPictures = stream;
      } else if (type == AVMEDIA_TYPE_AUDIO && stream.codecpar().sample_rate() > 0) {
        firstSound = firstSound == null ? stream : firstSound;
      }
    }
    if (firstPictures == null) {
      throw new IllegalStateException("the video has no pictures");
    }
    pictures = firstPictures;
    sound = firstSound;
    startMicros = context.start_time() == AV_NOPTS_VALUE ? 0 : context.start_time();
  }

  static int check(int result, String what) {
    if (result < 0) {
      throw new IllegalStateException("libav could not " + what + ": error " + result);
    }
    return result;
  }

  /// By how many degrees players turn the pictures clockwise.
  int turn() {
    AVPacketSideData matrix =
        av_packet_side_data_get(
            pictures.codecpar().coded_side_data(),
            pictures.codecpar().nb_coded_side_data(),
            AV_PKT_DATA_DISPLAYMATRIX);
    if (matrix == null) {
      return 0;
    }
    double degrees = -av_display_rotation_get(new IntPointer(matrix.data()));
    return Double.isNaN(degrees) ? 0 : Math.floorMod(Math.round(degrees / 90) * 90, 360);
  }

  /// Whether a result says that there is more to come, or anything at all.
  static boolean waits(int result) {
    return result == AGAIN || result == AVERROR_EOF();
  }

  static AVRational micros() {
    return ratio(1, (int) MICROS_PER_SECOND);
  }

  static AVRational ratio(int number, int divisor) {
    return new AVRational().num(number).den(divisor);
  }

  @Override
  public void close() {
    avformat_close_input(context);
  }
}
