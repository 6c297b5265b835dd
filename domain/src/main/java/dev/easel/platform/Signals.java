package dev.easel.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/// Hears the signals with which users and systems end programs.
public final class Signals {

  private Signals() {}

  /// Calls `action` on each Ctrl-C (INT) and each TERM, instead of ending the process. The action
  /// runs on a thread of its own.
  public static void onStop(Runnable action) {
    on("INT", action);
    on("TERM", action);
  }

  /// Calls `action` on each Ctrl-C (INT), instead of ending the process.
  public static void onInterrupt(Runnable action) {
    on("INT", action);
  }

  /// Calls `action` on each TERM, instead of ending the process.
  public static void onTerminate(Runnable action) {
    on("TERM", action);
  }

  // The JDK offers signals only in jdk.unsupported, which the compiler warns of whoever names it.
  private static void on(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object handling =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> handled(proxy, method, arguments, action));
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InstantiationException unsupported) {
      Runtime.getRuntime().addShutdownHook(new Thread(action));
    } catch (InvocationTargetException taken) {
      throw new IllegalStateException("the signal " + name + " cannot be heard", taken);
    }
  }

  private static Object handled(Object proxy, Method method, Object[] arguments, Runnable action) {
    return switch (method.getName()) {
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
      case "toString" -> "a signal handler";
      default -> {
        action.run();
        yield 0;
      }
    };
  }
}
