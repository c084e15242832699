package anbinh.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// Decodes a stream, filters it and codes it anew; times stay what they are but for the beginning
/// of the video, which becomes zero. A packet that cannot be decoded is passed over.
final class EncodedStream implements StreamTranscoder {
  /// Makes the graph for what an opened decoder gives.
  interface Filtering {
    Graph graph(AVCodecContext decoder);
  }

  /// Sets an encoder up for what comes out of a graph.
  interface Setup {
    void set(AVCodecContext encoder, Graph graph);
  }

  private final AVFormatContext target;
  private final AVStream source;
  private final AVStream stream;
  private final AVCodecContext decoder;
  private final AVCodecContext encoder;
  private final Graph graph;
  private final AVFrame frame = av_frame_alloc();
  private final AVPacket packet = av_packet_alloc();
  private final long start;
  private long lastPts = Long.MIN_VALUE;
  private long atMicros = -1;

  EncodedStream(
      Libav video,
      AVStream source,
      AVFormatContext target,
      Filtering filtering,
      String encoderName,
      Setup setup) {
    this.source = source;
    this.target = target;
    start = av_rescale_q(video.startMicros, Libav.micros(), source.time_base());
    AVCodec found = avcodec_find_decoder(source.codecpar().codec_id());
    if (found == null) {
      throw new IllegalStateException("nothing here decodes this video");
    }
    decoder = avcodec_alloc_context3(found);
    Libav.check(avcodec_parameters_to_context(decoder, source.codecpar()), "set a decoder up");
    decoder.pkt_timebase(source.time_base());
    decoder.thread_count(2);
    Libav.check(avcodec_open2(decoder, found, (AVDictionary) null), "open a decoder");
    graph = filtering.graph(decoder);
    AVCodec codec = avcodec_find_encoder_by_name(encoderName);
    encoder = avcodec_alloc_context3(codec);
    encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
    setup.set(encoder, graph);
    Libav.check(avcodec_open2(encoder, codec, (AVDictionary) null), "open an encoder");
    stream = avformat_new_stream(target, null);
    Libav.check(avcodec_parameters_from_context(stream.codecpar(), encoder), "begin a stream");
    stream.time_base(encoder.time_base());
    stream.avg_frame_rate(encoder.framerate());
  }

  /// Lets the graph give as many samples at once as the encoder takes.
  void setFrameSize() {
    graph.setFrameSize(encoder.frame_size());
  }

  @Override
  public int streamIndex() {
    return source.index();
  }

  @Override
  public void take(AVPacket coded) {
    int sent = avcodec_send_packet(decoder, coded);
    if (sent >= 0) {
      decode();
    }
  }

  @Override
  public void finish() {
    int _ = avcodec_send_packet(decoder, null);
    decode();
    graph.push(null, this::encode);
    encode(null);
  }

  private void decode() {
    while (avcodec_receive_frame(decoder, frame) >= 0) {
      long pts = frame.best_effort_timestamp();
      if (pts != AV_NOPTS_VALUE) {
        frame.pts(pts - start);
        // The graph learns pictures from what it is given, not from what a camera wrote beside.
        frame.pict_type(0);
        graph.push(frame, this::encode);
      }
      av_frame_unref(frame);
    }
  }

  private void encode(@Nullable AVFrame filtered) {
    if (filtered != null) {
      if (filtered.pts() <= lastPts) {
        return;
      }
      lastPts = filtered.pts();
      atMicros = Math.max(0, av_rescale_q(lastPts, encoder.time_base(), Libav.micros()));
    }
    Libav.check(avcodec_send_frame(encoder, filtered), "encode");
    while (true) {
      int result = avcodec_receive_packet(encoder, packet);
      if (Libav.waits(result)) {
        return;
      }
      Libav.check(result, "take what was encoded");
      av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
      packet.stream_index(stream.index());
      Libav.check(av_interleaved_write_frame(target, packet), "write what was encoded");
    }
  }

  @Override
  public long atMicros() {
    return atMicros;
  }

  @Override
  public void close() {
    av_packet_free(packet);
    av_frame_free(frame);
    graph.close();
    avcodec_free_context(encoder);
    avcodec_free_context(decoder);
  }
}
