package plumbline.conformance.checks.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InternalsTests {
    static Stream<String> leaks() {
        return """
            at com.example.Shop.find(Shop.java:42)
            \tat com.example.Shop$Inner.lambda$find$0(Shop.kt)
            \tat java.base/jdk.internal.reflect.Method.invoke(Native Method)
            \tat app//com.example.Shop.find(Shop.scala:1)
            \tat com.example.Shop.<init>(Unknown Source)
            Caused by: java.lang.IllegalStateException: closed
            org.springframework.web.bind.MethodArgumentNotValidException
            Cannot read (through reference chain: com.example.Article["id"])
               at Shop.Api.Find(Int32 id) in /src/Shop.cs:line 42
               at Shop.Api.ShopController.Find(Int32 id)
            System.NullReferenceException: Object reference not set
            --- End of stack trace from previous location ---
            at find (/srv/app/shop.js:4:2)
            at /srv/app/shop.mjs:4:2
            at async find (file:///srv/app/shop.ts:4:2)
            at Object.<anonymous> (C:\\app\\shop.js:1:2)
            at find (webpack-internal:///./src/shop.tsx:4:2)
            at process.run (node:internal/process/task_queues:95:5)
            Traceback (most recent call last)
            File "/srv/shop.py", line 3, in find
            File "<string>", line 1, in <module>
            sqlalchemy.exc.IntegrityError
            goroutine 7 [running]
            goroutine 12 [chan receive]:
            panic: runtime error: index out of range [3] with length 3
            \t/srv/shop/main.go:12 +0x1d
            thread 'main' panicked at src/main.rs:3:5
            (shop 0.1.0) lib/shop/article.ex:12: Shop.Article.find/1
            shop.rb:12:in 'find'
            app/views/show.html.erb:3:in `block'
            undefined method 'title' for nil
            ActiveRecord::RecordNotFound
            #0 /var/www/shop.php(12): find()
            #2 {main}
            Fatal error: Uncaught Error in /var/www/shop.php:12
            Undefined index in <b>/var/www/shop.php</b> on line <b>12</b>
            SQLSTATE[42S02]: Base table or view not found
            SQL state [42P01]
            ORA-00942: table or view does not exist
            You have an error in your SQL syntax
            ERROR: syntax error at or near "FROM"
            relation "articles" does not exist
            duplicate key value violates unique constraint "articles_pkey"
            UNIQUE constraint failed: articles.id
            SQLITE_CONSTRAINT
            no such table: articles
            Duplicate entry '1' for key 'articles.PRIMARY'
            Unknown column 'x' in 'where clause'
            Table 'shop.articles' doesn't exist
            Incorrect syntax near 'x'
            Violation of PRIMARY KEY constraint 'PK'
            E11000 duplicate key error collection: shop.articles
            could not execute statement
            SELECT id, title FROM articles
            select a.id from articles a where a.id=?
            insert into articles (id, title) values (?, ?)
            UPDATE articles SET title = 'x'
            DELETE FROM articles
            jdbc:postgresql://db:5432/shop
            connect ECONNREFUSED 127.0.0.1:5432
            dial tcp 10.0.0.3:5432: connect: connection refused
            open /var/lib/shop/1.json: no such file or directory
            ENOENT: no such file or directory, open '/data/x'
            [Errno 2] No such file or directory
            root is /home/shop/app/config.yaml
            C:\\inetpub\\wwwroot\\web.config
            /app/node_modules/express/lib
            """.lines();
    }

    static Stream<String> innocents() {
        return """
            not found
            an error at line 3, column 7 of the request
            the article at index 3 (of 4) is unknown
            File "articles.csv" has 3 lines
            select a shop from the list where you are
            update the article, set a title, and try again
            delete from the basket first
            no such shop: 41
            the column "title" is required
            duplicate key 'id'
            syntax error at position 3
            https://shop.example.com/home/errors/404.html
            /api/data/articles.json
            see example.com/opt/manual.html
            Exception
            NotFoundException
            com.example.errors.NotFoundException
            com.amazonaws.dynamodb.v20120810#ResourceNotFoundException
            about:blank
            urn:problem:shop:not-found
            main.go is no article
            title must match ^[A-Z]:.*$
            connection refused
            C: is a drive
            meet at Rome (Italy)
            meet at the.old.shop (in Rome)
            the system.is an Exception
            call #1 (main)
            """.lines();
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void whatAServerIsMadeOfIsSeen(String text) {
        assertThat(Internals.in(List.of(text), found -> true)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("innocents")
    void whatAClientMayReadIsNot(String text) {
        assertThat(Internals.in(List.of(text), found -> true)).isEmpty();
    }

    @Test
    void whatWasSentMayBeRepeated() {
        assertThat(Internals.in(List.of("no article C:\\a\\b"), found -> !found.equals("C:\\a\\b")))
                .isEmpty();
    }

    @Test
    void escapesAndEntitiesAreUndone() {
        assertThat(Readings.of("{\"detail\":\"boom\\n\\tat x\"}")).contains("boom\n\tat x");
        assertThat(Readings.of("{\"detail\":\"{\\\"trace\\\":\\\"a\\\\nb\\\"}\"}"))
                .contains("a\nb");
        assertThat(Readings.of("{\"a\":\"b\\tc\"}\n{\"a\":\"d\\te\"}")).contains("b\tc", "d\te");
        assertThat(Readings.of("<p>A.&lt;init&gt;&#10;&#x41;</p>")).contains("<p>A.<init>\nA</p>");
        assertThat(Readings.of("plain")).containsExactly("plain");
    }
}
