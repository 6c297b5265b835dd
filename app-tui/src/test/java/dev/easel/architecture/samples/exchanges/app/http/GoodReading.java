package dev.easel.architecture.samples.exchanges.app.http;

import com.sun.net.httpserver.HttpExchange;

class GoodReading {

  String method(HttpExchange exchange) {
    return exchange.getRequestMethod();
  }
}
