package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.Dialect;
import dev.easel.config.ProxySettings;
import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Upload;
import dev.easel.domain.image.Watch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Large pictures in little memory: the client runs in a JVM whose heap is not three times as large
/// as the picture.
@Timeout(120)
final class BigPictureTest {

  private static final int SIZE = 20 * 1024 * 1024;

  /// Bytes that depend on their place, made while they are written.
  private static void write(OutputStream out, boolean base64) throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    byte[] run = new byte[3 * 8 * 1024];
    for (int done = 0; done < SIZE; done += run.length) {
      random.nextBytes(run);
      out.write(base64 ? Base64.getEncoder().encode(run) : run);
    }
  }

  private static long checksum() throws IOException {
    CRC32 checksum = new CRC32();
    write(
        new OutputStream() {
          @Override
          public void write(int octet) {
            checksum.update(octet);
          }

          @Override
          public void write(byte[] bytes, int offset, int count) {
            checksum.update(bytes, offset, count);
          }
        },
        false);
    return checksum.getValue();
  }

  private static String inSmallHeap(String... arguments) throws Exception {
    return OtherJvm.run("56m", SmallClient.class, arguments);
  }

  @Test
  void aPictureOf20MegabytesFitsIntoAHeapOf56() throws Exception {
    try (RawServer server =
        RawServer.meeting(connection -> {
          RawServer.request(connection.getInputStream());
          OutputStream out = connection.getOutputStream();
          out.write(
              "HTTP/1.1 200 OK\r\n\r\n{\"data\":[{\"b64_json\":\""
                  .getBytes(StandardCharsets.UTF_8));
          write(out, true);
          out.write("\"}],\"usage\":{\"output_tokens\":1}}".getBytes(StandardCharsets.UTF_8));
          connection.close();
        })) {
      assertEquals("delivered " + checksum(), inSmallHeap("generate", server.url()));
    }
  }

  @Test
  void soDoesAPictureInAnEvent() throws Exception {
    try (RawServer server =
        RawServer.meeting(connection -> {
          RawServer.request(connection.getInputStream());
          OutputStream out = connection.getOutputStream();
          out.write(
              "HTTP/1.1 200 OK\r\n\r\nevent: image_generation.completed\ndata: {\"b64_json\":\""
                  .getBytes(StandardCharsets.UTF_8));
          write(out, true);
          out.write("\"}\n\n".getBytes(StandardCharsets.UTF_8));
          connection.close();
        })) {
      assertEquals("delivered " + checksum(), inSmallHeap("generate", server.url()));
    }
  }

  @Test
  void uploadsAreSentFromWhereTheyLie() throws Exception {
    long[] received = {0};
    try (RawServer server =
        RawServer.meeting(connection -> {
          byte[] run = new byte[64 * 1024];
          byte[] answer =
              ("HTTP/1.1 200 OK\r\nContent-Length: "
                      + Calls.ANSWER.length()
                      + "\r\n\r\n"
                      + Calls.ANSWER)
                  .getBytes(StandardCharsets.UTF_8);
          while (received[0] < 4L * SIZE) {
            received[0] += Math.max(0, connection.getInputStream().read(run));
          }
          connection.getOutputStream().write(answer);
        })) {
      assertTrue(inSmallHeap("edit", server.url()).startsWith("delivered"));
    }
  }

  /// The client alone, as the main class of a small JVM.
  static final class SmallClient {
    private SmallClient() {}

    /// Prints the checksum of the picture it was given.
    public static void main(String[] arguments) {
      Content made =
          new Content() {
            @Override
            public long length() {
              return 4L * SIZE;
            }

            @Override
            public void writeTo(Sink sink) {
              byte[] run = new byte[1024 * 1024];
              for (long done = 0; done < length(); done += run.length) {
                sink.write(run, 0, run.length);
              }
            }
          };
      Upload upload = new Upload(Upload.Role.IMAGE, "a.png", "image/png", "0".repeat(64), made);
      Content picture =
          Calls.delivered(
                  ImageGenerators.of(
                          List.of(Calls.provider(Dialect.OPENAI, arguments[1])),
                          ProxySettings.NONE,
                          "0.0",
                          Arrivals.NONE)
                      .generate(
                          arguments[0].equals("edit")
                              ? Calls.edit(List.of(upload))
                              : Calls.generate(),
                          Watch.NOBODY))
              .images()
              .getFirst()
              .content();
      CRC32 checksum = new CRC32();
      picture.writeTo(checksum::update);
      System.out.println("delivered " + checksum.getValue());
    }
  }
}
