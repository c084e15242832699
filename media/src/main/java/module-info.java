/// Cameras' video without decoding: RTSP, RTP, H.264, H.265, MP4 and time. Needs the JDK only.
module anbinh.media {
  requires static transitive org.jspecify;

  exports anbinh.media;
  exports anbinh.media.codec;
  exports anbinh.media.ingest;
  exports anbinh.media.mp4;
  exports anbinh.media.record;
  exports anbinh.media.record.log;
  exports anbinh.media.rtp;
  exports anbinh.media.rtsp;
  exports anbinh.media.simulator;
}
