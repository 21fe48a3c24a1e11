// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import dev.clew.samples.FrontendLog.Answer;
import dev.clew.samples.FrontendLog.Request;
import dev.clew.samples.Traffic.Visitor;
import java.util.List;

/** Everything visitors do short of ordering, and what bots try. */
final class Browsing {

  private static final String HOME = "https://shop.example.org/";
  private static final List<String> PROBED = Resources.lines("visitors/probed-paths.txt");
  private static final String REFUSED =
      "connect() failed (111: Connection refused) while connecting to upstream";

  private final Shop shop;
  private final Draw draw;

  Browsing(Shop shop) {
    this.shop = shop;
    this.draw = shop.draw("browsing");
  }

  void page(long time, Visitor visitor) {
    String sku = shop.traffic.sku();
    String target = draw.chance(.25) ? "/" : "/product/" + sku;
    String referer = draw.chance(.6) ? HOME : "-";
    boolean cached = draw.chance(.35);
    int bytes = cached ? 0 : draw.from(5200, 18_400);
    asset(time, visitor, target, referer, cached ? 304 : 200, bytes);
    if (draw.chance(.2)) {
      asset(time + draw.from(20, 200), visitor, "/assets/cart.js", HOME, 200, 4127);
    }
    if (draw.chance(.05)) {
      String search =
          "/search?q=" + draw.one(List.of("green+tea", "mug", "honey", "gift", "pot+1l"));
      asset(time + draw.from(3000, 9000), visitor, search, HOME, 200, draw.from(2000, 9000));
    }
  }

  private void asset(long time, Visitor who, String target, String referer, int status, int bytes) {
    Request request = request(who, "GET", target, referer);
    shop.frontend.access(time, request, new Answer(status, bytes, draw.chance(.8) ? 0 : 1, -1));
  }

  void stock(long time, Visitor visitor) {
    String sku = shop.traffic.sku();
    Request request = request(visitor, "GET", "/api/stock/" + sku, HOME + "product/" + sku);
    int took = draw.around(9, .7);
    if (draw.chance(.004)) {
      shop.inventory.log(
          time + 2,
          "WARN",
          "server.go",
          "unknown sku",
          "trace_id",
          request.trace(),
          "sku",
          sku + "X");
      shop.frontend.access(time, request, new Answer(404, 19, took, took));
      return;
    }
    long done = time + took;
    int left = draw.chance(.03) ? draw.from(1, 3) : draw.from(4, 260);
    if (took > 45 && draw.chance(.2)) {
      shop.inventory.log(
          done,
          "WARN",
          "store.go",
          "slow query",
          "query",
          "stock.left",
          "took",
          draw.from(510, 900) + "." + draw.from(100, 999) + "ms");
    }
    if (left <= 3
        && shop.releases
            .sources("inventory", time)
            .text("inventory/server.go")
            .contains("stock is low")) {
      shop.inventory.log(
          done,
          "WARN",
          "server.go",
          "stock is low",
          "trace_id",
          request.trace(),
          "sku",
          sku,
          "left",
          left);
    }
    shop.inventory.log(
        done,
        "INFO",
        "server.go",
        "stock looked up",
        "trace_id",
        request.trace(),
        "sku",
        sku,
        "left",
        left,
        "took",
        took + "." + draw.from(100, 999) + "ms");
    shop.frontend.access(time, request, new Answer(200, 13, took + 1, took + 1));
  }

  void cart(long time, Visitor visitor) {
    boolean change = draw.chance(.7);
    String target = "/api/cart/" + visitor.cart() + (change ? "/lines" : "");
    Request request = request(visitor, change ? "PUT" : "GET", target, HOME + "cart");
    if (shop.isDown("checkout", time)) {
      shop.frontend.error(time + 1, "error", REFUSED, request, Shop.CHECKOUT);
      shop.frontend.access(time, request, new Answer(502, 157, 1, 1));
      return;
    }
    CheckoutLog.Where where =
        new CheckoutLog.Where("http-nio-8080-exec-" + draw.from(1, 24), request.trace(), "");
    long connection = shop.pool.take(time + 3);
    if (connection < 0 && change) {
      noConnection(time, request, where);
      return;
    }
    long done = Math.max(time + 3, connection) + draw.around(14, .6);
    shop.pool.holdUntil(done);
    if (change) {
      changed(done, visitor, where);
    }
    shop.frontend.access(
        time, request, new Answer(200, draw.from(180, 2100), done - time + 2, done - time + 1));
  }

  private void changed(long time, Visitor visitor, CheckoutLog.Where where) {
    String sku = shop.traffic.sku();
    if (draw.chance(.004)) {
      shop.checkout.warn(
          time,
          where,
          "CartController",
          "Cart {} asks for unknown article {}",
          visitor.cart(),
          sku + "X");
      return;
    }
    int quantity = draw.from(1, 4);
    shop.checkout.info(
        time,
        where,
        "CartController",
        "Cart {} changed: {} x {}, now {} items",
        visitor.cart(),
        quantity,
        sku,
        quantity + draw.from(0, 5));
  }

  private void noConnection(long time, Request request, CheckoutLog.Where where) {
    long end = time + 3 + ConnectionPool.TIMEOUT + draw.from(1, 4);
    int size = shop.pool.size(time);
    String trace =
        shop.checkout.trace(
            end, "no-connection-cart", end - time - 3, size, size, shop.pool.waiting() - 1);
    shop.checkout.error(
        end,
        where,
        "ApiErrors",
        trace,
        "{} {} failed: no database",
        request.method(),
        request.target());
    shop.frontend.access(time, request, new Answer(503, 0, end - time + 2, end - time + 1));
  }

  void probe(long time) {
    String path = draw.one(PROBED);
    Request request = request(shop.traffic.bot(), "GET", path, "-");
    String missing =
        "open() \"/usr/share/nginx/html" + path + "\" failed (2: No such file or directory)";
    shop.frontend.error(time, "error", missing, request, "");
    shop.frontend.access(time, request, new Answer(404, 153, 0, -1));
  }

  void crawl(long time) {
    asset(
        time,
        shop.traffic.bot(),
        draw.chance(.1) ? "/robots.txt" : "/product/" + shop.traffic.sku(),
        "-",
        200,
        draw.from(5200, 18_400));
  }

  /** The load balancer asks whether nginx is alive. */
  void health(long time) {
    Request request =
        new Request("10.20.0.2", "lb-health/1.0", "GET", "/healthz", "-", shop.traffic.trace());
    shop.frontend.access(time, request, new Answer(200, 2, 0, -1));
  }

  private Request request(Visitor who, String method, String target, String referer) {
    return new Request(who.address(), who.agent(), method, target, referer, shop.traffic.trace());
  }
}
