package dev.easel.adapter.openai;

import java.io.IOException;

/// The proxy wants another name and password than it was given.
final class ProxyRefused extends IOException {
  private static final long serialVersionUID = 1L;

  ProxyRefused() {
    super("the proxy wants another name and password");
  }
}
