package anbinh.video;

import org.bytedeco.ffmpeg.avcodec.AVPacket;

/// The way of one stream from a video into another. Not thread-safe.
interface StreamTranscoder extends AutoCloseable {
  /// Of the stream in the video that is read.
  int streamIndex();

  /// Takes the next packet of that stream.
  void take(AVPacket packet);

  /// Writes what is still under way.
  void finish();

  /// How far it is, in microseconds from the beginning of the video; negative before the first.
  long atMicros();

  @Override
  void close();
}
