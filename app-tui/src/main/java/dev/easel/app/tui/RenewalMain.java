package dev.easel.app.tui;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Writes the class files of jars anew that are of Java 5 or older: those have no stack maps, so
/// that the JVM can neither verify them quickly nor keep them linked in an archive. The launcher
/// runs it once for each build, before anything runs from there. Its arguments are the jars, which
/// stay what they are but for that.
final class RenewalMain {

  private static final ClassFile FILES =
      ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS);

  private RenewalMain() {}

  public static void main(String[] jars) throws IOException {
    for (String jar : jars) {
      renew(Path.of(jar));
    }
  }

  private static void renew(Path jar) throws IOException {
    Path renewed = jar.resolveSibling(jar.getFileName() + ".renewed");
    try (ZipFile before = new ZipFile(jar.toFile());
        OutputStream bytes = Files.newOutputStream(renewed);
        ZipOutputStream after = new ZipOutputStream(bytes)) {
      for (ZipEntry entry : Collections.list(before.entries())) {
        byte[] content = before.getInputStream(entry).readAllBytes();
        after.putNextEntry(new ZipEntry(entry.getName()));
        after.write(entry.getName().endsWith(".class") ? renewed(content) : content);
        after.closeEntry();
      }
    }
    Files.move(renewed, jar, StandardCopyOption.ATOMIC_MOVE);
  }

  private static byte[] renewed(byte[] content) {
    ClassModel read = FILES.parse(content);
    return read.majorVersion() >= ClassFile.JAVA_6_VERSION
        ? content
        : FILES.transformClass(
            read,
            ClassTransform.transformingMethodBodies(CodeBuilder::with)
                .andThen((writing, element) ->
                    writing.with(
                        element instanceof ClassFileVersion
                            ? ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0)
                            : element)));
  }
}
