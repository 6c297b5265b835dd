package dev.easel.architecture.samples.exchanges.app.http;

import com.sun.net.httpserver.HttpExchange;

class BadRemembering {

  void remember(HttpExchange exchange) {
    exchange.setAttribute("caller", "whoever");
  }
}
