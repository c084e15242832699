package anbinh.media.codec;

import java.nio.ByteBuffer;

/// The names in an H.265 picture parameter set (§7.3.2.3): its own and that of its SPS.
public record H265Pps(int id, int spsId) {
  public static H265Pps parse(ByteBuffer nal) throws MalformedBitstreamException {
    BitReader reader = BitReader.ofNal(nal, 2);
    int id = reader.unsigned(63, "pps_pic_parameter_set_id");
    return new H265Pps(id, reader.unsigned(15, "pps_seq_parameter_set_id"));
  }
}
