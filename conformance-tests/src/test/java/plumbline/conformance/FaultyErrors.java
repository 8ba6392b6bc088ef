package plumbline.conformance;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.ShopServer;

/** Shops whose answers, errors above all, give away what they should not, or are not what they say. */
final class FaultyErrors {
    private FaultyErrors() {}

    static Stream<FaultyShop> all() {
        return Stream.of(
                FaultyShop.error("a Java trace", "at com.example.Shop.find(Shop.java:42)"),
                FaultyShop.error("a Python trace", "Traceback (most recent call last)"),
                FaultyShop.error("a Node trace", "at find (/srv/app/shop.js:4:2)"),
                FaultyShop.error("a PHP trace", "#0 /var/www/shop.php(12)"),
                FaultyShop.error("a Ruby trace", "shop.rb:12:in 'find'"),
                FaultyShop.error("a Go trace", "goroutine 7 [running]"),
                FaultyShop.error("a Java trace on lines of its own", "boom\n\tat com.example.Shop.find(Shop.java:42)"),
                FaultyShop.error(
                        "a Java trace of a module", "boom\n\tat java.base/java.lang.Thread.run(Thread.java:840)"),
                FaultyShop.error("a Java exception by its full name", "java.lang.NullPointerException"),
                FaultyShop.error("a .NET trace", "boom\r\n   at Shop.Find(Int32 id) in C:\\src\\Shop.cs:line 42\r\n"),
                FaultyShop.error("a Node trace of the machine", "at process.run (node:internal/process/queue:95:5)"),
                FaultyShop.error("a file of Python", "File \"/srv/shop.py\", line 7, in find"),
                FaultyShop.error("a warning of PHP", "Undefined index in /var/www/shop.php on line 12"),
                FaultyShop.error("a panic of Go", "panic: runtime error: index out of range [3]"),
                FaultyShop.error("a statement for a database", "SELECT id, title FROM articles WHERE id = $1"),
                FaultyShop.error(
                        "a constraint of a database", "duplicate key violates unique constraint \"articles_pkey\""),
                FaultyShop.error("the path of a file", "open /var/lib/shop/articles.json: no such file or directory"),
                FaultyShop.error("a path of Windows", "cannot read C:\\inetpub\\shop\\web.config"),
                FaultyShop.error(
                        "a trace within JSON within JSON",
                        "{\"trace\":\"boom\\n\\tat com.example.Shop.find(Shop.java:42)\"}"),
                new FaultyShop("a trace in a page of 500", "internals-hidden", () -> {
                    ShopServer shop = new ShopServer();
                    return request -> request.path().length() > 2_000
                            ? Reply.of(500)
                                    .with("Content-Type", "text/html")
                                    .withBody("<pre>boom<br>at Shop.&lt;init&gt;(Shop.java:3)</pre>")
                            : shop.answer(request);
                }),
                FaultyShop.error("a message of a database", "ORA-00942: table does not exist"),
                FaultyShop.reply(
                        "the token in the error",
                        "credentials-hidden",
                        path -> true,
                        404,
                        reply -> reply.change(text -> text.replace("Not found", "Not found for shop-token-of-tests"))),
                FaultyShop.reply(
                        "a problem without status",
                        "schema",
                        path -> true,
                        404,
                        reply -> reply.change(text -> text.replace(",\"status\":404", ""))),
                FaultyShop.reply(
                        "a problem with the status of another",
                        "schema",
                        path -> true,
                        404,
                        reply -> reply.change(text -> text.replace("404", "200"))),
                FaultyShop.reply(
                        "a page for a problem",
                        "media-type-documented",
                        path -> true,
                        404,
                        reply -> reply.with("Content-Type", "text/html")),
                FaultyShop.reply(
                        "an unknown charset",
                        "charset",
                        path -> true,
                        200,
                        reply -> reply.with("Content-Type", "application/json; charset=utf-9")),
                FaultyShop.reply(
                        "a charset that it is not in",
                        "charset",
                        path -> true,
                        200,
                        reply -> reply.change(text -> text.replace("Film", "Filmé"))
                                .with("Content-Type", "application/json; charset=iso-8859-1")),
                FaultyShop.reply(
                        "octets that are not in the charset",
                        "charset",
                        path -> true,
                        200,
                        reply -> reply.withBytes(reply.body()
                                        .text()
                                        .replace("Film", "Filmé")
                                        .getBytes(StandardCharsets.ISO_8859_1))
                                .with("Content-Type", "application/json; charset=utf-8")));
    }
}
