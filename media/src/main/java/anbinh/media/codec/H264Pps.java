package anbinh.media.codec;

import java.nio.ByteBuffer;

/// The names in an H.264 picture parameter set (§7.3.2.2): its own and that of its SPS.
public record H264Pps(int id, int spsId) {
  public static H264Pps parse(ByteBuffer nal) throws MalformedBitstreamException {
    BitReader reader = BitReader.ofNal(nal, 1);
    int id = reader.unsigned(255, "pic_parameter_set_id");
    return new H264Pps(id, reader.unsigned(31, "seq_parameter_set_id"));
  }
}
