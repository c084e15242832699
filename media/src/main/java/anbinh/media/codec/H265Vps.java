package anbinh.media.codec;

import java.nio.ByteBuffer;

/// The name of an H.265 video parameter set (§7.3.2.1).
public record H265Vps(int id) {
  public static H265Vps parse(ByteBuffer nal) throws MalformedBitstreamException {
    BitReader reader = BitReader.ofNal(nal, 2);
    return new H265Vps(reader.smallBits(4));
  }
}
