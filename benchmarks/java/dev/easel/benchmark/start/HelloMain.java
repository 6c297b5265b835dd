package dev.easel.benchmark.start;

/// A bare JVM: what no program of it can be faster than.
public final class HelloMain {

  /// What it says.
  static final String GREETING = "hello";

  private HelloMain() {}

  /// Says hello.
  public static void main(String[] arguments) {
    System.out.println(GREETING);
  }
}
