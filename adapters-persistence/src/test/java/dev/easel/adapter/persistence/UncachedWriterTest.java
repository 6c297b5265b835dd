package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.easel.domain.ledger.SamplePictures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class UncachedWriterTest {

  @TempDir private Path directory;

  @Test
  @EnabledOnOs(OS.LINUX)
  void putsThroughTheCacheWhatTheDiskTakesInNoOtherWay() throws IOException {
    byte[] bytes = SamplePictures.noise(2_500_001);
    Path file = directory.resolve("picture");

    try (FileChannel cached = PrivateFiles.openNew(file);
        UncachedWriter writer = new UncachedWriter(cached, refusing())) {
      writer.write(ByteBuffer.wrap(bytes));
      writer.finish();
    }

    assertArrayEquals(bytes, Files.readAllBytes(file));
  }

  private static FileChannel refusing() throws IOException {
    return FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
  }
}
