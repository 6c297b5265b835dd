package dev.easel.architecture.samples.exchanges.app.http;

import com.sun.net.httpserver.HttpContext;

class BadContext {

  boolean isKnown(HttpContext context) {
    return context.getAttributes().containsKey("caller");
  }
}
