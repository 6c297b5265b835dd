package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SharedForceTest {

  private static final int MANY = 200;

  @TempDir private Path home;

  @Test
  void failsForADirectoryThatIsGoneAndWorksOnceItIsBack() throws IOException {
    Path directory = home.resolve("pictures");
    SharedForce force = new SharedForce(() -> PrivateFiles.force(directory));
    assertThrows(NoSuchFileException.class, force::force);

    Files.createDirectory(directory);
    force.force();
    Files.delete(directory);

    assertThrows(NoSuchFileException.class, force::force);
  }

  @Test
  void everybodyWhoAsksAtOnceIsAnswered() throws Exception {
    SharedForce force = new SharedForce(() -> PrivateFiles.force(home));

    for (Future<Boolean> answer : answers(force)) {
      assertTrue(answer.get());
    }
  }

  @Test
  void everybodyWhoAsksAtOnceIsToldThatItFails() throws Exception {
    SharedForce force = new SharedForce(() -> PrivateFiles.force(home.resolve("gone")));

    for (Future<Boolean> answer : answers(force)) {
      ExecutionException told = assertThrows(ExecutionException.class, answer::get);
      assertInstanceOf(NoSuchFileException.class, told.getCause());
    }
  }

  private static List<Future<Boolean>> answers(SharedForce force) throws InterruptedException {
    List<Future<Boolean>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 0; number < MANY; number++) {
        answers.add(
            threads.submit(() -> {
              force.force();
              return true;
            }));
      }
    }
    return answers;
  }
}
