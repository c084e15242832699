package anbinh.media.mp4;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/// An array read as a file.
final class ByteArrayChannel implements SeekableByteChannel {
  private final ByteBuffer content;

  ByteArrayChannel(byte[] content) {
    this.content = ByteBuffer.wrap(content);
  }

  @Override
  public int read(ByteBuffer target) {
    if (!content.hasRemaining()) {
      return -1;
    }
    int count = Math.min(target.remaining(), content.remaining());
    target.put(content.slice(content.position(), count));
    content.position(content.position() + count);
    return count;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public long position() {
    return content.position();
  }

  @Override
  public SeekableByteChannel position(long position) {
    content.position((int) Math.min(position, content.limit()));
    return this;
  }

  @Override
  public long size() {
    return content.limit();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
